package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.Database;
import id.anjungan.central.ProfileCity;
import id.anjungan.central.TestPostgres;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.protocol.CommandAnswer;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Session;
import id.anjungan.protocol.Settlement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many commands a second one node settles on PostgreSQL that syncs each commit, asked by 16 desks over HTTP. The
/// floor is the same transactions by plain JDBC on 16 connections, one command each, without the counter row and
/// without telling anybody. Server, database and desks share the machine's processors.
@Tag("bench")
class PostgresBench {
    private static final int DESKS = 16;
    private static final int CASES = 1_000;
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final Duration WARM = Duration.ofSeconds(4);

    private final CityProfile city = ProfileLoader.load("surabaya");

    @Test
    void commands_are_settled() throws Exception {
        Figure.begin("postgres");
        try (EmbeddedPostgres postgres = TestPostgres.start(true)) {
            Database bare = TestPostgres.fresh(postgres);
            central(bare).close();
            PostgresFloor floor = PostgresFloor.on(bare, CASES);
            floor.perSecond(DESKS, WARM);
            double before = floor.perSecond(DESKS, MEASURED);
            double one;
            double many;
            try (CentralServer central = central(TestPostgres.fresh(postgres))) {
                deliver(central);
                settled(central, 1, WARM);
                one = settled(central, 1, MEASURED);
                settled(central, 20, WARM);
                many = settled(central, 20, MEASURED);
            }
            double after = floor.perSecond(DESKS, MEASURED);
            double middle = (before + after) / 2;
            Figure.print("postgres", "commands, one a request, 16 desks", one, "/s", middle);
            Figure.print("postgres", "commands, 20 a request, 16 desks", many, "/s", middle);
            Figure.print("postgres", "floor before", before, "/s");
            Figure.print("postgres", "floor after", after, "/s");
            assertThat(many).isPositive();
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
                if (items.size() == IntakeClient.BATCH) {
                    client.deliver(items);
                    items.clear();
                }
            }
            if (!items.isEmpty()) {
                client.deliver(items);
            }
        }
    }

    private double settled(CentralServer central, int batch, Duration time) throws Exception {
        String operator = city.operators().stream()
                .filter(o -> o.toActor().role() == Role.LEAD)
                .findFirst()
                .orElseThrow()
                .id();
        List<Callable<Integer>> desks = new ArrayList<>();
        for (int i = 0; i < DESKS; i++) {
            Random dice = new Random(i);
            desks.add(() -> work(central, operator, batch, time, dice));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long from = System.nanoTime();
            int n = 0;
            for (Future<Integer> f : threads.invokeAll(desks)) {
                n += f.get();
            }
            return n / Figure.seconds(from);
        }
    }

    private static int work(CentralServer central, String operator, int batch, Duration time, Random dice)
            throws Exception {
        UUID console = UUID.randomUUID();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest.Builder to = HttpRequest.newBuilder(central.baseUri().resolve(Protocol.SESSION));
            String signed = post(http, to, Json.write(new Session.SignIn(operator, console)));
            String token = Json.read(signed, Session.class).token();
            long until = System.nanoTime() + time.toNanos();
            int n = 0;
            while (System.nanoTime() < until) {
                List<CommandEnvelope> all = new ArrayList<>();
                for (int k = 0; k < batch; k++) {
                    Instant now = Instant.now();
                    all.add(new CommandEnvelope(
                            UUID.randomUUID(), console, ++n, null, operator, now, now,
                            new Command.AddNote(Ids.ofItem("WARGAKU", "c" + dice.nextInt(CASES)), Rig.text(dice))));
                }
                HttpRequest.Builder b = HttpRequest.newBuilder(central.baseUri().resolve(Protocol.COMMANDS))
                        .header("Authorization", "Bearer " + token);
                CommandAnswer answer = Json.read(post(http, b, Json.write(all)), CommandAnswer.class);
                assertThat(answer.settled()).hasSize(batch).allMatch(s -> s.status() == Settlement.Status.DONE);
            }
            return n;
        }
    }

    private static String post(HttpClient http, HttpRequest.Builder to, String body) throws Exception {
        HttpResponse<String> r = http.send(
                to.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(r.statusCode()).isEqualTo(200);
        return r.body();
    }
}
