package id.anjungan.domain;

import java.util.Set;

/// A deadline a city promises: which cases have it, how it is measured, when it starts and what stops it.
/// Empty sets mean *all*. `amount` is in the unit of `basis`. `source` names the law, standard or promise.
public record ClockRule(
        String code,
        Set<String> channels,
        Set<String> categories,
        Set<Priority> priorities,
        Basis basis,
        long amount,
        Event starts,
        Set<Event> stops,
        boolean pausable,
        String source) {
    public ClockRule {
        channels = Set.copyOf(channels);
        categories = Set.copyOf(categories);
        priorities = Set.copyOf(priorities);
        stops = Set.copyOf(stops);
    }

    public enum Basis {
        /// Minutes that always run (emergencies).
        MINUTES,
        /// Hours that always run.
        CALENDAR_HOURS,
        /// Hours of office time.
        WORKING_HOURS,
        /// Close of office on the n-th working day after.
        WORKING_DAYS
    }

    public enum Event {
        RECEIVED,
        ACKNOWLEDGED,
        VERIFIED,
        DISPOSED,
        ANSWERED,
        CLOSED
    }

    public boolean appliesTo(Case c) {
        return (channels.isEmpty() || channels.contains(c.channel()))
                && (categories.isEmpty() || categories.contains(c.category()))
                && (priorities.isEmpty() || priorities.contains(c.priority()));
    }
}
