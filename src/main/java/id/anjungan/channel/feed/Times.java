package id.anjungan.channel.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Points in time as exports write them: ISO 8601 with offset (GeoReport), the same without one, with a blank
/// (Boston), and American with or without seconds and AM/PM (New York, Chicago). Without an offset they are
/// the city's own time.
final class Times {
    /// At the end of a time: `Z`, `+07:00`, or `+0700`, whose parts are the groups.
    private static final Pattern OFFSET = Pattern.compile("(?<=\\d)(?:[Zz]|[+-]\\d{2}:\\d{2}|(?<=T.{2,20})([+-]\\d{2})(\\d{2}))$");
    private static final List<DateTimeFormatter> LOCAL = List.of(
            pattern("yyyy-MM-dd['T'][' ']HH:mm[:ss]"),
            pattern("M/d/yyyy h:mm[:ss] a"),
            pattern("M/d/yyyy H:mm[:ss]"),
            pattern("yyyy-MM-dd"),
            pattern("M/d/yyyy"));

    private Times() {}

    private static DateTimeFormatter pattern(String pattern) {
        var builder = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        if (pattern.startsWith("yyyy") && pattern.contains("ss")) {
            builder.optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd();
        }
        if (!pattern.contains("mm")) {
            builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
        }
        return builder.toFormatter(Locale.US);
    }

    static Optional<Instant> parse(String text, ZoneId zone) {
        String t = text.strip();
        Matcher offset = OFFSET.matcher(t);
        if (offset.find()) {
            return withOffset(offset.group(1) == null ? t : t.substring(0, offset.start(2)) + ":" + offset.group(2));
        }
        return LOCAL.stream().flatMap(f -> local(f, t).stream()).findFirst().map(l -> l.atZone(zone).toInstant());
    }

    private static Optional<Instant> withOffset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> local(DateTimeFormatter format, String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
