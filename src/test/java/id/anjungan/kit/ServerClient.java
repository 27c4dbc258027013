package id.anjungan.kit;

import com.fasterxml.jackson.databind.MappingIterator;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.FrameCodec;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Session;
import id.anjungan.protocol.StreamQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The kit's own client of a server, sharing no code with the desk's: delivers items and reads a whole stream.
public final class ServerClient implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();

    /// One record as the server sends it.
    record Sent(String kind, long seq, String body) {}

    /// Everything that an operator may see now, by a snapshot.
    Map<UUID, Sent> everything(URI server, String operator) throws IOException, InterruptedException {
        String token = signIn(server, operator, UUID.randomUUID()).token();
        HttpRequest ask = HttpRequest.newBuilder(server.resolve(Protocol.STREAM + StreamQuery.FRESH.toQuery()))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> answer = http.send(ask, HttpResponse.BodyHandlers.ofInputStream());
        Map<UUID, Sent> all = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Frame f = FrameCodec.decode(line).orElse(null);
                if (f instanceof Frame.Change c) {
                    all.put(c.id(), new Sent(c.kind(), c.seq(), c.body()));
                } else if (f instanceof Frame.Through) {
                    return all;
                }
            }
        }
        throw new IOException("the snapshot ended early");
    }

    /// Signs in; what the server answered.
    public Session signIn(URI server, String operator, UUID console) throws IOException, InterruptedException {
        return Json.read(post(server.resolve(Protocol.SESSION), "", Json.write(new Session.SignIn(operator, console))), Session.class);
    }

    /// Sends a body of commands as it is.
    public String commands(URI server, String token, String body) throws IOException, InterruptedException {
        return post(server.resolve(Protocol.COMMANDS), token, body);
    }

    private String post(URI to, String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder b = HttpRequest.newBuilder(to).timeout(Duration.ofSeconds(5));
        if (!token.isEmpty()) {
            b.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> r = http.send(
                b.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (r.statusCode() != 200) {
            throw new IOException(to + " answered " + r.statusCode());
        }
        return r.body();
    }

    /// Delivers until answered, and writes down what was answered; gives up when interrupted or after `withinMs`.
    public boolean deliver(URI server, List<IntakeItem> items, Ledger ledger, long withinMs) {
        StringBuilder lines = new StringBuilder();
        items.forEach(i -> lines.append(Json.write(i)).append('\n'));
        return Pause.until(withinMs, () -> {
            try (MappingIterator<IntakeResult> answer = Json.mapper()
                    .readerFor(IntakeResult.class)
                    .readValues(post(server.resolve(Protocol.INTAKE), "", lines.toString()))) {
                List<IntakeResult> all = answer.readAll();
                for (int i = 0; i < all.size(); i++) {
                    ledger.delivered(items.get(i), all.get(i));
                }
                return all.size() == items.size();
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
