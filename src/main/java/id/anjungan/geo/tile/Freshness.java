package id.anjungan.geo.tile;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Until when an answer may be shown without asking again, by its own headers.
final class Freshness {
    /// For a maker that says nothing: street maps change slowly.
    static final Duration USUAL = Duration.ofDays(7);
    /// Not even a maker who wants it otherwise is asked for the same tile twice an hour.
    static final Duration SHORTEST = Duration.ofHours(1);

    private Freshness() {}

    static Instant until(HttpHeaders h, Instant now) {
        Duration d = maxAge(h).or(() -> expires(h, now)).orElse(USUAL);
        return now.plus(d.compareTo(SHORTEST) < 0 ? SHORTEST : d);
    }

    static boolean mayBeKept(HttpHeaders h) {
        return h.allValues("Cache-Control").stream().noneMatch(v -> v.toLowerCase(Locale.ROOT).contains("no-store"));
    }

    private static Optional<Duration> maxAge(HttpHeaders h) {
        return h.allValues("Cache-Control").stream()
                .flatMap(v -> java.util.Arrays.stream(v.split(",")))
                .map(v -> v.strip().toLowerCase(Locale.ROOT))
                .filter(v -> v.startsWith("max-age="))
                .map(v -> seconds(v.substring("max-age=".length())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Duration> seconds(String s) {
        try {
            return Optional.of(Duration.ofSeconds(Math.clamp(Long.parseLong(s.strip()), 0, 365L * 86_400)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> expires(HttpHeaders h, Instant now) {
        return h.firstValue("Expires").map(v -> date(v, now));
    }

    private static @Nullable Duration date(String v, Instant now) {
        try {
            return Duration.between(now, ZonedDateTime.parse(v, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// How long a server that is tired asks for, in seconds.
    static @Nullable Duration retryAfter(HttpHeaders h) {
        return h.firstValue("Retry-After").flatMap(Freshness::seconds).orElse(null);
    }
}
