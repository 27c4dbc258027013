package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Location;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Role;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.sync.FakeCentral;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast the desk fills, follows and acts, over real HTTP and files: `mvn verify -Pbench -Dtest=DeskBench`.
@Tag("bench")
@SuppressWarnings("EnumOrdinal")
class DeskBench {
    private static final int CASES = 5_000;

    @TempDir
    Path dir;

    @Test
    void fill_follow_and_act() {
        try (FakeCentral central = new FakeCentral(ProfileLoader.load("surabaya"))) {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                ids.add(central.report(
                        "WARGAKU", "JLN-RSK", Priority.values()[1 + i % 3], "Lubang besar nomor " + i + " di jalan raya",
                        Location.of(-7.2 - i % 97 / 1000.0, 112.7 + i % 89 / 1000.0), "Siti " + i, "0812" + i));
            }
            int rows = central.all().size();
            central.pageRows = 5_000;
            var config = DeskConfig.of(dir, central.start(), "ayu", Role.OPERATOR, InstantSource.system(), "batal");
            long from = System.nanoTime();
            long cpu = cpu();
            try (LiveDesk d = LiveDesk.open(config)) {
                await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofMinutes(2))
                        .until(() -> d.status().get().link() == DeskStatus.Link.LIVE);
                double seconds = (System.nanoTime() - from) / 1e9;
                System.out.printf(
                        "first sync: %d rows in %.2f s = %.0f rows/s; %.2f s of processor, server included%n",
                        rows, seconds, rows / seconds, (cpu() - cpu) / 1e9);
                await().atMost(Duration.ofMinutes(1)).until(() -> d.figures().get().open() == CASES);
                follow(central, d, ids);
                act(d, ids);
            }
        }
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static void follow(FakeCentral central, LiveDesk d, List<UUID> ids) {
        AtomicInteger pages = new AtomicInteger();
        try (var _ = d.queue().page().subscribe(p -> pages.incrementAndGet())) {
            long from = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                Case c = central.entity(Case.class, ids.get(i));
                central.putDirectly(c.edit(Instant.now(), Instant.now()).level(2).build());
            }
            central.putDirectly(central.entity(Case.class, ids.getFirst()).edit(Instant.now(), Instant.now())
                    .priority(Priority.EMERGENCY).build());
            await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(30)).until(
                    () -> d.queue().page().get().rows().getFirst().id().equals(ids.getFirst()));
            System.out.printf("burst of 1,000 changes: shown after %.0f ms in %d pages%n", (System.nanoTime() - from) / 1e6, pages.get());
        }
    }

    private static void act(LiveDesk d, List<UUID> ids) {
        long[] took = new long[200];
        long cpu = cpu();
        for (int i = 0; i < took.length; i++) {
            long from = System.nanoTime();
            assertThat(d.submit(new Command.ClaimCase(ids.get(i))).join().accepted()).isTrue();
            took[i] = System.nanoTime() - from;
        }
        java.util.Arrays.sort(took);
        System.out.printf("claim, durable and shown: p50 %.1f ms, p99 %.1f ms, %.1f ms of processor each, server included%n",
                took[100] / 1e6, took[197] / 1e6, (cpu() - cpu) / 200e6);
        long from = System.nanoTime();
        int found = 0;
        for (int i = 0; i < 200; i++) {
            found += d.search("lubang nomor " + i, 50).join().size();
        }
        System.out.printf("search: %.2f ms each (%d found)%n", (System.nanoTime() - from) / 200e6, found);
    }
}
