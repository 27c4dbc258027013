package id.anjungan.app;

import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileException;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.store.Integrity;
import id.anjungan.ui.fx.Fonts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at everything the desk stands on. Reads only: what it finds broken it leaves as it is.
final class Doctor {
    private static final int JDK = 25;
    private static final long ENOUGH_BYTES = 2L << 30;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Path data;
    private final String city;
    private final @Nullable URI server;
    private final DoctorReport report = new DoctorReport();

    Doctor(Path data, String city, @Nullable URI server) {
        this.data = data;
        this.city = city;
        this.server = server;
    }

    DoctorReport look() {
        jdk();
        display();
        fonts();
        sound();
        dataDirectory();
        profile();
        databases();
        server();
        return report;
    }

    private void jdk() {
        Runtime.Version v = Runtime.version();
        String found = v + ", " + System.getProperty("java.vendor") + ", "
                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB for the heap";
        if (v.feature() < JDK) {
            report.unfit("JDK", found, "install a JDK " + JDK + " or newer; Maven finds it by itself");
        } else {
            report.fit("JDK", found);
        }
    }

    private void display() {
        if (ModuleLayer.boot().findModule("javafx.controls").isEmpty()) {
            report.unfit("display", "JavaFX is not on the module path", "start through mvn, or with --module-path and --add-modules javafx.controls");
        } else if (Display.present()) {
            String x = System.getenv("DISPLAY");
            report.fit("display", x == null ? "a screen" : "DISPLAY " + x);
        } else {
            report.warning("display", "none: DISPLAY is not set", "log in at a screen, or use shots, central, simulate and feed, which need none");
        }
    }

    private void fonts() {
        if (!Display.present()) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        try {
            Fonts.load();
            report.fit("fonts", "Inter for words, Roboto for figures");
        } catch (RuntimeException | LinkageError e) {
            report.unfit("fonts", String.valueOf(e.getMessage()), "build again with mvn clean: the faces come with the dependencies");
        }
    }

    private void sound() {
        if (AlarmSound.available()) {
            report.fit("sound", "alarms can be heard");
        } else {
            report.warning("sound", "no sound device", "alarms are shown, not heard; connect speakers and look again");
        }
    }

    private void dataDirectory() {
        try {
            Files.createDirectories(data);
            Path probe = Files.createTempFile(data, "probe", ".tmp");
            Files.delete(probe);
            long free = Files.getFileStore(data).getUsableSpace();
            String found = data + ", " + free / (1 << 20) + " MB free";
            if (free < ENOUGH_BYTES) {
                report.warning("data directory", found, "free at least " + (ENOUGH_BYTES >> 20) + " MB: a full disk refuses actions");
            } else {
                report.fit("data directory", found);
            }
        } catch (IOException e) {
            report.unfit("data directory", data + " cannot be written: " + e.getMessage(), "give yourself the right to write there, or name another place with --data");
        }
    }

    private void profile() {
        try {
            CityProfile p = ProfileLoader.load(city);
            report.fit("profile", p.name().en() + " " + p.version() + ": " + p.channels().size() + " channels, "
                    + p.areas().size() + " areas, " + p.categories().size() + " categories");
        } catch (ProfileException e) {
            report.unfit("profile", e.mistakes().size() + " mistakes", e.explain());
        } catch (RuntimeException e) {
            report.unfit("profile", city + " cannot be loaded: " + e.getMessage(), "name a city (surabaya, paser), a folder or a zip file");
        }
    }

    private void databases() {
        try (Stream<Path> files = Files.walk(data, 4)) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".db")).sorted().toList();
            if (found.isEmpty()) {
                report.fit("databases", "none yet");
            }
            for (Path db : found) {
                String name = data.relativize(db).toString();
                Integrity.problem(db).ifPresentOrElse(
                        problem -> report.unfit("database", name + ": " + problem,
                                name.endsWith("cache.db")
                                        ? "start the desk: it keeps the file aside and fetches everything anew"
                                        : "keep a copy of the file before anything else, then restore it from a backup"),
                        () -> report.fit("database", name + " is sound"));
            }
        } catch (IOException e) {
            report.warning("databases", "cannot be looked at: " + e.getMessage(), "check the rights of " + data);
        }
    }

    private void server() {
        if (server == null) {
            report.fit("server", "not asked about (--server URL)");
            return;
        }
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest ask = HttpRequest.newBuilder(server.resolve(Protocol.STATUS)).timeout(PATIENCE).build();
            HttpResponse<String> answer = http.send(ask, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                report.fit("server", server + ": " + Json.mapper().readTree(answer.body()).path("city").asText());
            } else {
                report.unfit("server", server + " answers " + answer.statusCode(), "ask whoever runs it; the desk works on meanwhile");
            }
        } catch (IOException e) {
            report.unfit("server", server + " does not answer: " + e.getMessage(), "check the address and the network; the desk works on meanwhile");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
