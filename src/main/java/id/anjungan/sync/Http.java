package id.anjungan.sync;

import id.anjungan.protocol.CommandAnswer;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.ProtocolException;
import id.anjungan.protocol.Session;
import id.anjungan.protocol.StreamQuery;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The server's routes, as calls. Anything but success is a `Problem`, or an `IOException` when there is no answer.
final class Http implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Http(URI server) {
        this.server = server;
    }

    /// The server answered, but not with what was asked for. `retryAfter` is zero when it did not name a time.
    static final class Problem extends IOException {
        private static final long serialVersionUID = 1L;
        final int status;
        final transient Duration retryAfter;

        Problem(String route, int status, Duration retryAfter) {
            super(route + " answered " + status);
            this.status = status;
            this.retryAfter = retryAfter;
        }

        /// The request itself is at fault: sending it again changes nothing.
        boolean ours() {
            return status >= 400 && status < 500 && status != 401 && status != 403 && status != 408 && status != 429;
        }
    }

    Session signIn(String operator, UUID console) throws IOException, InterruptedException {
        return post(Protocol.SESSION, null, Json.write(new Session.SignIn(operator, console)), Session.class);
    }

    CommandAnswer commands(String token, List<CommandEnvelope> batch) throws IOException, InterruptedException {
        return post(Protocol.COMMANDS, token, Json.write(batch), CommandAnswer.class);
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

    private <T> T post(String route, @Nullable String token, String json, Class<T> answer)
            throws IOException, InterruptedException {
        String body = send(request(route, token).POST(body(json)).build());
        try {
            return Json.read(body, answer);
        } catch (ProtocolException e) {
            throw new IOException(route + ": " + e.getMessage(), e);
        }
    }

    private static HttpRequest.BodyPublisher body(String json) {
        return HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String route, @Nullable String token) {
        HttpRequest.Builder b = HttpRequest.newBuilder(server.resolve(route))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Protocol.VERSION_HEADER, Integer.toString(Protocol.VERSION));
        return token == null ? b : b.header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        check(request.uri().getPath(), answer);
        return answer.body();
    }

    private static void check(String route, HttpResponse<?> answer) throws Problem {
        int status = answer.statusCode();
        if (status / 100 != 2) {
            throw new Problem(route, status, retryAfter(answer));
        }
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        String value = answer.headers().firstValue("Retry-After").orElse("");
        return value.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
