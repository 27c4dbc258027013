package id.anjungan.kit;

import id.anjungan.intake.OutboundAnswer;
import id.anjungan.intake.OutboundPage;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A channel's connector: asks again and again for answers to citizens, with the cursor of what it has taken over, and
/// counts how often it was handed each. A thread of its own; its record can be read from any.
public final class Connector implements AutoCloseable {
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String channel;
    private final Map<String, Integer> handed = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closing;

    public Connector(URI server, String channel) {
        this.server = server;
        this.channel = channel;
        this.thread = Thread.ofPlatform().daemon().name("connector-" + channel).start(this::run);
    }

    public String channel() {
        return channel;
    }

    /// How often each answer was handed over, by its id.
    public Map<String, Integer> handed() {
        return handed;
    }

    private void run() {
        long cursor = 0;
        while (!closing) {
            try {
                cursor = fetch(cursor);
            } catch (IOException | IllegalArgumentException e) {
                Pause.millis(50);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private long fetch(long after) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(
                        server.resolve(Protocol.OUTBOUND + "?channel=" + channel + "&after=" + after + "&wait=2"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpResponse<String> answer = http.send(ask, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("answered " + answer.statusCode());
        }
        OutboundPage page = Json.read(answer.body(), OutboundPage.class);
        for (OutboundAnswer a : page.answers()) {
            handed.merge(a.id(), 1, Integer::sum);
        }
        return page.next();
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        http.shutdownNow();
        http.close();
    }
}
