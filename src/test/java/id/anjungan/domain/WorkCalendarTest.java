package id.anjungan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Working time, against a walk that looks at every minute and asks whether the office is open.
class WorkCalendarTest {
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Asia/Jakarta"), ZoneId.of("Asia/Makassar"), ZoneId.of("America/New_York"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Times around what is difficult: Ramadan and Idul Fitri with its joint leave, both clock changes of New York,
    /// a July holiday, the turn of the year.
    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.of(
                        "2026-02-16T00:00:00Z", "2026-03-06T00:00:00Z", "2026-03-16T00:00:00Z", "2026-07-01T00:00:00Z",
                        "2026-10-29T00:00:00Z", "2026-12-29T00:00:00Z")
                .map(Instant::parse)
                .flatMap(from -> Arbitraries.integers().between(0, 8 * 24 * 60).map(m -> from.plus(MINUTE.multipliedBy(m))));
    }

    @Provide
    Arbitrary<WorkCalendar> calendars() {
        return Arbitraries.of(ZONES).flatMap(zone -> Arbitraries.of(SmallCity.calendar(zone), aroundTheClock(zone)));
    }

    /// An office with a night shift over midnight: two spans that meet there, but for a minute.
    private static WorkCalendar aroundTheClock(ZoneId zone) {
        WorkCalendar day = SmallCity.calendar(zone);
        var week = new java.util.EnumMap<java.time.DayOfWeek, List<WorkCalendar.Span>>(java.time.DayOfWeek.class);
        for (var d : java.time.DayOfWeek.values()) {
            week.put(d, List.of(SmallCity.span("00:00", "06:00"), SmallCity.span("22:00", "23:59")));
        }
        return new WorkCalendar("night", zone, week, day.week(), day.ramadan(), day.holidays(), day.jointLeave(), false);
    }

    private static boolean open(WorkCalendar calendar, Instant minute) {
        LocalDateTime local = minute.atZone(calendar.zone()).toLocalDateTime();
        LocalDate date = local.toLocalDate();
        boolean free = calendar.holidays().contains(date)
                || (calendar.jointLeaveIsFree() && calendar.jointLeave().contains(date));
        boolean fasting = calendar.ramadan().stream()
                .anyMatch(r -> !date.isBefore(r.first()) && !date.isAfter(r.last()));
        LocalTime time = local.toLocalTime();
        return !free
                && (fasting ? calendar.ramadanWeek() : calendar.week())
                        .getOrDefault(date.getDayOfWeek(), List.of()).stream()
                                .anyMatch(s -> !time.isBefore(s.from()) && time.isBefore(s.to()));
    }

    private static Duration walkBetween(WorkCalendar calendar, Instant from, Instant to) {
        long minutes = 0;
        for (Instant t = from; t.isBefore(to); t = t.plus(MINUTE)) {
            minutes += open(calendar, t) ? 1 : 0;
        }
        return MINUTE.multipliedBy(minutes);
    }

    private static Instant walkPlus(WorkCalendar calendar, Instant from, long minutes) {
        long left = minutes;
        Instant t = from;
        while (left > 0) {
            left -= open(calendar, t) ? 1 : 0;
            t = t.plus(MINUTE);
        }
        return t;
    }

    private static Instant walkDays(WorkCalendar calendar, Instant from, int n) {
        LocalDate today = from.atZone(calendar.zone()).toLocalDate();
        Instant t = today.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        LocalDate counted = today;
        int days = 0;
        Instant close = t;
        while (true) {
            LocalDate date = t.atZone(calendar.zone()).toLocalDate();
            if (days == n && !date.equals(counted)) {
                return close;
            }
            if (open(calendar, t)) {
                days += date.equals(counted) ? 0 : 1;
                counted = date;
                close = t.plus(MINUTE);
            }
            t = t.plus(MINUTE);
        }
    }

    @Property(tries = 300)
    void working_time_between_two_moments_is_what_a_walk_counts(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = -100, max = 15_000) int minutes) {
        Instant to = from.plus(MINUTE.multipliedBy(minutes));
        assertThat(calendar.workingBetween(from, to)).isEqualTo(walkBetween(calendar, from, to));
    }

    @Property(tries = 300)
    void a_deadline_in_working_time_is_where_a_walk_arrives(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = 0, max = 3_000) int minutes) {
        assertThat(calendar.plusWorking(from, MINUTE.multipliedBy(minutes)))
                .isEqualTo(walkPlus(calendar, from, minutes));
    }

    @Property(tries = 200)
    void the_close_of_the_nth_working_day_is_where_a_walk_finds_it(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = 1, max = 8) int n) {
        assertThat(calendar.endOfWorkingDay(from, n)).isEqualTo(walkDays(calendar, from, n));
    }

    @Property(tries = 500)
    void what_is_added_is_found_again_to_the_millisecond(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant minute,
            @ForAll @IntRange(min = 0, max = 59_999) int offset,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long millis) {
        Instant from = minute.plusMillis(offset);
        Duration amount = Duration.ofMillis(millis);
        assertThat(calendar.workingBetween(from, calendar.plusWorking(from, amount))).isEqualTo(amount);
    }

    @Property(tries = 300)
    void working_time_adds_up_over_any_cut(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant a,
            @ForAll @LongRange(min = 0, max = 900_000_000) long first,
            @ForAll @LongRange(min = 0, max = 900_000_000) long second) {
        Instant b = a.plusMillis(first);
        Instant c = b.plusMillis(second);
        assertThat(calendar.workingBetween(a, b).plus(calendar.workingBetween(b, c)))
                .isEqualTo(calendar.workingBetween(a, c));
    }

    @Example
    void idul_fitri_with_joint_leave_is_skipped_and_ramadan_days_are_short() {
        WorkCalendar calendar = SmallCity.calendar(ZoneId.of("Asia/Jakarta"));
        // Thursday 19 March 2026, 14:30 in Ramadan: half an hour is left that day. Friday and Monday are holidays,
        // Tuesday is joint leave, so the rest is worked on Wednesday from 08:00.
        Instant from = Instant.parse("2026-03-19T07:30:00Z");
        assertThat(calendar.plusWorking(from, Duration.ofHours(1))).isEqualTo(Instant.parse("2026-03-25T01:30:00Z"));
        assertThat(calendar.endOfWorkingDay(from, 1)).isEqualTo(Instant.parse("2026-03-25T09:00:00Z"));
    }

    @Example
    void the_same_hours_are_an_hour_earlier_in_makassar() {
        Instant jakarta = SmallCity.calendar(ZoneId.of("Asia/Jakarta")).endOfWorkingDay(SmallCity.NINE, 1);
        Instant makassar = SmallCity.calendar(ZoneId.of("Asia/Makassar")).endOfWorkingDay(SmallCity.NINE, 1);
        assertThat(makassar).isEqualTo(jakarta.minus(Duration.ofHours(1)));
    }

    @Example
    void a_span_that_begins_in_the_hour_a_clock_change_skips_begins_with_the_change() {
        var week = new java.util.EnumMap<java.time.DayOfWeek, List<WorkCalendar.Span>>(java.time.DayOfWeek.class);
        week.put(java.time.DayOfWeek.SUNDAY, List.of(SmallCity.span("01:30", "02:30"), SmallCity.span("02:45", "04:00")));
        var calendar = new WorkCalendar(
                "1", ZoneId.of("America/New_York"), week, week, List.of(), java.util.Set.of(), java.util.Set.of(), true);
        Instant midnight = Instant.parse("2026-03-08T05:00:00Z");
        assertThat(calendar.workingBetween(midnight, midnight.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofMinutes(90));
    }

    @Example
    void a_calendar_without_working_time_says_so() {
        var never = new WorkCalendar(
                "1", ZoneId.of("Asia/Jakarta"), java.util.Map.of(), java.util.Map.of(), List.of(), java.util.Set.of(),
                java.util.Set.of(), true);
        assertThatThrownBy(() -> never.plusWorking(SmallCity.NINE, MINUTE)).hasMessageContaining("no working time");
        assertThatThrownBy(() -> never.endOfWorkingDay(SmallCity.NINE, 1)).hasMessageContaining("working days");
        assertThat(never.plusWorking(SmallCity.NINE, Duration.ZERO)).isEqualTo(SmallCity.NINE);
    }
}
