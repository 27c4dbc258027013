package id.anjungan.profile;

import id.anjungan.domain.WorkCalendar;
import id.anjungan.domain.WorkCalendar.Days;
import id.anjungan.domain.WorkCalendar.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads office hours, free days and Ramadan.
final class CalendarReader {
    private final Fields file;
    private final List<CityProfile.FreeDay> freeDays = new ArrayList<>();
    private boolean ramadanEstimated;

    CalendarReader(Fields file) {
        this.file = file;
    }

    List<CityProfile.FreeDay> freeDays() {
        return freeDays;
    }

    boolean ramadanEstimated() {
        return ramadanEstimated;
    }

    WorkCalendar read(ZoneId zone) {
        Set<String> seen = new HashSet<>();
        freeDays("holidays", false, seen);
        freeDays("jointLeave", true, seen);
        freeDays.sort(Comparator.comparing(CityProfile.FreeDay::date));
        Map<DayOfWeek, List<Span>> week = week(file.requiredTable("week"));
        Fields ramadanHours = file.table("ramadanWeek");
        WorkCalendar calendar = new WorkCalendar(
                file.text("version"),
                zone,
                week,
                ramadanHours == null ? week : week(ramadanHours),
                ramadan(),
                dates(false),
                dates(true),
                !file.has("jointLeaveIsFree") || file.flag("jointLeaveIsFree"));
        file.maybe("jointLeaveIsFree");
        file.done();
        return calendar;
    }

    private Set<LocalDate> dates(boolean joint) {
        return freeDays.stream()
                .filter(d -> d.jointLeave() == joint)
                .map(CityProfile.FreeDay::date)
                .collect(Collectors.toSet());
    }

    private void freeDays(String list, boolean joint, Set<String> seen) {
        for (Fields row : file.rows(list)) {
            row.unique("date", seen);
            freeDays.add(new CityProfile.FreeDay(
                    Objects.requireNonNullElse(row.date("date"), LocalDate.EPOCH), row.bothLanguages("name"), joint, row.flag("estimated")));
            row.done();
        }
    }

    private List<Days> ramadan() {
        List<Days> runs = new ArrayList<>();
        for (Fields row : file.rows("ramadan")) {
            LocalDate first = row.requiredDate("first");
            LocalDate last = row.requiredDate("last");
            if (last.isBefore(first) || last.isAfter(first.plusDays(31))) {
                row.wrong(Mistake.Kind.WRONG_VALUE, "last", last.toString(), "a month that begins on " + first);
            }
            runs.add(new Days(first, last));
            ramadanEstimated |= row.flag("estimated");
            row.done();
        }
        return runs;
    }

    private static Map<DayOfWeek, List<Span>> week(Fields week) {
        Map<DayOfWeek, List<Span>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, spans(week, day.name().toLowerCase(Locale.ROOT)));
        }
        week.done();
        return hours;
    }

    /// The spans of one day: written as `"07:30-12:00"`, in order, not touching each other's time.
    private static List<Span> spans(Fields week, String day) {
        List<Span> spans = new ArrayList<>();
        for (Node.Text t : week.items(day)) {
            Optional<Span> span = span(t.value());
            if (span.isEmpty()) {
                week.wrongAt(t, Mistake.Kind.WRONG_VALUE, day, "hours such as \"07:30-12:00\", the later one last");
                continue;
            }
            @Nullable Span before = spans.isEmpty() ? null : spans.getLast();
            if (before != null && span.get().from().isBefore(before.to())) {
                week.wrongAt(t, Mistake.Kind.OVERLAP, day, "must not begin before " + before.to() + ", when the span before it ends");
                continue;
            }
            spans.add(span.get());
        }
        return spans;
    }

    private static Optional<Span> span(String text) {
        List<String> ends = Arrays.asList(text.strip().split("-"));
        if (ends.size() != 2) {
            return Optional.empty();
        }
        try {
            LocalTime from = LocalTime.parse(ends.get(0).strip());
            LocalTime to = LocalTime.parse(ends.get(1).strip());
            return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
