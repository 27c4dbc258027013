package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.central.CentralServer;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import id.anjungan.profile.ProfileLoader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast delivered items become durable cases on the server, over HTTP, with nobody watching. One case is four
/// records (case, person, message, entry), four lines of change log and one of audit; the floor is the same number of
/// records of the same size in one plain table, synced as often.
@Tag("bench")
class IntakeBench {
    private static final int SENDERS = 4;
    private static final int BATCHES = 20;

    @TempDir
    Path dir;

    @Test
    void items_become_durable_cases() throws Exception {
        Figure.begin("intake");
        Path file = dir.resolve("central.db");
        try (CentralServer server = Rig.central(ProfileLoader.load("surabaya"), file);
                IntakeClient client = new IntakeClient(server.baseUri(), InstantSource.system());
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            send(client, senders, "warm");
            send(client, senders, "warmer");
            long before = Counted.of(file).records();
            long from = System.nanoTime();
            long cpu = Figure.cpu();
            int n = send(client, senders, "measured");
            double took = Figure.seconds(from);
            double busy = (Figure.cpu() - cpu) / 1e9;
            double perItem = (Counted.of(file).records() - before) / (double) n;
            double floor = Floors.synced(Floors.bodies(file, null), dir.resolve("floor.db"), (int) (200 * perItem)) / perItem;
            Figure.print("intake", "intake, durable", n / took, "items/s", floor);
            Figure.print("intake", "intake, for each second of processor, both ends", n / busy, "items");
            assertThat(n / busy).as("items for a second of processor").isGreaterThan(1_500);
        }
    }

    private static int send(IntakeClient client, ExecutorService senders, String name) throws Exception {
        List<Future<Integer>> all = new ArrayList<>();
        for (int s = 0; s < SENDERS; s++) {
            String source = name + s + "-";
            all.add(senders.submit(() -> batches(client, source)));
        }
        int n = 0;
        for (Future<Integer> f : all) {
            n += f.get();
        }
        return n;
    }

    private static int batches(IntakeClient client, String source) throws InterruptedException {
        Random dice = new Random(source.hashCode());
        int n = 0;
        for (int b = 0; b < BATCHES; b++) {
            List<IntakeItem> items = new ArrayList<>();
            for (int i = 0; i < IntakeClient.BATCH; i++) {
                items.add(Rig.item(source + n++, dice));
            }
            assertThat(client.deliver(items)).extracting(IntakeResult::status).containsOnly(IntakeResult.Status.ACCEPTED);
        }
        return n;
    }
}
