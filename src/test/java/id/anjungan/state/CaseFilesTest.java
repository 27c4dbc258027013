package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.Command;
import id.anjungan.domain.Message;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Files from one desk to another by way of the real server: with a line, without one, and over the end of the desk.
class CaseFilesTest extends RealCity {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};


    private UUID reported() throws InterruptedException {
        deliver(List.of(item(IntakeItem.Kind.REPORT, "WARGAKU", "1", null, "JLN-RSK", "Jalan berlubang")));
        return id.anjungan.domain.Ids.ofItem("WARGAKU", "1");
    }

    private static byte[] png(int n) {
        byte[] all = new byte[n];
        new Random(n).nextBytes(all);
        System.arraycopy(PNG, 0, all, 0, PNG.length);
        return all;
    }

    private static DeskFiles.Source of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static List<Message> withFiles(LiveDesk d) {
        return d.caseFile().get().map(f -> f.messages().values().stream()
                        .filter(m -> !m.attachments().isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private static Attachment seen(LiveDesk d, UUID caseId, int n) {
        d.select(caseId);
        soon(() -> withFiles(d).size() == 1 && withFiles(d).getFirst().attachments().size() == n);
        return withFiles(d).getFirst().attachments().getLast();
    }

    @Test
    void a_picture_goes_from_a_file_to_another_desk() throws Exception {
        UUID id = reported();
        LiveDesk ayu = desk("ayu", Role.OPERATOR);
        LiveDesk bima = desk("bima", Role.OPERATOR);
        soon(() -> ayu.queue().page().get().total() == 1 && bima.queue().page().get().total() == 1);
        byte[] photo = png(700_000);
        WaitingFile w = ayu.files().attach(id, "lubang.png", false, of(photo)).join();
        assertThat(w.file().bytes()).isEqualTo(photo.length);

        Attachment there = seen(bima, id, 1);
        assertThat(there.name()).isEqualTo("lubang.png");
        assertThat(there.sha256()).isEqualTo(w.file().sha256());
        assertThat(bima.files().open(id, there).join()).hasBinaryContent(photo);
        soon(() -> ayu.files().waiting().get().isEmpty());

        // What was fetched once is there without the server too.
        central.close();
        soon(() -> bima.status().get().link() == DeskStatus.Link.OFFLINE);
        assertThat(bima.files().open(id, there).join()).hasBinaryContent(photo);
        central = serve(0);
    }

    @Test
    void a_file_added_without_a_line_survives_the_end_of_the_desk() throws Exception {
        UUID id = reported();
        LiveDesk ayu = desk("ayu", Role.OPERATOR);
        soon(() -> ayu.queue().page().get().total() == 1);
        URI at = central.baseUri();
        central.close();
        soon(() -> ayu.status().get().link() == DeskStatus.Link.OFFLINE);
        byte[] photo = png(300_000);
        WaitingFile w = ayu.files().attach(id, "malam.png", true, of(photo)).join();
        assertThat(ayu.files().open(id, w.file()).join()).hasBinaryContent(photo);
        ayu.close();
        desks.remove(ayu);

        LiveDesk again = desk("ayu", Role.OPERATOR, at);
        assertThat(again.files().waiting().get()).extracting(WaitingFile::id).containsExactly(w.id());
        central = serve(at.getPort());
        again.reconnect();
        Attachment there = seen(again, id, 1);
        assertThat(there.graphic()).isTrue();
        soon(() -> again.files().waiting().get().isEmpty());
        try (Stream<Path> left = Files.list(dir.resolve("ayu/files/outgoing"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_no_case_carries_is_refused_before_it_is_kept() throws Exception {
        UUID id = reported();
        LiveDesk ayu = desk("ayu", Role.OPERATOR);
        refused(ayu.files().attach(id, "a.html", false, of("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8))), DeskFiles.Unavailable.Why.TYPE);
        refused(ayu.files().attach(id, "a.png", false, of(new byte[0])), DeskFiles.Unavailable.Why.EMPTY);
        DeskFiles.Source endless = () -> new java.io.SequenceInputStream(new ByteArrayInputStream(PNG), new InputStream() {
            @Override
            public int read() {
                return 7;
            }
        });
        refused(ayu.files().attach(id, "a.png", false, endless), DeskFiles.Unavailable.Why.TOO_LARGE);
        assertThat(ayu.files().waiting().get()).isEmpty();
    }

    private static void refused(java.util.concurrent.CompletableFuture<?> f, DeskFiles.Unavailable.Why why) {
        assertThatThrownBy(f::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(DeskFiles.Unavailable.class, u -> assertThat(u.why).isEqualTo(why));
    }

    @Test
    void a_redacted_picture_takes_its_place_on_every_desk_and_only_the_lead_gets_the_original() throws Exception {
        UUID id = reported();
        LiveDesk ayu = desk("ayu", Role.OPERATOR);
        LiveDesk lead = desk(leadName(), Role.LEAD);
        soon(() -> ayu.queue().page().get().total() == 1 && lead.queue().page().get().total() == 1);
        byte[] original = png(20_000);
        byte[] made = png(10_000);
        ayu.files().attach(id, "ktp.png", false, of(original)).join();
        Attachment there = seen(ayu, id, 1);
        ayu.files().open(id, there).join();
        ayu.files().redact(id, withFiles(ayu).getFirst().id(), there, made).join();

        Attachment redacted = seen(ayu, id, 2);
        Attachment hidden = withFiles(ayu).getFirst().attachments().getFirst();
        assertThat(redacted.redactionOf()).isEqualTo(hidden.sha256());
        assertThat(ayu.files().open(id, redacted).join()).hasBinaryContent(made);
        refused(ayu.files().open(id, hidden), DeskFiles.Unavailable.Why.NOT_SEEN);
        seen(lead, id, 2);
        assertThat(lead.files().open(id, hidden).join()).hasBinaryContent(original);
    }

    private static String leadName() {
        return CITY.operators().stream()
                .filter(o -> o.role() == Role.LEAD)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void files_of_merged_cases_stay_with_both() throws Exception {
        UUID first = reported();
        LiveDesk ayu = desk("ayu", Role.OPERATOR);
        soon(() -> ayu.queue().page().get().total() == 1);
        try (IntakeClient client = new IntakeClient(central.baseUri(), InstantSource.system())) {
            client.deliver(List.of(new IntakeItem(
                    IntakeItem.Kind.REPORT, "WARGAKU", "2", null, "JLN-RSK", null, null, null, "Lubang yang sama",
                    "Budi", "081234567891", null, null, -7.2575, 112.7521, null, null, null, false, false,
                    List.of(), null, null)));
        }
        UUID second = id.anjungan.domain.Ids.ofItem("WARGAKU", "2");
        soon(() -> ayu.queue().page().get().total() == 2);
        byte[] photo = png(5_000);
        ayu.files().attach(second, "2.png", false, of(photo)).join();
        Attachment there = seen(ayu, second, 1);
        assertThat(ayu.submit(new Command.MarkDuplicate(second, first)).join().accepted()).isTrue();
        assertThat(ayu.files().open(second, there).join()).hasBinaryContent(photo);
        assertThat(ayu.submit(new Command.UnmarkDuplicate(second, first)).join().accepted()).isTrue();
        assertThat(seen(ayu, second, 1)).isEqualTo(there);
    }
}
