package id.anjungan.kit;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Role;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.LiveDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Runs a server and a desk once through what children do, so that the JDK learns which classes a start needs.
final class TrainMain {
    private TrainMain() {}

    public static void main(String[] args) throws IOException {
        Path dir = Files.createDirectories(Path.of(args[0]));
        InstantSource clock = Instant::now;
        CentralConfig config =
                CentralConfig.of(new ProfileCity(ProfileLoader.load("surabaya")), dir.resolve("central.db"), clock);
        try (CentralServer server = CentralServer.start(config);
                ServerClient client = new ServerClient();
                LiveDesk desk = LiveDesk.open(DeskConfig.of(
                        dir.resolve("desk"), server.baseUri(), "ayu", Role.OPERATOR, clock, "dibatalkan"))) {
            client.deliver(server.baseUri(), List.of(Made.fire("train", new Random(1))), new Ledger(), 20_000);
            UUID id = Ids.ofItem("CC112", "train");
            Pause.until(20_000, () -> DeskFacts.caseOf(dir.resolve("desk"), id).isPresent());
            ConsoleMain console = new ConsoleMain(desk, dir.resolve("desk"), 1, new java.util.concurrent.atomic.AtomicReference<>());
            console.submit(List.of(new Command.ClaimCase(id)));
            Pause.until(5_000, () -> desk.status().get().waiting() == 0);
        }
    }
}
