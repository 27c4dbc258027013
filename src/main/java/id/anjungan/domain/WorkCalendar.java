package id.anjungan.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Working time of a city's offices: weekly hours, the shorter hours of Ramadan, public holidays and joint
/// leave, in one time zone. A city takes it from its profile (for Indonesian civil servants: Perpres 21/2023
/// for the hours, the yearly joint decree of three ministers for the days) with a version, because the decree
/// changes in the middle of a year.
public record WorkCalendar(
        String version,
        ZoneId zone,
        Map<DayOfWeek, List<Span>> week,
        Map<DayOfWeek, List<Span>> ramadanWeek,
        List<Days> ramadan,
        Set<LocalDate> holidays,
        Set<LocalDate> jointLeave,
        boolean jointLeaveIsFree) {

    private static final int LONGEST_DAYS = 4_000;

    public WorkCalendar {
        week = Map.copyOf(week);
        ramadanWeek = Map.copyOf(ramadanWeek);
        ramadan = List.copyOf(ramadan);
        holidays = Set.copyOf(holidays);
        jointLeave = Set.copyOf(jointLeave);
    }

    /// Office hours within one day, `from` before `to`.
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a span of office hours ends after it begins: " + from + "–" + to);
            }
        }
    }

    /// A run of days, both ends included.
    public record Days(LocalDate first, LocalDate last) {
        public boolean contains(LocalDate d) {
            return !d.isBefore(first) && !d.isAfter(last);
        }
    }

    /// Eight to four from Monday to Friday, no holidays: what a city that states no office hours gets.
    public static WorkCalendar mondayToFriday(ZoneId zone) {
        var hours = List.of(new Span(LocalTime.of(8, 0), LocalTime.of(16, 0)));
        Map<DayOfWeek, List<Span>> week = new java.util.EnumMap<>(DayOfWeek.class);
        for (DayOfWeek d : DayOfWeek.values()) {
            week.put(d, d.getValue() <= 5 ? hours : List.of());
        }
        return new WorkCalendar("default", zone, week, week, List.of(), Set.of(), Set.of(), true);
    }

    /// The office hours of a date, in order; empty on a free day.
    public List<Span> hours(LocalDate date) {
        if (holidays.contains(date) || (jointLeaveIsFree && jointLeave.contains(date))) {
            return List.of();
        }
        var table = ramadan.stream().anyMatch(r -> r.contains(date)) ? ramadanWeek : week;
        return table.getOrDefault(date.getDayOfWeek(), List.of());
    }

    public boolean isWorkday(LocalDate date) {
        return !hours(date).isEmpty();
    }

    /// The instant at which `amount` of working time has passed since `from`. Zero gives `from` itself.
    public Instant plusWorking(Instant from, Duration amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("working time only runs forward: " + amount);
        }
        if (amount.isZero()) {
            return from;
        }
        Duration left = amount;
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int i = 0; i < LONGEST_DAYS; i++, day = day.plusDays(1)) {
            for (Span s : hours(day)) {
                Instant begin = max(at(day, s.from()), from);
                Instant end = at(day, s.to());
                if (!begin.isBefore(end)) {
                    continue;
                }
                Duration here = Duration.between(begin, end);
                if (here.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalArgumentException("no working time within " + LONGEST_DAYS + " days of " + from);
    }

    /// The working time between two instants; zero when `to` is not after `from`.
    public Duration workingBetween(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        if (!from.isBefore(to)) {
            return sum;
        }
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span s : hours(day)) {
                Instant begin = max(at(day, s.from()), from);
                Instant end = min(at(day, s.to()), to);
                if (begin.isBefore(end)) {
                    sum = sum.plus(Duration.between(begin, end));
                }
            }
        }
        return sum;
    }

    /// The close of office on the n-th working day after the date of `from`; day 1 is the first working day
    /// after that date (the careful reading of *hari kerja*).
    public Instant endOfWorkingDay(Instant from, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("working days are counted from 1: " + n);
        }
        int seen = 0;
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int i = 0; i < LONGEST_DAYS; i++) {
            day = day.plusDays(1);
            List<Span> hours = hours(day);
            if (!hours.isEmpty() && ++seen == n) {
                return at(day, hours.getLast().to());
            }
        }
        throw new IllegalArgumentException("no " + n + " working days within " + LONGEST_DAYS + " days of " + from);
    }

    /// The instant of a wall time; of one that a clock change skips, the moment of the change.
    private Instant at(LocalDate day, LocalTime time) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
