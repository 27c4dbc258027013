package id.anjungan.app;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileException;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a command asks a server before it begins.
final class Servers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Servers() {}

    /// Who signs in when the command line does not say: the first of the right role whom the server names. A desk
    /// that begins without its server must be told, because only the server knows the names.
    static String operator(URI server, Role role, @Nullable String wanted) throws IOException, InterruptedException {
        if (wanted != null) {
            return wanted;
        }
        for (JsonNode o : get(server, Protocol.OPERATORS, "To work without it, say who signs in with --operator.")) {
            if (role.name().equals(o.path("role").asText())) {
                return o.path("id").asText();
            }
        }
        throw new IOException("The server at " + server + " names nobody of the role " + role + "; say who with --operator.");
    }

    /// The profile of the server's city, when it is one that ships with the desk.
    static CityProfile profile(URI server) throws IOException, InterruptedException {
        String city = get(server, Protocol.STATUS, "Start it, or check the address.").path("city").asText();
        try {
            return ProfileLoader.load(city);
        } catch (ProfileException e) {
            throw new IOException("The server's city is '" + city + "', whose profile is not here; name it with --profile.", e);
        }
    }

    static JsonNode get(URI server, String path, String otherwise) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest ask = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).build();
            return Json.mapper().readTree(http.send(ask, HttpResponse.BodyHandlers.ofString()).body());
        } catch (ConnectException | HttpTimeoutException e) {
            throw new IOException("No server answers at " + server + ". " + otherwise, e);
        }
    }
}
