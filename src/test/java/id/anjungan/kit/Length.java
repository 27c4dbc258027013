package id.anjungan.kit;

import java.util.random.RandomGenerator;

/// How long the faults last: short with every `mvn verify`, middle in CI, long with `-Pfaults`; and with which seed:
/// `-Dseed=N` replays.
public enum Length {
    SHORT,
    MIDDLE,
    LONG;

    public static Length now() {
        return valueOf(System.getProperty("anjungan.faults", "short").toUpperCase(java.util.Locale.ROOT));
    }

    public int pick(int small, int middle, int big) {
        return switch (this) {
            case SHORT -> small;
            case MIDDLE -> middle;
            case LONG -> big;
        };
    }

    public static long seed() {
        Long given = Long.getLong("seed");
        return given == null ? RandomGenerator.getDefault().nextInt(1, 1_000_000) : given;
    }
}
