package id.anjungan.intake;

import com.fasterxml.jackson.databind.ObjectReader;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Fetches what a channel must say to its citizens, `GET /v1/outbound`. Keep `next` of a page and ask with it:
/// an answer is then taken over once. Waits as long as the server is away. Blocks: use it on virtual threads.
/// Thread-safe.
public final class OutboundClient implements AutoCloseable {
    private static final ObjectReader PAGE = Json.mapper().readerFor(OutboundPage.class);

    private final URI address;
    private final HttpClient http = Retrying.client();
    private final Retrying retrying;
    private final @Nullable String token;

    public OutboundClient(URI server, InstantSource clock) {
        this(server, clock, null);
    }

    /// With the token that this server asks channels for.
    public OutboundClient(URI server, InstantSource clock, @Nullable String token) {
        this.address = IntakeClient.resolve(server, Protocol.OUTBOUND);
        this.token = token;
        this.retrying = new Retrying(http, clock);
    }

    /// Answers after the cursor `after` (0 = from the beginning) for one channel, `limit` at most.
    public OutboundPage fetch(String channel, long after, int limit) throws InterruptedException {
        String query = "?channel=" + URLEncoder.encode(channel, StandardCharsets.UTF_8) + "&after=" + after + "&limit="
                + limit;
        HttpRequest request = Retrying.request(URI.create(address + query), token).GET().build();
        return retrying.send(request, PAGE::readValue);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
