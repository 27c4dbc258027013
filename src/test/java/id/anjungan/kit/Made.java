package id.anjungan.kit;

import id.anjungan.intake.IntakeItem;
import java.util.List;
import java.util.Random;

/// Made-up reports. Every personal value holds a word or number that may be in no log.
public final class Made {
    static final String SECRET = "rahasiakita";
    static final String PHONE = "0812999";
    private static final List<String> ROADS = List.of("JLN-RSK", "PJU-PDM");
    private static final String FIRE = "KBK";

    private Made() {}

    /// A report; one in twelve is a fire, called in to 112.
    public static IntakeItem report(String source, Random dice) {
        boolean fire = dice.nextInt(12) == 0;
        return report(fire ? "CC112" : "WARGAKU", source, fire ? FIRE : ROADS.get(dice.nextInt(ROADS.size())), dice);
    }

    public static IntakeItem fire(String source, Random dice) {
        return report("CC112", source, FIRE, dice);
    }

    public static IntakeItem road(String source, Random dice) {
        return report("WARGAKU", source, ROADS.getFirst(), dice);
    }

    private static IntakeItem report(String channel, String source, String category, Random dice) {
        return at(channel, source, category, -7.20 - dice.nextDouble() / 10, 112.65 + dice.nextDouble() / 10, dice);
    }

    public static IntakeItem fireAt(String source, double lat, double lon, Random dice) {
        return at("CC112", source, FIRE, lat, lon, dice);
    }

    private static IntakeItem at(String channel, String source, String category, double lat, double lon, Random dice) {
        return new IntakeItem(
                IntakeItem.Kind.REPORT, channel, source, null, category, null, null, null,
                "Laporan " + SECRET + " " + source, "Siti " + SECRET, PHONE + String.format("%06d", dice.nextInt(1_000_000)),
                null, SECRET + "@example.org", lat, lon,
                "Jalan " + SECRET + " 7", null, null, false, false, List.of(), null, null);
    }

    /// An item that no server can use.
    public static IntakeItem poison(String source) {
        return new IntakeItem(
                IntakeItem.Kind.REPORT, "TIDAK-ADA", source, null, null, null, null, null, SECRET, "Siti " + SECRET, null,
                null, null, null, null, null, null, null, false, false, List.of(), null, null);
    }
}
