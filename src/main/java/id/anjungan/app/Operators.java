package id.anjungan.app;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.domain.Role;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Who signs in when the command line does not say: the first of the right role whom the server names. A desk that
/// has never met its server must be told, because only the server knows the names.
final class Operators {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Operators() {}

    static String choose(URI server, Role role, @Nullable String wanted) throws IOException, InterruptedException {
        if (wanted != null) {
            return wanted;
        }
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest ask = HttpRequest.newBuilder(server.resolve(Protocol.OPERATORS)).timeout(PATIENCE).build();
            String body = http.send(ask, HttpResponse.BodyHandlers.ofString()).body();
            for (JsonNode o : Json.mapper().readTree(body)) {
                if (role.name().equals(o.path("role").asText())) {
                    return o.path("id").asText();
                }
            }
            throw new IOException("The server at " + server + " names nobody of the role " + role + "; say who with --operator.");
        } catch (java.net.ConnectException | java.net.http.HttpTimeoutException e) {
            throw new IOException(
                    "No server answers at " + server + ". To work without it, say who signs in with --operator.", e);
        }
    }
}
