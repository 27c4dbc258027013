package id.anjungan.simulator;

import java.time.Duration;
import java.util.List;

/// How the day goes: how much is said against an ordinary day, and what happens at fixed times from the start,
/// besides what the seed brings by itself.
public enum Scenario {
    /// A quiet day without incidents.
    CALM,
    /// An ordinary day: a house fire early on, then an accident and a power cut.
    NORMAL,
    /// A cloudburst: two floods under way at the start, and everything that comes with them.
    FLOODED;

    /// What is said, against an ordinary day.
    double rate() {
        return switch (this) {
            case CALM -> 0.4;
            case NORMAL -> 1;
            case FLOODED -> 2.2;
        };
    }

    /// Whether the seed may bring incidents of its own.
    boolean eventful() {
        return this != CALM;
    }

    List<Script> scripts() {
        return switch (this) {
            case CALM -> List.of();
            case NORMAL -> List.of(
                    at(3, Script.Kind.FIRE), at(12, Script.Kind.ACCIDENT), at(25, Script.Kind.OUTAGE));
            case FLOODED -> List.of(
                    at(-40, Script.Kind.FLOOD), at(-15, Script.Kind.FLOOD), at(-10, Script.Kind.OUTAGE),
                    at(-4, Script.Kind.ACCIDENT), at(2, Script.Kind.FIRE), at(5, Script.Kind.FLOOD),
                    at(9, Script.Kind.ACCIDENT));
        };
    }

    private static Script at(long minutes, Script.Kind kind) {
        return new Script(kind, Duration.ofMinutes(minutes));
    }

    /// Something that happens so long after the start (before it when negative).
    record Script(Kind kind, Duration after) {
        enum Kind {
            FIRE,
            ACCIDENT,
            FLOOD,
            OUTAGE
        }
    }
}
