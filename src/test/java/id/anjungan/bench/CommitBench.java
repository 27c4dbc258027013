package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.central.CentralServer;
import id.anjungan.central.Committed;
import id.anjungan.domain.Actor;
import id.anjungan.domain.Case;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.protocol.Json;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheReader;
import id.anjungan.store.CaseFacts;
import id.anjungan.store.DeskDb;
import id.anjungan.sync.Compared;
import id.anjungan.sync.Overlay;
import id.anjungan.sync.Rules;
import id.anjungan.sync.ServerTime;
import id.anjungan.sync.Sync;
import id.anjungan.sync.SyncConfig;
import id.anjungan.sync.SyncListener;
import id.anjungan.sync.SyncStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the server's commit until the change is committed in a desk's cache, beside `CommitFloor` turn by turn. A real
/// server on SQLite, a real sync loop over HTTP into a cache of 5,000 cases; nothing is computed or drawn from it.
@Tag("bench")
class CommitBench {
    private static final int CASES = 5_000;
    private static final int ROUNDS = 5;
    private static final int SAMPLES = 200;

    static {
        // Else the floor's server waits for more to send (Nagle).
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @TempDir
    Path dir;

    private final CityProfile city = ProfileLoader.load("surabaya");
    private final Policy policy = city.toPolicy();
    private final BlockingQueue<long[]> seen = new LinkedBlockingQueue<>();
    private final UUID id = Ids.ofItem("WARGAKU", "c17");

    @Test
    void from_commit_to_commit() throws Exception {
        Figure.begin("commit");
        try (CentralServer server = Rig.central(city, dir.resolve("central.db"))) {
            deliver(server);
            try (DeskDb desk = DeskDb.open(dir.resolve("desk.db"));
                    CacheDb cache = CacheDb.open(dir.resolve("cache.db"));
                    CommitFloor floor = new CommitFloor(dir);
                    Sync sync = sync(server, desk, cache)) {
                cache.onCommit(c -> {
                    CaseFacts f = c.cases().get(id);
                    if (f != null) {
                        seen.add(new long[] {f.level(), System.nanoTime()});
                    }
                });
                sync.start();
                Rig.until(() -> sync.status().phase() == SyncStatus.Phase.LIVE && count(cache) == CASES);
                measure(server, cache, floor);
            }
        }
    }

    private void measure(CentralServer server, CacheDb cache, CommitFloor floor) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        ours(server, cache, new ArrayList<>());
        floor(cache, floor, new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            floor(cache, floor, floors);
            ours(server, cache, ours);
        }
        for (double share : new double[] {0.5, 0.99}) {
            double beside = Figure.at(share, floors.stream().mapToDouble(d -> d).toArray());
            String name = "commit to committed in the cache, p" + Math.round(share * 100);
            Figure.print("commit", name, Figure.at(share, ours.stream().mapToDouble(d -> d).toArray()), "ms", beside);
        }
        assertThat(ours).hasSize(ROUNDS * SAMPLES);
    }

    private void ours(CentralServer server, CacheDb cache, List<Double> took) throws InterruptedException {
        Random dice = new Random(took.size());
        Case c = held(cache);
        seen.clear();
        for (int i = 0; i < SAMPLES; i++) {
            pause(dice);
            int level = c.level() % 4 + 1;
            c = c.edit(Instant.now(), Instant.now()).level(level).build();
            Committed.At at = Committed.put(server, policy, c);
            long[] got = seen.poll(30, TimeUnit.SECONDS);
            assertThat(got).isNotNull();
            assertThat(got[0]).isEqualTo(level);
            took.add((got[1] - at.nanos()) / 1e6);
        }
    }

    private void floor(CacheDb cache, CommitFloor floor, List<Double> took) throws Exception {
        Random dice = new Random(took.size());
        String body = Json.write(held(cache));
        for (int i = 0; i < SAMPLES; i++) {
            pause(dice);
            took.add(floor.once(id.toString(), body));
        }
    }

    private static void pause(Random dice) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(dice.nextInt(20_000)));
    }

    private Case held(CacheDb cache) {
        return (Case) cache.write(tx -> tx.find(id).orElseThrow()).join();
    }

    private static long count(CacheDb cache) {
        try (CacheReader reader = cache.reader()) {
            long[] n = {0};
            reader.eachOpen(f -> n[0]++);
            return n[0];
        }
    }

    private Sync sync(CentralServer server, DeskDb desk, CacheDb cache) {
        Actor who = city.operators().getFirst().toActor();
        Overlay overlay = new Overlay(cache, desk, new Rules() {
            @Override
            public Actor actor() {
                return who;
            }

            @Override
            public Policy policy() {
                return policy;
            }
        });
        ServerTime time = new ServerTime(InstantSource.system(), System::nanoTime, Duration.ZERO);
        return new Sync(SyncConfig.of(server.baseUri(), who.id(), Role.OPERATOR), desk, cache, overlay, time, new Deaf());
    }

    private static void deliver(CentralServer central) throws InterruptedException {
        Random dice = new Random(7);
        try (IntakeClient client = new IntakeClient(central.baseUri(), InstantSource.system())) {
            for (int i = 0; i < CASES; i += IntakeClient.BATCH) {
                List<IntakeItem> items = new ArrayList<>();
                for (int k = i; k < Math.min(CASES, i + IntakeClient.BATCH); k++) {
                    items.add(Rig.item("c" + k, dice));
                }
                client.deliver(items);
            }
        }
    }

    private static final class Deaf implements SyncListener {
        @Override
        public void status(SyncStatus status) {}

        @Override
        public void signedIn(Actor actor) {}

        @Override
        public void compared(Compared result) {}

        @Override
        public Optional<Instant> closedSince() {
            return Optional.empty();
        }

        @Override
        public void ephemeral(String topic, String operator, Map<String, String> args) {}

        @Override
        public void settled() {}
    }
}
