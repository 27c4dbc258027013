package id.anjungan.channel.feed;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.Outcome;
import id.anjungan.intake.IntakeItem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes an intake item of a row. A row that its source had closed comes in as history. Immutable, any thread.
record Mapping(String channel, @Nullable String category, ZoneId zone) {
    private static final List<String> ENDED = List.of("closed", "complete", "resolved", "done", "cancel");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern QUERY = Pattern.compile("[?#].*");

    /// The reason is for a person and names the field.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    IntakeItem item(Row row) throws Unusable {
        return switch (row) {
            case Row.Bad bad -> throw new Unusable(bad.reason());
            case Row.Values values -> item(values.values());
        };
    }

    private IntakeItem item(Map<Field, String> v) throws Unusable {
        String id = v.get(Field.ID);
        if (id == null) {
            throw new Unusable("id: missing");
        }
        Instant reported = time(Field.REQUESTED, v).orElse(null);
        Outcome outcome = outcome(v.getOrDefault(Field.STATUS, ""), v.containsKey(Field.CLOSED));
        Instant closed = outcome == null ? null : time(Field.CLOSED, v).or(() -> lenient(v)).orElse(reported);
        Double lat = degrees(Field.LAT, v, 90);
        Double lon = degrees(Field.LON, v, 180);
        // Exports write 0,0 or half a pair where nobody knows.
        boolean placed = lat != null && lon != null && (lat != 0 || lon != 0);
        String service = v.get(Field.SERVICE);
        String text = v.getOrDefault(Field.TEXT, service == null ? "" : service);
        return new IntakeItem(
                IntakeItem.Kind.REPORT, channel, id, null, category, service == null ? v.get(Field.CODE) : service,
                null, reported, text, null, null, null, null, placed ? lat : null, placed ? lon : null,
                v.get(Field.ADDRESS), null, null, false, false, photos(v.get(Field.MEDIA)), outcome, closed);
    }

    /// The last change stands for the end where no end is given; unreadable, it says nothing.
    private Optional<Instant> lenient(Map<Field, String> v) {
        return Optional.ofNullable(v.get(Field.UPDATED)).flatMap(t -> Times.parse(t, zone));
    }

    private Optional<Instant> time(Field field, Map<Field, String> v) throws Unusable {
        String text = v.get(field);
        if (text == null) {
            return Optional.empty();
        }
        Optional<Instant> time = Times.parse(text, zone);
        if (time.isEmpty()) {
            throw new Unusable(field.label() + ": \"" + text + "\" is no date and time");
        }
        return time;
    }

    private static @Nullable Double degrees(Field field, Map<Field, String> v, int most) throws Unusable {
        String text = v.get(field);
        if (text == null) {
            return null;
        }
        try {
            double d = Double.parseDouble(text);
            if (Math.abs(d) <= most) {
                return d;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new Unusable(field.label() + ": \"" + text + "\" is not between -" + most + " and " + most);
    }

    /// How the source says it ended; null while it is open. Without a status, a closing time says so.
    private static @Nullable Outcome outcome(String status, boolean closingTime) {
        String s = status.toLowerCase(Locale.ROOT);
        if (s.isEmpty() ? !closingTime : ENDED.stream().noneMatch(s::startsWith)) {
            return null;
        }
        if (s.contains("dup")) {
            return Outcome.DUPLICATE;
        }
        return s.startsWith("cancel") ? Outcome.WITHDRAWN : Outcome.RESOLVED;
    }

    /// Where the photo is; its digest is unknown until somebody fetches it.
    private static List<Attachment> photos(@Nullable String url) {
        if (url == null || !URL.matcher(url).matches()) {
            return List.of();
        }
        String path = QUERY.matcher(url.toLowerCase(Locale.ROOT)).replaceFirst("");
        boolean jpeg = path.endsWith(".jpg") || path.endsWith(".jpeg");
        String type = jpeg ? "image/jpeg" : path.endsWith(".png") ? "image/png" : "application/octet-stream";
        return List.of(new Attachment("", type, -1, url));
    }
}
