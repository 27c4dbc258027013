package id.anjungan.intake;

import id.anjungan.protocol.Protocol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Sends a request until it is answered. No line, a timeout, 408, 425, 429 and 5xx are no answer and are tried
/// again for as long as the caller's thread is not interrupted; any other refusal is an `IntakeException`.
/// Thread-safe.
final class Retrying {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private final HttpClient http;
    private final InstantSource clock;
    private final AtomicInteger failing = new AtomicInteger();

    Retrying(HttpClient http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    static HttpRequest.Builder request(URI address, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_WITHIN)
                .header(Protocol.VERSION_HEADER, Integer.toString(Protocol.VERSION));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /// How many requests in a row have failed; zero while the server is there.
    int failing() {
        return failing.get();
    }

    /// Reads an answer; null means that it was not usable and the request is sent again.
    interface Reader<T> {
        @Nullable T read(byte[] body) throws IOException;
    }

    <T> T send(HttpRequest request, Reader<T> reader) throws InterruptedException {
        var backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, RandomGenerator.getDefault()::nextDouble);
        while (true) {
            Duration asked = Duration.ZERO;
            try {
                HttpResponse<byte[]> r = http.send(request, BodyHandlers.ofByteArray());
                if (r.statusCode() / 100 == 2) {
                    T answer = reader.read(r.body());
                    if (answer != null) {
                        failing.set(0);
                        return answer;
                    }
                } else if (!passing(r.statusCode())) {
                    throw refused(request.uri(), r);
                }
                asked = retryAfter(r.headers().firstValue("Retry-After").orElse(""));
            } catch (IOException e) {
                // The line is down or the answer was cut off: no answer, so again.
                asked = Duration.ZERO;
            }
            failing.incrementAndGet();
            Thread.sleep(backoff.next(asked));
        }
    }

    private static boolean passing(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    private static IntakeException refused(URI address, HttpResponse<byte[]> r) {
        String said = new String(r.body(), StandardCharsets.UTF_8).strip();
        String shown = said.length() > 300 ? said.substring(0, 300) + "…" : said;
        return new IntakeException(
                r.statusCode(), address + " answered " + r.statusCode() + (shown.isEmpty() ? "" : ": " + shown));
    }

    /// `Retry-After` is seconds or a date (RFC 9110, 10.2.3); anything else counts for nothing.
    private Duration retryAfter(String value) {
        Duration asked = Duration.ZERO;
        try {
            if (value.matches("\\d{1,6}")) {
                asked = Duration.ofSeconds(Long.parseLong(value));
            } else if (!value.isEmpty()) {
                ZonedDateTime until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
                asked = Duration.between(clock.instant(), until.toInstant());
            }
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
}
