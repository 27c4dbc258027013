package id.anjungan.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import id.anjungan.protocol.CaseRecord;
import id.anjungan.protocol.CommandAnswer;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.HashAnswer;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.OlderCases;
import id.anjungan.protocol.OperatorSettings;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.ProtocolException;
import id.anjungan.protocol.Session;
import id.anjungan.protocol.StreamQuery;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The server's routes, as calls. Anything but success is a `Problem`, or an `IOException` when there is no answer.
final class Http implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    static final Duration LONG_PATIENCE = Duration.ofSeconds(30);
    private static final long LARGEST_ANSWER = 32 << 20;

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final InstantSource time;
    private volatile int speaking = Protocol.VERSION;

    /// `time` is the desk's estimate of server time, which a date in Retry-After is measured against when the answer
    /// does not say what time it is.
    Http(URI server, InstantSource time) {
        this.server = server;
        this.time = time;
    }

    /// The server answered, but not with what was asked for. `retryAfter` is zero when it did not name a time.
    static final class Problem extends IOException {
        private static final long serialVersionUID = 1L;
        final int status;
        final transient Duration retryAfter;
        /// The protocol that the server says it speaks; 0 when it did not say.
        final int speaks;

        /// The server says that it has taken nothing of what was sent.
        boolean tookNothing() {
            return status == 401 || status == 403 || status == 413 || status == 429 || otherVersion();
        }

        Problem(String route, int status, Duration retryAfter, int speaks) {
            super(route + " answered " + status);
            this.status = status;
            this.retryAfter = retryAfter;
            this.speaks = speaks;
        }

        /// The server speaks another version: only a new sign-in finds out whether there is one that both speak.
        boolean otherVersion() {
            return status == Protocol.UPGRADE_REQUIRED;
        }

        /// The request itself is at fault: sending it again changes nothing.
        boolean ours() {
            return status >= 400 && status < 500 && status != 401 && status != 403 && status != 408 && status != 429
                    && !otherVersion();
        }
    }

    /// A server one version behind is spoken with in its own version, until the next sign-in.
    Session signIn(String operator, UUID console) throws IOException, InterruptedException {
        speaking = Protocol.VERSION;
        Session.SignIn who = new Session.SignIn(operator, console);
        try {
            return post(Protocol.SESSION, null, Json.write(who), Session.class);
        } catch (Problem p) {
            if (!p.otherVersion() || p.speaks != Protocol.VERSION - 1) {
                throw p;
            }
            speaking = p.speaks;
            return post(Protocol.SESSION, null, Json.write(who), Session.class);
        }
    }

    /// Ends the session, so that the server gives back at once what its operator holds.
    void signOut(String token) throws IOException, InterruptedException {
        send(request(Protocol.SESSION, token).DELETE().build());
    }

    CommandAnswer commands(String token, List<CommandEnvelope> batch) throws IOException, InterruptedException {
        String body = send(request(Protocol.COMMANDS, token).POST(body(Json.write(batch))).build());
        try {
            return ANSWER.readValue(body);
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            throw new IOException(Protocol.COMMANDS + ": unreadable answer of " + body.length() + " letters", e);
        }
    }

    /// A refusal code of a later version reads as none, and still is a refusal.
    private static final ObjectReader ANSWER = Json.mapper()
            .readerFor(CommandAnswer.class)
            .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

    /// What this desk should hold at a cursor. Reads everything the server has, so it may take its time.
    HashAnswer hash(String token, UUID epoch, long after, @Nullable Instant closedAfter) throws IOException, InterruptedException {
        String query = "?epoch=" + epoch + "&after=" + after + (closedAfter == null ? "" : "&closedAfter=" + closedAfter);
        String body = send(request(Protocol.HASH + query, token).timeout(LONG_PATIENCE).GET().build(), LONG_PATIENCE);
        return read(Protocol.HASH, body, HashAnswer.class);
    }

    /// Closed cases by number, words or phone, of which this desk may have none any more.
    OlderCases older(String token, String words, @Nullable Instant closedBefore, int limit)
            throws IOException, InterruptedException {
        String query = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&limit=" + limit
                + (closedBefore == null ? "" : "&closedBefore=" + closedBefore);
        String body = send(request(Protocol.CASES + query, token).timeout(LONG_PATIENCE).GET().build(), LONG_PATIENCE);
        return read(Protocol.CASES, body, OlderCases.class);
    }

    CaseRecord oneCase(String token, UUID id) throws IOException, InterruptedException {
        return read(Protocol.CASE, send(request(Protocol.CASES + "/" + id, token).GET().build()), CaseRecord.class);
    }

    /// Gives what was set here, gets all that holds.
    OperatorSettings settings(String token, OperatorSettings given) throws IOException, InterruptedException {
        return post(Protocol.SETTINGS, token, Json.write(given), OperatorSettings.class);
    }

    /// Tells the other desks something that is gone in ten seconds.
    void ephemeral(String token, String topic, Map<String, String> args) throws IOException, InterruptedException {
        send(request(Protocol.EPHEMERAL, token).POST(body(Json.write(Map.of("topic", topic, "args", args)))).build());
    }

    /// The open stream: `raw` closes the connection under it from any thread.
    record Open(InputStream lines, InputStream raw) {}

    Open stream(String token, StreamQuery query) throws IOException, InterruptedException {
        HttpRequest r = request(Protocol.STREAM + query.toQuery(), token)
                .header("Accept", Protocol.NDJSON)
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
        HttpResponse<InputStream> answer = client.send(r, BodyHandlers.ofInputStream());
        InputStream raw = answer.body();
        try {
            check(Protocol.STREAM, answer);
            boolean gzip = answer.headers().firstValue("Content-Encoding").orElse("").contains("gzip");
            return new Open(gzip ? new GZIPInputStream(raw, 64 * 1024) : raw, raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /// An answer of bytes, taken as they come; to be closed.
    record Answer(int status, InputStream body) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    Answer bytes(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        try {
            check(request.uri().getPath(), answer);
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            answer.body().close();
            throw e;
        }
    }

    private <T> T post(String route, @Nullable String token, String json, Class<T> answer)
            throws IOException, InterruptedException {
        return read(route, send(request(route, token).POST(body(json)).build()), answer);
    }

    private static <T> T read(String route, String body, Class<T> answer) throws IOException {
        try {
            return Json.read(body, answer);
        } catch (ProtocolException e) {
            throw new IOException(route + ": " + e.getMessage(), e);
        }
    }

    static HttpRequest.BodyPublisher body(String json) {
        return HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    }

    HttpRequest.Builder request(String route, @Nullable String token) {
        HttpRequest.Builder b = HttpRequest.newBuilder(server.resolve(route))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Protocol.VERSION_HEADER, Integer.toString(speaking));
        return token == null ? b : b.header("Authorization", "Bearer " + token);
    }

    /// The whole answer must come within the patience: the client's own limit ends with the first byte of it, and a
    /// server that drips the rest would hold the loop for ever.
    String send(HttpRequest request) throws IOException, InterruptedException {
        return send(request, PATIENCE);
    }

    String send(HttpRequest request, Duration patience) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> coming =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER));
        try {
            HttpResponse<String> answer = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            check(request.uri().getPath(), answer);
            return answer.body();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw timedOut(request, e);
        } finally {
            coming.cancel(true);
        }
    }

    private static HttpTimeoutException timedOut(HttpRequest request, TimeoutException e) {
        var timeout = new HttpTimeoutException(request.uri().getPath() + " did not answer in time");
        timeout.initCause(e);
        return timeout;
    }

    private void check(String route, HttpResponse<?> answer) throws Problem {
        int status = answer.statusCode();
        if (status / 100 != 2) {
            String theirs = answer.headers().firstValue(Protocol.VERSION_HEADER).orElse("");
            throw new Problem(route, status, retryAfter(answer), theirs.matches("\\d{1,6}") ? Integer.parseInt(theirs) : 0);
        }
    }

    /// In seconds, or as a date, which counts from the date of the answer.
    private Duration retryAfter(HttpResponse<?> answer) {
        String value = answer.headers().firstValue("Retry-After").orElse("").strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant now = answer.headers().firstValue("Date").flatMap(Http::date).orElseGet(time::instant);
        return date(value)
                .map(until -> Duration.between(now, until))
                .filter(d -> !d.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
