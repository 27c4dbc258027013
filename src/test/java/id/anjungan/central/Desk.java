package id.anjungan.central;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.domain.Actor;
import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import id.anjungan.protocol.CommandAnswer;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.FrameCodec;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Session;
import id.anjungan.protocol.Settlement;
import id.anjungan.protocol.StreamQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A console as a test needs one: signs in, gives commands, reads the stream, all over real HTTP.
final class Desk implements AutoCloseable {
    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final URI base;
    final UUID console;
    final Session session;
    private long number;

    private Desk(URI base, String operator, UUID console) throws Exception {
        this.base = base;
        this.console = console;
        HttpResponse<String> r = post(Protocol.SESSION, Json.write(new Session.SignIn(operator, console)));
        if (r.statusCode() != 200) {
            throw new IllegalStateException(r.statusCode() + " " + r.body());
        }
        this.session = Json.read(r.body(), Session.class);
    }

    /// The sign-in of a console that says it speaks this version of the protocol.
    static HttpResponse<String> signIn(CentralServer server, Actor who, String version) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = Json.write(new Session.SignIn(who.id(), UUID.randomUUID()));
            return http.send(
                    HttpRequest.newBuilder(server.baseUri().resolve(Protocol.SESSION))
                            .header(Protocol.VERSION_HEADER, version)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    static Desk of(CentralServer server, Actor who) throws Exception {
        return of(server, who, UUID.randomUUID());
    }

    static Desk of(CentralServer server, Actor who, UUID console) throws Exception {
        return new Desk(server.baseUri(), who.id(), console);
    }

    private Desk(URI base, Desk same) {
        this.base = base;
        this.console = same.console;
        this.session = same.session;
    }

    /// The same session at another node.
    static Desk with(CentralServer server, Desk same) {
        return new Desk(server.baseUri(), same);
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder b = HttpRequest.newBuilder(base.resolve(path));
        return session == null ? b : b.header("Authorization", "Bearer " + session.token());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws Exception {
        return Json.mapper().readTree(get(path).body());
    }

    CommandEnvelope envelope(Command command, Instant at) {
        return new CommandEnvelope(
                UUID.randomUUID(), console, ++number, null, session.actor().id(), at, at, command);
    }

    CommandAnswer send(CommandEnvelope... batch) throws Exception {
        HttpResponse<String> r = post(Protocol.COMMANDS, Json.write(batch));
        if (r.statusCode() != 200) {
            throw new IllegalStateException(r.statusCode() + " " + r.body());
        }
        return Json.read(r.body(), CommandAnswer.class);
    }

    Settlement give(Command command) throws Exception {
        return send(envelope(command, session.at())).settled().getFirst();
    }

    List<IntakeResult> deliver(List<IntakeItem> items) throws Exception {
        return deliver(items, true);
    }

    List<IntakeResult> deliver(List<IntakeItem> items, boolean gzip) throws Exception {
        StringBuilder lines = new StringBuilder();
        items.forEach(i -> lines.append(Json.write(i)).append('\n'));
        return deliverLines(lines.toString(), gzip);
    }

    List<IntakeResult> deliverLines(String lines, boolean gzip) throws Exception {
        byte[] body = lines.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder b = HttpRequest.newBuilder(base.resolve(Protocol.INTAKE));
        if (gzip) {
            b.header("Content-Encoding", "gzip");
            body = packed(body);
        }
        HttpResponse<String> r = http.send(
                b.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (r.statusCode() != 200) {
            throw new IllegalStateException(r.statusCode() + " " + r.body());
        }
        List<IntakeResult> out = new ArrayList<>();
        r.body().lines().forEach(l -> out.add(Json.read(l, IntakeResult.class)));
        return out;
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    /// An open stream; frames are read one by one.
    final class Stream implements AutoCloseable {
        private final InputStream in;
        private final Lines lines;

        Stream(StreamQuery query, boolean gzip) throws Exception {
            HttpRequest.Builder b = request(Protocol.STREAM + query.toQuery());
            if (gzip) {
                b.header("Accept-Encoding", "gzip");
            }
            HttpResponse<InputStream> r = http.send(b.GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            if (r.statusCode() != 200) {
                throw new IllegalStateException("stream answered " + r.statusCode());
            }
            // Lines of bytes: a Reader over a GZIPInputStream would wait to fill its buffer, frames or not.
            in = gzip ? new GZIPInputStream(r.body()) : r.body();
            lines = new Lines(in);
        }

        @Nullable Frame next() throws IOException {
            byte[] line = lines.next();
            return line == null ? null : FrameCodec.decode(line).orElseThrow();
        }

        /// Every frame up to and with the first that fits; fewer when the stream ends before.
        List<Frame> until(Predicate<Frame> last) throws IOException {
            List<Frame> frames = new ArrayList<>();
            Frame f = next();
            while (f != null) {
                frames.add(f);
                f = last.test(f) ? null : next();
            }
            return frames;
        }

        List<Frame> untilThrough(long seq) throws IOException {
            return until(f -> f instanceof Frame.Through(long s) && s >= seq);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    Stream stream(StreamQuery query) throws Exception {
        return new Stream(query, false);
    }

    Stream packedStream(StreamQuery query) throws Exception {
        return new Stream(query, true);
    }

    /// Everything this desk may see now.
    List<Frame> everything() throws Exception {
        try (Stream s = stream(StreamQuery.FRESH)) {
            return s.until(f -> f instanceof Frame.Through);
        }
    }

    Case caseNow(UUID id) throws Exception {
        for (Frame f : everything()) {
            if (f instanceof Frame.Change c && c.id().equals(id)) {
                return Json.read(c.body(), Case.class);
            }
        }
        throw new AssertionError("case not visible: " + id);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
