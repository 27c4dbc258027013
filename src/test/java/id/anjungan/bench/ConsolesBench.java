package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.Committed;
import id.anjungan.central.Database;
import id.anjungan.central.ProfileCity;
import id.anjungan.central.TestPostgres;
import id.anjungan.domain.Case;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.protocol.CaseRecord;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Session;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A thousand live consoles on one node with PostgreSQL, fsync on: how long after its commit each of 50 changes a second
/// has been received by each of them. Server, database and consoles share the machine's processors; each console has a
/// session, a packed stream and a socket of its own, and reads all that it is sent.
@Tag("bench")
class ConsolesBench {
    private static final int CONSOLES = 1_000;
    private static final int CASES = 500;
    private static final int PER_SECOND = 50;
    private static final int WARM = 5 * PER_SECOND;
    private static final int MEASURED = 20 * PER_SECOND;
    private static final long EVERY = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;

    private final CityProfile city = ProfileLoader.load("surabaya");
    private final Policy policy = city.toPolicy();
    private final AtomicLongArray committed = new AtomicLongArray(16_384);
    private final ConcurrentLinkedQueue<IOException> broken = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean over;

    /// When each console has received which of the changes, as `System.nanoTime`.
    private long[][] received = {};

    @Test
    void a_thousand_live_consoles() throws Exception {
        Figure.begin("consoles");
        try (EmbeddedPostgres postgres = TestPostgres.start(true);
                CentralServer central = central(TestPostgres.fresh(postgres))) {
            deliver(central);
            List<Case> cases = cases(central);
            long base = Committed.head(central);
            received = new long[CONSOLES][WARM + MEASURED + 1];
            CountDownLatch live = new CountDownLatch(CONSOLES);
            List<Console> consoles = new ArrayList<>();
            for (int i = 0; i < CONSOLES; i++) {
                consoles.add(open(central, i, base, live));
            }
            assertThat(live.await(2, TimeUnit.MINUTES)).isTrue();
            long cpu = Figure.cpu();
            long from = System.nanoTime();
            steady(central, cases, base);
            double seconds = Figure.seconds(from);
            double share = (Figure.cpu() - cpu) / 1e9 / seconds;
            Rig.until(() -> missing() == 0 || !broken.isEmpty());
            over = true;
            for (Console c : consoles) {
                c.close();
            }
            assertThat(broken).isEmpty();
            report(seconds, share);
        }
    }

    private CentralServer central(Database database) {
        return CentralServer.start(CentralConfig.of(new ProfileCity(city), database, InstantSource.system()));
    }

    private static void deliver(CentralServer central) throws InterruptedException {
        Random dice = new Random(7);
        try (IntakeClient client = new IntakeClient(central.baseUri(), InstantSource.system())) {
            List<IntakeItem> items = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                items.add(Rig.item("c" + i, dice));
            }
            client.deliver(items);
        }
    }

    private List<String> operators() {
        return city.operators().stream()
                .filter(o -> o.toActor().role() == Role.OPERATOR || o.toActor().role() == Role.LEAD)
                .map(CityProfile.Operator::id)
                .toList();
    }

    private Session session(CentralServer central, String operator) throws Exception {
        HttpRequest ask = HttpRequest.newBuilder(central.baseUri().resolve(Protocol.SESSION))
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(new Session.SignIn(operator, UUID.randomUUID()))))
                .build();
        HttpResponse<String> r = http.send(ask, HttpResponse.BodyHandlers.ofString());
        assertThat(r.statusCode()).isEqualTo(200);
        return Json.read(r.body(), Session.class);
    }

    private List<Case> cases(CentralServer central) throws Exception {
        String token = session(central, operators().getFirst()).token();
        List<Case> all = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            HttpRequest ask = HttpRequest.newBuilder(
                            central.baseUri().resolve(Protocol.CASES + "/" + Ids.ofItem("WARGAKU", "c" + i)))
                    .header("Authorization", "Bearer " + token)
                    .build();
            all.add(Json.read(http.send(ask, HttpResponse.BodyHandlers.ofString()).body(), CaseRecord.class).c());
        }
        return all;
    }

    private Console open(CentralServer central, int n, long base, CountDownLatch live) throws Exception {
        List<String> who = operators();
        Session s = session(central, who.get(n % who.size()));
        Console c = Console.open(central.baseUri(), s.token(), "?epoch=" + s.epoch() + "&after=" + base);
        long[] mine = received[n];
        Thread.ofVirtual().start(() -> {
            AtomicInteger first = new AtomicInteger();
            try {
                c.follow(
                        seq -> {
                            int i = (int) (seq - base);
                            if (i > 0 && i < mine.length) {
                                mine[i] = System.nanoTime();
                            }
                        },
                        seq -> {
                            if (first.getAndIncrement() == 0) {
                                live.countDown();
                            }
                        });
            } catch (IOException e) {
                if (!over) {
                    broken.add(e);
                }
            }
        });
        return c;
    }

    private void steady(CentralServer central, List<Case> cases, long base) {
        long from = System.nanoTime();
        for (int i = 0; i < WARM + MEASURED; i++) {
            int n = i % CASES;
            Case c = cases.get(n);
            cases.set(n, c.edit(Instant.now(), Instant.now()).level(c.level() % 4 + 1).build());
            Committed.At at = Committed.put(central, policy, cases.get(n));
            committed.set((int) (at.seq() - base), at.nanos());
            long next = from + (i + 1) * EVERY;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    /// A change that another has overtaken before a slow console came to it is not sent to that console any more.
    private long missing() {
        long n = 0;
        for (long[] mine : received) {
            n += mine[mine.length - 1] == 0 ? 1 : 0;
        }
        return n;
    }

    private void report(double seconds, double share) {
        double[] took = new double[CONSOLES * MEASURED];
        int n = 0;
        int never = 0;
        for (long[] mine : received) {
            for (int i = WARM + 1; i < mine.length; i++) {
                if (mine[i] == 0) {
                    never++;
                } else {
                    took[n++] = (mine[i] - committed.get(i)) / 1e6;
                }
            }
        }
        double[] all = java.util.Arrays.copyOf(took, n);
        Figure.print("consoles", "1,000 consoles, commit to received, p50", Figure.at(0.5, all), "ms");
        Figure.print("consoles", "1,000 consoles, commit to received, p99 (budget 500)", Figure.at(0.99, all), "ms");
        Figure.print("consoles", "1,000 consoles, commit to received, longest", Figure.at(1, all), "ms");
        Figure.print("consoles", "changes a second", (WARM + MEASURED) / seconds, "/s");
        Figure.print("consoles", "processors, server and consoles together", share, "cores");
        Figure.print("consoles", "overtaken, of " + CONSOLES * MEASURED, never, "changes");
    }
}
