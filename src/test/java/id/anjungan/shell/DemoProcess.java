package id.anjungan.shell;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.protocol.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The desk as a person starts it: a process of its own with the flags of the build, ended with everything it opened.
public final class DemoProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.]+:[0-9]+");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();

    private DemoProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(() -> {
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                out.lines().forEach(said::add);
            } catch (IOException e) {
                said.add("unreadable: " + e.getMessage());
            }
        });
    }

    /// Starts a command of the desk. `javafx` flags are those of the build.
    public static DemoProcess start(List<String> flags, String... args) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("--module-path=" + System.getProperty("anjungan.javafx"));
        line.add("--add-modules=javafx.controls");
        line.add("--enable-native-access=javafx.graphics,ALL-UNNAMED");
        line.add("--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED");
        line.add("--add-exports=javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED");
        line.add("--add-exports=javafx.graphics/com.sun.javafx.scene=ALL-UNNAMED");
        line.add("-XX:+UseCompactObjectHeaders");
        line.addAll(flags);
        line.add("-cp");
        line.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator));
        line.add("id.anjungan.app.Main");
        line.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        return new DemoProcess(builder.start());
    }

    public List<String> said() {
        return List.copyOf(said);
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public Optional<URI> server() {
        return said.stream()
                .map(ADDRESS::matcher)
                .filter(Matcher::find)
                .map(m -> URI.create(m.group()))
                .findFirst();
    }

    /// What the server says of itself; empty while there is none.
    public Optional<JsonNode> status() {
        return server().flatMap(uri -> {
            try {
                HttpRequest ask = HttpRequest.newBuilder(uri.resolve("/v1/status"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                return Optional.of(Json.mapper()
                        .readTree(http.send(ask, HttpResponse.BodyHandlers.ofString()).body()));
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        });
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
