package id.anjungan.wall;

import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Everything a wallboard is sent, as it is on the wire.
final class Wire implements AutoCloseable {
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream stream;

    Wire(URI server, String wallboard) throws IOException, InterruptedException {
        Session session = Json.read(
                http.send(
                                HttpRequest.newBuilder(server.resolve(Protocol.SESSION))
                                        .POST(HttpRequest.BodyPublishers.ofString(
                                                Json.write(new Session.SignIn(wallboard, UUID.randomUUID()))))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body(),
                Session.class);
        stream = http.send(
                        HttpRequest.newBuilder(server.resolve(Protocol.STREAM))
                                .header("Authorization", "Bearer " + session.token())
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String line = in.readLine();
            while (line != null) {
                lines.add(line);
                line = in.readLine();
            }
        } catch (IOException e) {
            // The day is over.
        }
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        http.shutdownNow();
    }
}
