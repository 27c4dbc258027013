package id.anjungan.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A city small enough to know by heart: three channels, three categories, two agencies, one of each kind of clock.
final class SmallCity {
    /// A Wednesday, nine in the morning in Jakarta.
    static final Instant NINE = Instant.parse("2026-07-01T02:00:00Z");

    static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    static final Actor ANI = Actor.of("ani", "Ani", Role.OPERATOR);
    static final Actor BUDI = Actor.of("budi", "Budi", Role.OPERATOR);
    static final Actor LEAD = Actor.of("lestari", "Lestari", Role.LEAD);
    static final Actor WALL = Actor.of("wall", "Wall", Role.WALLBOARD);
    static final Actor TICKER = Actor.system("ticker");

    static final Policy POLICY = policy(calendar(JAKARTA));

    private SmallCity() {}

    static Policy policy(WorkCalendar calendar) {
        return new Policy(
                "kota",
                "1",
                calendar,
                byCode(
                        Policy.Channel::code,
                        new Policy.Channel("sp4n", Policy.Channel.Kind.COMPLAINT, "S", Privacy.OPEN, true),
                        new Policy.Channel("112", Policy.Channel.Kind.CALL, "C", Privacy.OPEN, false),
                        new Policy.Channel("wbs", Policy.Channel.Kind.CHAT, "W", new Privacy(false, true, false), false)),
                byCode(
                        Policy.Category::code,
                        new Policy.Category("road", "works", Set.of(), Priority.MEDIUM, false),
                        new Policy.Category("fire", "brigade", Set.of("works"), Priority.EMERGENCY, false),
                        new Policy.Category("violence", "works", Set.of(), Priority.HIGH, true)),
                byCode(
                        Policy.Agency::code,
                        new Policy.Agency("works", null, null, null),
                        new Policy.Agency("brigade", null, null, null),
                        new Policy.Agency("old", null, LocalDate.of(2025, 12, 31), "works")),
                List.of(
                        clock("seen", ClockRule.Basis.MINUTES, 5, ClockRule.Event.ACKNOWLEDGED, false),
                        clock("verify", ClockRule.Basis.WORKING_HOURS, 24, ClockRule.Event.VERIFIED, true),
                        clock("answer", ClockRule.Basis.WORKING_HOURS, 8, ClockRule.Event.ANSWERED, true),
                        clock("solve", ClockRule.Basis.WORKING_DAYS, 5, ClockRule.Event.CLOSED, true),
                        new ClockRule(
                                "agency", Set.of(), Set.of(), Set.of(Priority.HIGH, Priority.MEDIUM),
                                ClockRule.Basis.CALENDAR_HOURS, 24, ClockRule.Event.DISPOSED,
                                Set.of(ClockRule.Event.ANSWERED, ClockRule.Event.CLOSED), true, "house rule"),
                        new ClockRule(
                                "arrive", Set.of(), Set.of(), Set.of(Priority.EMERGENCY), ClockRule.Basis.MINUTES, 7,
                                ClockRule.Event.RECEIVED, Set.of(ClockRule.Event.DISPOSED), false, "112")),
                new Policy.Escalation(
                        List.of(Role.OPERATOR, Role.LEAD, Role.HEAD),
                        List.of(
                                new Policy.Escalation.Rule(
                                        Policy.Escalation.Trigger.UNACKNOWLEDGED,
                                        Set.of(Priority.EMERGENCY), Duration.ofMinutes(2), 2),
                                new Policy.Escalation.Rule(
                                        Policy.Escalation.Trigger.BREACHED, Set.of(), Duration.ofMinutes(10), 2),
                                new Policy.Escalation.Rule(
                                        Policy.Escalation.Trigger.BREACHED, Set.of(), Duration.ofHours(4), 3)),
                        Set.of(Priority.EMERGENCY, Priority.HIGH)),
                Policy.Limits.DEFAULT,
                new Policy.Closing(Set.of(), Set.of("violence"), Set.of()),
                Policy.Likeness.DEFAULT);
    }

    private static ClockRule clock(
            String code, ClockRule.Basis basis, long amount, ClockRule.Event stops, boolean pausable) {
        return new ClockRule(
                code, Set.of(), Set.of(), Set.of(), basis, amount, ClockRule.Event.RECEIVED, Set.of(stops), pausable,
                "house rule");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> Map<String, T> byCode(Function<T, String> code, T... all) {
        return Stream.of(all).collect(Collectors.toMap(code, Function.identity()));
    }

    /// Eight to four with an hour at noon, shorter on Friday, shorter still in Ramadan; one holiday in July.
    static WorkCalendar calendar(ZoneId zone) {
        Map<DayOfWeek, List<WorkCalendar.Span>> week = new EnumMap<>(DayOfWeek.class);
        Map<DayOfWeek, List<WorkCalendar.Span>> fasting = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek d : DayOfWeek.values()) {
            boolean works = d.getValue() <= 5;
            boolean friday = d == DayOfWeek.FRIDAY;
            week.put(d, works ? List.of(span("08:00", friday ? "11:30" : "12:00"), span("13:00", "16:00")) : List.of());
            fasting.put(d, works ? List.of(span("08:00", friday ? "11:30" : "15:00")) : List.of());
        }
        return new WorkCalendar(
                "1",
                zone,
                week,
                fasting,
                List.of(new WorkCalendar.Days(LocalDate.of(2026, 2, 18), LocalDate.of(2026, 3, 19))),
                Set.of(LocalDate.of(2026, 3, 20), LocalDate.of(2026, 3, 23), LocalDate.of(2026, 7, 3)),
                Set.of(LocalDate.of(2026, 3, 24)),
                true);
    }

    static WorkCalendar.Span span(String from, String to) {
        return new WorkCalendar.Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
