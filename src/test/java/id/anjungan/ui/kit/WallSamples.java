package id.anjungan.ui.kit;

import id.anjungan.domain.Priority;
import id.anjungan.domain.WallPlan;
import id.anjungan.state.WallData;
import id.anjungan.state.WallFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What the pages of a wall show on an invented day.
public final class WallSamples {
    private WallSamples() {}

    public static WallPlan plan(String message, List<String> ticker) {
        return new WallPlan(
                WallPlan.ID, WallPlan.USUAL.pages(), message, ticker, Duration.ofMinutes(1), "yusuf",
                FakeDesk.START.minusSeconds(720));
    }

    public static WallFigures figures() {
        Random random = new Random(3);
        List<WallFigures.AgencyFigure> agencies = new ArrayList<>();
        String[] codes = Surabaya.PROFILE.agencies().stream().map(a -> a.code()).limit(16).toArray(String[]::new);
        for (int i = 0; i < codes.length; i++) {
            int open = 120 - i * 7;
            agencies.add(new WallFigures.AgencyFigure(codes[i], open, i < 4 ? 9 - 2 * i : 0, null));
        }
        List<Integer> today = new ArrayList<>();
        List<Double> usual = new ArrayList<>();
        for (int h = 0; h < 24; h++) {
            double day = 6 + 34 * Math.exp(-Math.pow((h - 10) / 4.2, 2)) + 16 * Math.exp(-Math.pow((h - 19) / 2.5, 2));
            usual.add(day);
            today.add(h < 14 ? (int) (day * (0.8 + random.nextDouble() * 0.7)) : h == 14 ? (int) (day / 2) : 0);
        }
        return new WallFigures(
                agencies,
                List.of(new WallFigures.ChatFigure("MC_CHAT", 7, 5, FakeDesk.START.minusSeconds(98))),
                new WallFigures.CallFigures(
                        12, 2, FakeDesk.START.minusSeconds(134), 41, 29, 0.94, Duration.ofSeconds(52)),
                today.stream().mapToInt(Integer::intValue).sum(),
                new WallFigures.Trend(today, usual, 3, true),
                List.of(
                        new WallFigures.Arrival(
                                "KBK", Surabaya.area("Tambaksari"), "CC112", Priority.EMERGENCY, false,
                                FakeDesk.START.minusSeconds(130)),
                        new WallFigures.Arrival(
                                "", Surabaya.area("Sawahan"), "CC112", Priority.EMERGENCY, true,
                                FakeDesk.START.minusSeconds(400))));
    }

    /// Everything there is on the pages.
    public static FakeDesk full(FakeDesk desk) {
        desk.wall.set(new WallData(
                plan(
                        "Apel regu pukul 15.00 di ruang utama. Siaga banjir rob di pesisir utara sampai malam.",
                        List.of("Hujan lebat diperkirakan 16.00–19.00 di Surabaya Timur")),
                figures()));
        return desk;
    }
}
