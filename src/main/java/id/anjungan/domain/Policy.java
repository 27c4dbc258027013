package id.anjungan.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All of a city that deciding needs. Built by `profile` from a city's files; a value, so a decision can be
/// replayed with the version it was made with.
public record Policy(
        String city,
        String version,
        WorkCalendar calendar,
        Map<String, Channel> channels,
        Map<String, Category> categories,
        Map<String, Agency> agencies,
        List<ClockRule> clocks,
        Escalation escalation,
        Limits limits,
        Closing closing,
        Likeness likeness) {

    public Policy {
        channels = Map.copyOf(channels);
        categories = Map.copyOf(categories);
        agencies = Map.copyOf(agencies);
        clocks = List.copyOf(clocks);
    }

    public Policy(
            String city,
            String version,
            WorkCalendar calendar,
            Map<String, Channel> channels,
            Map<String, Category> categories,
            Map<String, Agency> agencies,
            List<ClockRule> clocks,
            Escalation escalation,
            Limits limits) {
        this(city, version, calendar, channels, categories, agencies, clocks, escalation, limits, Closing.FREE,
                Likeness.DEFAULT);
    }

    /// Cases whose result somebody must have looked at before they are closed as done: those of any of these channels,
    /// categories or priorities.
    public record Closing(Set<String> channels, Set<String> categories, Set<Priority> priorities) {
        public static final Closing FREE = new Closing(Set.of(), Set.of(), Set.of());

        public Closing {
            channels = Set.copyOf(channels);
            categories = Set.copyOf(categories);
            priorities = Set.copyOf(priorities);
        }

        public boolean asks(Case c, Outcome outcome) {
            return outcome == Outcome.RESOLVED
                    && (channels.contains(c.channel())
                            || categories.contains(c.category())
                            || priorities.contains(c.priority()));
        }
    }

    /// When two reports are suggested to be the same: reported within `window`, at most `metres` apart, with a score
    /// of at least `score`. What is `wide`, floods and power cuts, is reported from farther off and for longer: there
    /// `wideWindow` and `wideMetres` hold.
    public record Likeness(
            Duration window, double metres, Set<String> wide, Duration wideWindow, double wideMetres, double score) {
        public static final Likeness DEFAULT =
                new Likeness(Duration.ofMinutes(10), 80, Set.of(), Duration.ofMinutes(30), 400, 0.5);

        public Likeness {
            wide = Set.copyOf(wide);
        }

        public Duration window(String category) {
            return wide.contains(category) ? wideWindow : window;
        }

        public double metres(String category) {
            return wide.contains(category) ? wideMetres : metres;
        }
    }

    /// A door citizens come in by. `prefix` begins its case numbers. `privacy` holds for everything from it.
    /// `idempotentDelivery`: whether the channel takes an idempotency key, so an answer can be sent exactly once.
    public record Channel(String code, Kind kind, String prefix, Privacy privacy, boolean idempotentDelivery) {
        public enum Kind {
            COMPLAINT,
            CHAT,
            CALL,
            SOCIAL,
            REQUEST,
            DESK
        }
    }

    /// What a case is about, with the agency proposed for it, and how urgent it is by default.
    public record Category(String code, String agency, Set<String> supporting, Priority priority, boolean sensitive) {
        public Category {
            supporting = Set.copyOf(supporting);
        }
    }

    /// Who must act, and from when until when it exists; `successor` takes over afterwards.
    public record Agency(
            String code, @Nullable LocalDate validFrom, @Nullable LocalDate validTo, @Nullable String successor) {
        public boolean validOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /// Levels from 1 upwards, each with the role that answers at it, and what raises a case.
    public record Escalation(List<Role> levels, List<Rule> rules, Set<Priority> alarmOn) {
        public Escalation {
            levels = List.copyOf(levels);
            rules = List.copyOf(rules);
            alarmOn = Set.copyOf(alarmOn);
        }

        public int top() {
            return Math.max(1, levels.size());
        }

        /// After `after` past the trigger, a case of one of these priorities is raised to `toLevel`.
        public record Rule(Trigger trigger, Set<Priority> priorities, Duration after, int toLevel) {
            public Rule {
                priorities = Set.copyOf(priorities);
            }
        }

        public enum Trigger {
            /// Nobody has acknowledged it since it was received.
            UNACKNOWLEDGED,
            /// A clock has been missed.
            BREACHED
        }
    }

    /// `undo`: how long an answer is held before it goes out. `offlineAfter`: an action older than this when
    /// the server receives it is marked *recorded offline*. `absence`: when a claim returns to the queue after
    /// its holder's desk was last heard, longer for a desk that said it was losing its line. Two reports
    /// within `sameWindow` and `sameMetres` of one category are taken for one incident.
    public record Limits(
            Duration undo,
            Duration offlineAfter,
            Duration absence,
            Duration absenceOffline,
            Duration sameWindow,
            double sameMetres) {
        public static final Limits DEFAULT = new Limits(
                Duration.ofSeconds(8),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(60),
                Duration.ofMinutes(10),
                80);
    }

    public Optional<Channel> channel(String code) {
        return Optional.ofNullable(channels.get(code));
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    public Optional<Agency> agency(String code) {
        return Optional.ofNullable(agencies.get(code));
    }
}
