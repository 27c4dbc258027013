package id.anjungan.intake;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Delivers items to a server's public intake, `POST /v1/intake`: one gzipped batch of NDJSON, one answer line an
/// item, in order. A batch is delivered until it is answered, however long the server is away; delivering twice
/// changes nothing there, so nothing is lost and nothing doubled. Blocks: use it on virtual threads. Thread-safe;
/// several batches may be under way at once.
public final class IntakeClient implements AutoCloseable {
    /// The largest batch a caller should build.
    public static final int BATCH = 500;

    private static final ObjectWriter ITEM = Json.mapper().writerFor(IntakeItem.class);
    private static final ObjectReader RESULT = Json.mapper().readerFor(IntakeResult.class);

    private final URI address;
    private final HttpClient http = Retrying.client();
    private final Retrying retrying;
    private final @Nullable String token;

    public IntakeClient(URI server, InstantSource clock) {
        this(server, clock, null);
    }

    /// With the token that this server asks channels for.
    public IntakeClient(URI server, InstantSource clock, @Nullable String token) {
        this.address = resolve(server, Protocol.INTAKE);
        this.token = token;
        this.retrying = new Retrying(http, clock);
    }

    static URI resolve(URI server, String path) {
        String base = server.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /// Delivers a batch and answers what became of each item, in its order. Returns only when the server has
    /// answered; interrupt the thread to give up. A batch that is too large for the server is halved.
    public List<IntakeResult> deliver(List<IntakeItem> items) throws InterruptedException {
        if (items.isEmpty()) {
            return List.of();
        }
        HttpRequest request = Retrying.request(address, token)
                .header("Content-Type", Protocol.NDJSON)
                .header("Content-Encoding", "gzip")
                .header("Accept", Protocol.NDJSON)
                .POST(BodyPublishers.ofByteArray(body(items)))
                .build();
        try {
            return retrying.send(request, b -> results(b, items.size()));
        } catch (IntakeException e) {
            if (e.status() != 413 || items.size() == 1) {
                throw e;
            }
            int half = items.size() / 2;
            List<IntakeResult> both = new ArrayList<>(deliver(items.subList(0, half)));
            both.addAll(deliver(items.subList(half, items.size())));
            return both;
        }
    }

    /// Whether the last try failed, so that a progress line can say that the server is away.
    public boolean serverAway() {
        return retrying.failing() > 0;
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private static byte[] body(List<IntakeItem> items) {
        var bytes = new ByteArrayOutputStream(items.size() * 160 + 64);
        try (OutputStream out = new GZIPOutputStream(bytes, 8192)) {
            for (IntakeItem item : items) {
                out.write(ITEM.writeValueAsBytes(item));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an item cannot be written as JSON", e);
        }
        return bytes.toByteArray();
    }

    /// The answer lines, or null when they are not one an item: cut off on the way, so the batch goes again.
    private static @Nullable List<IntakeResult> results(byte[] body, int expected) throws IOException {
        try (MappingIterator<IntakeResult> lines = RESULT.readValues(body)) {
            List<IntakeResult> all = lines.readAll();
            return all.size() == expected ? all : null;
        }
    }
}
