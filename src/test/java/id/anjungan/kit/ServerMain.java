package id.anjungan.kit;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.Database;
import id.anjungan.central.ProfileCity;
import id.anjungan.central.Unfenced;
import id.anjungan.profile.ProfileLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// The central server as a child process: database, port, how far its clock is ahead, and `unfenced` for the build
/// that is broken on purpose.
/// Says `READY`; is told `clock PT10M` (its clock jumps) and `exit`.
public final class ServerMain {
    private ServerMain() {}

    public static void main(String[] args) throws IOException {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.parse(args[2]));
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        CentralConfig config = CentralConfig.of(
                        new ProfileCity(ProfileLoader.load("surabaya")), Database.of(args[0]), clock)
                .withPort(Integer.parseInt(args[1]));
        CentralServer server =
                List.of(args).contains("unfenced") ? Unfenced.start(config) : CentralServer.start(config);
        say("READY " + server.baseUri());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("clock ")) {
                ahead.set(Duration.parse(line.substring(6)));
                say("CLOCK " + ahead.get());
            } else if (line.equals("exit")) {
                server.close();
                break;
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
