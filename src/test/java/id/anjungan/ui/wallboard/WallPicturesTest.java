package id.anjungan.ui.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.profile.CityProfile;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Picture;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import id.anjungan.ui.kit.WallSamples;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Pictures of every page of the wall, to be looked at, in `target/pictures`.
class WallPicturesTest {
    private static final List<String> PAGES =
            List.of("overview", "map", "channels", "lines", "shift", "agencies", "trend", "message");

    static Stream<Arguments> pages() {
        return PAGES.stream()
                .flatMap(p -> Stream.of(
                        Arguments.of(p, "busy", Theme.WALL, Lang.ID), Arguments.of(p, "busy", Theme.WALL_LIGHT, Lang.EN)));
    }

    static Stream<Arguments> days() {
        return Stream.of("calm", "empty", "offline", "flooded")
                .flatMap(d -> Stream.of("overview", "map", "channels", "lines", "shift")
                        .map(p -> Arguments.of(p, d, Theme.WALL, d.equals("flooded") ? Lang.EN : Lang.ID)));
    }

    static FakeDesk desk(String day) {
        FakeDesk desk =
                switch (day) {
                    case "calm" -> WallSamples.full(Samples.calm());
                    case "empty" -> Samples.empty();
                    case "offline" -> WallSamples.full(Samples.offline());
                    case "flooded" -> WallSamples.full(Samples.flooded());
                    default -> WallSamples.full(Samples.busy());
                };
        return desk;
    }

    @ParameterizedTest
    @MethodSource({"pages", "days"})
    void aPage(String page, String day, Theme theme, Lang lang) {
        FakeDesk desk = desk(day);
        desk.alarms.set(List.of());
        take("wall-" + page + "-" + day + "-" + theme.table() + "-" + lang.code(), desk, Surabaya.PROFILE, theme, lang, page);
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void anEmergencyHasTheWall(Theme theme, Lang lang, String day) {
        take("wall-alarm-" + day + "-" + theme.table(), desk(day), Surabaya.PROFILE, theme, lang, "");
    }

    static Stream<Arguments> alarms() {
        return Stream.of(
                Arguments.of(Theme.WALL, Lang.ID, "busy"), Arguments.of(Theme.WALL_LIGHT, Lang.EN, "flooded"),
                Arguments.of(Theme.WALL, Lang.ID, "offline"));
    }

    private static void take(String name, FakeDesk desk, CityProfile city, Theme theme, Lang lang, String page) {
        Scene scene = WallStage.scene(new WallStage.Of(desk, city, theme, lang), page);
        assertThat(Picture.save(WallStage.with(scene, s -> s.snapshot(null)), name)).isNotEmptyFile();
    }
}
