package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast items become durable cases, over HTTP, batch after batch from one sender.
@Tag("bench")
class CentralBenchTest {
    private static final int ROUNDS = 60;
    private static final int BATCH = 500;

    @TempDir
    Path dir;

    @Test
    void intake() throws Exception {
        try (CentralServer server =
                        CentralServer.start(CentralConfig.of(new TestCity(), dir.resolve("central.db"), new MovableClock()));
                Desk desk = Desk.of(server, TestCity.ANI)) {
            run(desk, "warm", 20);
            long begin = System.nanoTime();
            long cpu = cpu();
            run(desk, "measured", ROUNDS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double busy = (cpu() - cpu) / 1e9;
            double perCore = ROUNDS * BATCH / busy;
            System.out.printf(
                    "central intake: %,.0f items/s, %,.0f items per second of processor (%,d items, one sender)%n",
                    ROUNDS * BATCH / seconds, perCore, ROUNDS * BATCH);
            // Processor time, because a shared machine's clock says more about its other work.
            assertThat(perCore).isGreaterThan(1_500);
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void run(Desk desk, String name, int rounds) throws Exception {
        for (int r = 0; r < rounds; r++) {
            List<IntakeItem> items = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                items.add(Items.report(name + r + "-" + i, "road"));
            }
            assertThat(desk.deliver(items)).extracting(IntakeResult::status).containsOnly(IntakeResult.Status.ACCEPTED);
        }
    }
}
