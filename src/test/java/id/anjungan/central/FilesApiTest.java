package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.domain.Attachment;
import id.anjungan.domain.Command;
import id.anjungan.domain.FileKind;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Refusal;
import id.anjungan.intake.IntakeItem;
import id.anjungan.protocol.FileUpload;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Settlement;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files over real HTTP: in pieces, refused in words, and given only to those who may see the case.
class FilesApiTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final UUID EAST = Ids.ofItem("sp4n", "east");
    private static final UUID ABUSE = Ids.ofItem("sp4n", "abuse");

    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock();

    @Test
    void onSqlite() throws Exception {
        both(CentralConfig.of(new TestCity(), dir.resolve("central.db"), clock));
    }

    @Test
    void onPostgres() throws Exception {
        both(CentralConfig.of(new TestCity(), TestPostgres.fresh(), clock));
    }

    private void both(CentralConfig config) throws Exception {
        try (CentralServer server = CentralServer.start(config);
                Desk ani = Desk.of(server, TestCity.ANI);
                Desk lead = Desk.of(server, TestCity.LEAD);
                Desk west = Desk.of(server, TestCity.WEST);
                Desk wall = Desk.of(server, TestCity.WALL)) {
            ani.deliver(List.of(Items.report("sp4n", "east", "road", -7.25, 112.80), Items.report("abuse", "abuse")));
            pieces(ani, west, wall);
            refusals(ani, wall);
            redacted(ani, lead);
            delivered(ani);
        }
    }

    private static byte[] png(int n, int seed) {
        byte[] all = new byte[n];
        new java.util.Random(seed).nextBytes(all);
        System.arraycopy(PNG, 0, all, 0, PNG.length);
        return all;
    }

    private static String sha(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static HttpResponse<String> begin(Desk by, String sha, String type, long bytes) throws Exception {
        return by.post(Protocol.FILES, Json.write(new FileUpload(sha, type, bytes)));
    }

    private static HttpResponse<String> piece(Desk by, String sha, long from, byte[] bytes) throws Exception {
        return by.http.send(
                by.request(Protocol.FILES + "/" + sha + "?from=" + from)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> fetch(Desk by, UUID caseId, String sha, String... headers) throws Exception {
        HttpRequest.Builder b = by.request(Protocol.CASES + "/" + caseId + "/files/" + sha).GET();
        if (headers.length > 0) {
            b.headers(headers);
        }
        return by.http.send(b.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static FileUpload.State state(HttpResponse<String> r) {
        assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
        return Json.read(r.body(), FileUpload.State.class);
    }

    private static void sent(Desk by, byte[] all) throws Exception {
        String sha = sha(all);
        state(begin(by, sha, "image/png", all.length));
        for (int at = 0; at < all.length; at += FileUpload.CHUNK) {
            state(piece(by, sha, at, Arrays.copyOfRange(all, at, Math.min(all.length, at + FileUpload.CHUNK))));
        }
    }

    private static Settlement attach(Desk by, UUID caseId, byte[] all) throws Exception {
        return by.give(new Command.AttachFiles(
                caseId, UUID.randomUUID(), List.of(Attachment.of(sha(all), FileKind.PNG, all.length, "foto.png")), null));
    }

    private void pieces(Desk ani, Desk west, Desk wall) throws Exception {
        byte[] all = png(300_000, 1);
        String sha = sha(all);
        assertThat(attach(ani, EAST, all).code()).as("named before it came").isEqualTo(Refusal.FILE_MISSING);
        assertThat(state(begin(ani, sha, "image/png", all.length)).received()).isZero();
        byte[] first = Arrays.copyOf(all, FileUpload.CHUNK);
        assertThat(state(piece(ani, sha, 0, first)).received()).isEqualTo(FileUpload.CHUNK);
        assertThat(attach(ani, EAST, all).code()).as("half of it").isEqualTo(Refusal.FILE_MISSING);
        assertThat(state(piece(ani, sha, 0, first))).as("the answer was lost").isEqualTo(new FileUpload.State(FileUpload.CHUNK, false));
        assertThat(state(begin(ani, sha, "image/png", all.length)).received()).as("goes on").isEqualTo(FileUpload.CHUNK);
        assertThat(state(piece(ani, sha, FileUpload.CHUNK, Arrays.copyOfRange(all, FileUpload.CHUNK, all.length))).complete())
                .isTrue();
        assertThat(attach(ani, EAST, all).status()).isEqualTo(Settlement.Status.DONE);

        HttpResponse<byte[]> whole = fetch(ani, EAST, sha);
        assertThat(whole.body()).isEqualTo(all);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("image/png");
        HttpResponse<byte[]> rest = fetch(ani, EAST, sha, "Range", "bytes=299000-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(all, 299_000, all.length));

        assertThat(fetch(west, EAST, sha).statusCode()).as("outside the areas").isEqualTo(404);
        assertThat(fetch(wall, EAST, sha).statusCode()).as("on the wall").isEqualTo(404);
        assertThat(fetch(ani, ABUSE, sha).statusCode()).as("of another case").isEqualTo(404);
    }

    private void refusals(Desk ani, Desk wall) throws Exception {
        String sha = "ab".repeat(32);
        assertThat(begin(ani, sha, "text/html", 10).statusCode()).isEqualTo(415);
        assertThat(begin(ani, sha, "image/png", FileKind.MOST_BYTES + 1).statusCode()).isEqualTo(413);
        assertThat(begin(ani, sha, "image/png", 0).statusCode()).isEqualTo(413);
        assertThat(begin(ani, "../../etc", "image/png", 10).statusCode()).isEqualTo(400);
        assertThat(begin(wall, sha, "image/png", 10).statusCode()).isEqualTo(403);
        assertThat(piece(ani, sha, 0, new byte[10]).statusCode()).isEqualTo(404);
        state(begin(ani, sha, "image/png", 20));
        assertThat(piece(ani, sha, 0, "<html>......".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).statusCode())
                .as("not what it says it is").isEqualTo(415);
        assertThat(piece(ani, sha, 0, png(20, 9)).statusCode()).as("other bytes").isEqualTo(422);
        JsonNode told = Json.mapper().readTree(begin(ani, sha, "image/jpeg", 20).body());
        assertThat(told.get("status").asInt()).as("another kind").isEqualTo(409);
    }

    private void redacted(Desk ani, Desk lead) throws Exception {
        byte[] original = png(5_000, 2);
        byte[] made = png(4_000, 3);
        sent(ani, original);
        sent(ani, made);
        UUID message = UUID.randomUUID();
        Attachment file = Attachment.of(sha(original), FileKind.PNG, original.length, "ktp.png");
        ani.give(new Command.AttachFiles(EAST, message, List.of(file), null));
        Settlement done = ani.give(new Command.RedactAttachment(
                EAST, message, sha(original), Attachment.of(sha(made), FileKind.PNG, made.length, "ktp.png")));
        assertThat(done.status()).isEqualTo(Settlement.Status.DONE);
        assertThat(fetch(ani, EAST, sha(original)).statusCode()).isEqualTo(403);
        assertThat(fetch(ani, EAST, sha(made)).body()).isEqualTo(made);
        assertThat(fetch(lead, EAST, sha(original)).body()).isEqualTo(original);
        // Naming it once more, in a case of one's own, does not bring it back.
        assertThat(attach(ani, ABUSE, original).status()).isEqualTo(Settlement.Status.DONE);
        assertThat(fetch(ani, ABUSE, sha(original)).statusCode()).isEqualTo(403);
    }

    private void delivered(Desk ani) throws Exception {
        byte[] photo = png(2_000, 4);
        Attachment along = new Attachment("", "image/png", -1, "data:image/png;base64," + Base64.getEncoder().encodeToString(photo));
        Attachment elsewhere = new Attachment("", "image/jpeg", -1, "https://foto.contoh.invalid/1.jpg");
        Attachment broken = new Attachment("", "image/png", -1, "data:image/png;base64,%%%");
        Attachment ours = new Attachment(sha(png(5_000, 2)), "image/png", 5_000, "");
        IntakeItem i = Items.report("photo", "road");
        ani.deliver(List.of(new IntakeItem(
                i.kind(), i.channel(), i.sourceId(), i.lineId(), i.category(), i.service(), i.priority(), i.reportedAt(),
                i.text(), i.name(), i.phone(), i.account(), i.email(), i.lat(), i.lon(), i.address(), i.district(),
                i.village(), false, false, List.of(along, elsewhere, broken, ours), null, null)));
        UUID id = Ids.ofItem(i.channel(), i.sourceId());
        JsonNode files = ani.json(Protocol.CASES + "/" + id).get("messages").get(0).get("attachments");
        assertThat(files).hasSize(2);
        assertThat(files.get(0).get("sha256").asText()).isEqualTo(sha(photo));
        assertThat(files.get(1).get("url").asText()).isEqualTo(elsewhere.url());
        assertThat(fetch(ani, id, sha(photo)).body()).isEqualTo(photo);
    }
}
