package id.anjungan.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import id.anjungan.domain.Outcome;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.ScriptedIntake;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FeedImportTest {
    private static final CityProfile BOSTON = ProfileLoader.load("src/test/resources/profiles/boston");
    private static final String HEADER = "service_request_id,status,service_name,service_code,requested_datetime,"
            + "updated_datetime,lat,long,address,description,status_notes,media_url\n";

    @TempDir
    Path dir;

    private final ScriptedIntake server = new ScriptedIntake();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T00:00:00Z"));
    private final List<FeedProgress> told = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    private FeedOptions options(Map<String, String> columns, double speed) {
        return new FeedOptions(server.uri(), BOSTON, null, null, columns, speed, dir.resolve("aside.csv"), null);
    }

    private FeedResult run(Path file, FeedOptions options) throws IOException, InterruptedException {
        return new FeedImport(file, options, now::get, told::add).run();
    }

    private FeedResult run(String content) throws IOException, InterruptedException {
        return run(write("in.csv", content), options(Map.of(), 0));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(dir.resolve(name), content);
    }

    private static String row(int i) {
        return "R" + i + ",open,Other,,2015-01-01T01:27:15-05:00,,42.3,-71.1,\"1 A St, Boston\",text " + i + ",,\n";
    }

    @Test
    void aRowBecomesAnItemAndWhatIsClosedBecomesHistory() throws Exception {
        FeedResult r = run("\uFEFF" + HEADER
                + "1,closed,Illegal Parking,4f,2015-01-01T08:00:13-05:00,2015-01-02T04:51:28-05:00,42.33,-71.1,\"8 C St, Mission Hill\","
                + "\"How? \"\"Resident\"\"\nspot\",Done,https://x.invalid/p/report.jpg\n" + row(2));
        assertThat(r).isEqualTo(new FeedResult(2, 2, 0, 0));
        IntakeItem i = server.items().getFirst();
        assertThat(i.channel()).isEqualTo("BOS311");
        assertThat(i.service()).isEqualTo("Illegal Parking");
        assertThat(i.reportedAt()).isEqualTo(Instant.parse("2015-01-01T13:00:13Z"));
        assertThat(i.closedAt()).isEqualTo(Instant.parse("2015-01-02T09:51:28Z"));
        assertThat(i.outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(i.text()).isEqualTo("How? \"Resident\"\nspot");
        assertThat(i.address()).isEqualTo("8 C St, Mission Hill");
        assertThat(i.attachments()).singleElement().satisfies(a -> assertThat(a.mediaType()).isEqualTo("image/jpeg"));
        assertThat(server.items().get(1).outcome()).isNull();
        assertThat(dir.resolve("aside.csv")).doesNotExist();
        assertThat(dir.resolve("aside.csv.position")).doesNotExist();
    }

    @Test
    void everyRowSetAsideIsWrittenWithLineReasonAndItself() throws Exception {
        server.judge(i -> i.sourceId().equals("R5") ? "text: too rude" : "");
        FeedResult r = run(HEADER + row(1)
                + ",open,Other,,2015-01-01T01:27:15-05:00,,42.3,-71.1,a,no id,,\n"
                + "R3,open,Other,,yesterday,,42.3,-71.1,a,bad time,,\n"
                + "R4,open,Other,,2015-01-01T01:27:15-05:00,,142.3,-71.1,a,\"bad\nplace\",,\n"
                + row(5) + "R6,open,Other,,2015-01-01T01:27:15-05:00,,42.3,-71.1,a,b,c,d,too,many\n" + row(7));
        assertThat(r).isEqualTo(new FeedResult(7, 2, 5, 0));
        List<Map<String, String>> aside = table(Files.newInputStream(dir.resolve("aside.csv")));
        assertThat(aside).extracting(m -> m.get("line")).containsExactly("3", "4", "5", "7", "8");
        assertThat(aside).extracting(m -> m.get("reason")).satisfiesExactly(
                s -> assertThat(s).contains("id: missing"),
                s -> assertThat(s).contains("requested").contains("yesterday"),
                s -> assertThat(s).contains("lat").contains("142.3"),
                s -> assertThat(s).isEqualTo("server: text: too rude"),
                s -> assertThat(s).contains("14 fields").contains("12"));
        assertThat(aside.get(2).get("row")).contains("\"bad\nplace\"");
    }

    @Test
    void namesOfOtherCitiesAreRecognised() throws Exception {
        Map<String, String> exports = Map.of("boston", """
                case_enquiry_id,open_dt,closed_dt,case_status,case_title,type,location_street_name,latitude,longitude
                1,2024-05-01 08:30:00,,Open,Missed pickup,Trash,1 A St,42.3,-71.1
                """, "nyc", """
                Unique Key,Created Date,Closed Date,Agency,Complaint Type,Descriptor,Incident Address,Status,Latitude,Longitude,Location
                1,05/01/2024 08:30:00 AM,,NYPD,Trash,Missed pickup,1 A ST,Open,42.3,-71.1,"(42.3, -71.1)"
                """, "chicago", """
                SR_NUMBER,SR_TYPE,SR_SHORT_CODE,STATUS,CREATED_DATE,CLOSED_DATE,STREET_ADDRESS,LATITUDE,LONGITUDE
                1,Trash,TR,Open,05/01/2024 08:30:00 AM,,1 A ST,42.3,-71.1
                """, "sf", """
                CaseID;Opened;Closed;Updated;Status;Category;Request Details;Address;Latitude;Longitude
                1;2024-05-01T08:30:00.000;;;Open;Trash;Missed pickup;1 A St;42.3;-71.1
                """);
        for (var e : exports.entrySet()) {
            try (ScriptedIntake fresh = new ScriptedIntake()) {
                FeedOptions o = new FeedOptions(fresh.uri(), BOSTON, null, null, Map.of(), 0, dir.resolve("a.csv"), null);
                assertThat(run(write(e.getKey() + ".csv", e.getValue()), o).accepted()).as(e.getKey()).isOne();
                IntakeItem i = fresh.items().getFirst();
                assertThat(i.reportedAt()).as(e.getKey()).isEqualTo(Instant.parse("2024-05-01T12:30:00Z"));
                assertThat(i.service()).as(e.getKey()).isEqualTo("Trash");
                assertThat(i.lat()).as(e.getKey()).isEqualTo(42.3);
                assertThat(i.outcome()).as(e.getKey()).isNull();
                assertThat(i.text()).as(e.getKey()).isNotBlank();
            }
        }
    }

    @Test
    void otherColumnsAreMappedByOption() throws Exception {
        Path file = write("x.csv", "Ticket No;Wann;Was\n7;2024-05-01 08:30;Loch\n");
        assertThatThrownBy(() -> run(file, options(Map.of(), 0)))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("[Ticket No, Wann, Was]")
                .hasMessageContaining("id=COLUMN");
        FeedResult r = run(file, options(Map.of("id", "ticket no", "requested", "Wann", "text", "Was"), 0));
        assertThat(r.accepted()).isOne();
        assertThat(server.items().getFirst().text()).isEqualTo("Loch");
    }

    @Test
    void whatCannotBeImportedIsSaidPlainly() throws Exception {
        Path csv = write("ok.csv", HEADER + row(1));
        assertThatThrownBy(() -> run(csv, options(Map.of("id", "Nope"), 0))).isInstanceOf(FeedException.class).hasMessageContaining("no column Nope");
        assertThatThrownBy(() -> run(csv, options(Map.of("when", "x"), 0))).isInstanceOf(FeedException.class).hasMessageContaining("requested");
        assertThatThrownBy(() -> run(csv, options(Map.of(), -1))).isInstanceOf(FeedException.class).hasMessageContaining("speed");
        FeedOptions channel = new FeedOptions(server.uri(), BOSTON, "WARGAKU", null, Map.of(), 0, dir.resolve("a"), null);
        assertThatThrownBy(() -> run(csv, channel)).isInstanceOf(FeedException.class).hasMessageContaining("BOS311");
        FeedOptions category = new FeedOptions(server.uri(), BOSTON, null, "NONE", Map.of(), 0, dir.resolve("a"), null);
        assertThatThrownBy(() -> run(csv, category)).isInstanceOf(FeedException.class).hasMessageContaining("NONE");
        assertThatThrownBy(() -> run("just words\n")).isInstanceOf(FeedException.class).hasMessageContaining("just words");
        assertThatThrownBy(() -> run("")).isInstanceOf(FeedException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> run("<requests/>")).isInstanceOf(FeedException.class).hasMessageContaining("XML");
        assertThatThrownBy(() -> run("PK\u0003\u0004zip")).isInstanceOf(FeedException.class).hasMessageContaining("zip");
        assertThatThrownBy(() -> run("a\0b,c\n")).isInstanceOf(FeedException.class).hasMessageContaining("no text");
        assertThatThrownBy(() -> run("{\"error\": []}")).isInstanceOf(FeedException.class).hasMessageContaining("service_requests");
        assertThatThrownBy(() -> run("[{\"x\":1}]")).isInstanceOf(FeedException.class).hasMessageContaining("[x]");
        assertThatThrownBy(() -> run(dir.resolve("absent"), options(Map.of(), 0))).isInstanceOf(FeedException.class);
        server.faults.add(ScriptedIntake.status(403));
        assertThatThrownBy(() -> run(csv, options(Map.of(), 0))).isInstanceOf(FeedException.class).hasMessageContaining("403");
    }

    @Test
    void geoReportComesAsAListOrWithinAnObject() throws Exception {
        String requests = "[{\"service_request_id\":\"a\",\"status\":\"open\",\"service_name\":\"Trash\","
                + "\"requested_datetime\":\"2014-07-12T10:58:43-05:00\",\"lat\":41.8587,\"long\":-87.66},"
                + "{\"service_request_id\":null,\"service_name\":\"x\"},{\"service_request_id\":17,\"description\":\"d\"}]";
        assertThat(run(write("a.json", requests), options(Map.of(), 0))).isEqualTo(new FeedResult(3, 2, 1, 0));
        assertThat(server.items()).extracting(IntakeItem::sourceId).containsExactly("a", "17");
        String wrapped = "{\"page\":{\"n\":[1]},\"service_requests\":" + requests + ",\"more\":1}";
        assertThat(run(write("b.json", wrapped), options(Map.of(), 0))).isEqualTo(new FeedResult(3, 2, 1, 2));
    }

    @Test
    void gzipIsKnownByItsBytesAndACutOneIsTold() throws Exception {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 3_000; i++) {
            csv.append(row(i));
        }
        Path file = dir.resolve("plainly.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run(file, options(Map.of(), 0)).accepted()).isEqualTo(3_000);
        Path cut = dir.resolve("cut.gz");
        byte[] all = Files.readAllBytes(file);
        Files.write(cut, java.util.Arrays.copyOf(all, all.length / 2));
        assertThatThrownBy(() -> run(cut, options(Map.of(), 0))).isInstanceOf(FeedException.class).hasMessageContaining("cut off");
    }

    @Test
    void interruptedInTheMiddleTheNextRunGoesOnAndTheTotalIsTheSame() throws Exception {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 6_000; i++) {
            csv.append(i % 100 == 50 ? "R" + i + ",open,Other,,never,,,,,bad,,\n" : row(i));
        }
        Path file = write("big.csv", csv.toString());
        FeedImport first = new FeedImport(file, options(Map.of(), 0), now::get, p -> {
            if (p.soFar().read() >= 2_000) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(first::run).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        List<Long> read = new ArrayList<>();
        FeedResult r = new FeedImport(file, options(Map.of(), 0), now::get, p -> read.add(p.soFar().read())).run();
        assertThat(r.read()).isEqualTo(6_000);
        assertThat(r.aside()).isEqualTo(60);
        assertThat(r.accepted()).isEqualTo(5_940);
        assertThat(server.items()).hasSize(5_940);
        assertThat(read.getFirst()).as("rows read when the second run's first batch was answered").isGreaterThan(2_000);
        assertThat(table(Files.newInputStream(dir.resolve("aside.csv")))).hasSize(60);
        assertThat(run(file, options(Map.of(), 0)).known()).as("once more, from the beginning").isEqualTo(5_940);
    }

    @Test
    void theRowsOwnTimesAreReplayed() throws Exception {
        Path file = write("r.csv", HEADER
                + "1,open,Other,,2015-01-01T00:00:00Z,,,,,a,,\n2,open,Other,,2015-01-01T01:00:00Z,,,,,b,,\n3,open,Other,,2015-01-01T02:00:00Z,,,,,c,,\n");
        Instant began = java.util.Objects.requireNonNull(now.get());
        Thread importing = Thread.ofVirtual().start(() -> {
            try {
                run(file, options(Map.of(), 60));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        org.awaitility.Awaitility.await().until(() -> server.items().size() == 1);
        now.set(began.plus(Duration.ofSeconds(59)));
        org.awaitility.Awaitility.await().during(Duration.ofMillis(500)).until(() -> server.items().size() == 1);
        now.set(began.plus(Duration.ofMinutes(1)));
        org.awaitility.Awaitility.await().until(() -> server.items().size() == 2);
        now.set(began.plus(Duration.ofMinutes(2)));
        importing.join();
        assertThat(server.items()).hasSize(3);
    }

    @Test
    void bostonsSampleComesInWhole() throws Exception {
        Path sample = shared("data/samples/boston311-20k.csv.gz");
        int rows;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(sample))) {
            rows = table(in).size();
        }
        server.judge(i -> i.sourceId().endsWith("77") ? "text: not this one" : "");
        long began = System.nanoTime();
        FeedResult r = new FeedImport(sample, options(Map.of(), 0), InstantSource.system(), told::add).run();
        System.out.printf("boston sample: %s, %.0f rows/s against a server that does nothing%n", r.line(), r.read() * 1e9 / (System.nanoTime() - began));
        assertThat(r.read()).isEqualTo(rows).isEqualTo(20_000);
        assertThat(r.accepted() + r.aside()).isEqualTo(r.read());
        assertThat(server.items()).hasSize((int) r.accepted());
        assertThat(r.aside()).isPositive();
        assertThat(table(Files.newInputStream(dir.resolve("aside.csv")))).hasSize((int) r.aside());
        assertThat(told.getLast().share()).isEqualTo(1.0);
        assertThat(server.items()).allSatisfy(i -> assertThat(i.lat()).isNotNull());
    }

    @Test
    void chicagosSampleComesIn() throws Exception {
        FeedResult r = run(shared("data/samples/open311/service_requests.json"), options(Map.of(), 0));
        assertThat(r.read()).isPositive().isEqualTo(r.accepted());
        assertThat(server.items()).extracting(IntakeItem::sourceId).contains("14-01100669");
    }

    private static List<Map<String, String>> table(InputStream csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader()).readValues(csv)) {
            return rows.readAll();
        }
    }

    private static Path shared(String path) {
        Path beside = Path.of("../shared");
        String named = System.getenv("ANJUNGAN_SHARED");
        Path root = Files.isDirectory(beside) || named == null ? beside : Path.of(named);
        Assumptions.assumeTrue(Files.exists(root.resolve(path)), () -> "shared/" + path + " is not beside the project");
        return root.resolve(path);
    }
}
