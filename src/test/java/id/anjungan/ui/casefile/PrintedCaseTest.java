package id.anjungan.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Attachment;
import id.anjungan.domain.Case;
import id.anjungan.domain.Entry;
import id.anjungan.domain.FileKind;
import id.anjungan.domain.Message;
import id.anjungan.domain.Privacy;
import id.anjungan.domain.Right;
import id.anjungan.domain.Role;
import id.anjungan.media.Dots;
import id.anjungan.media.Drawings;
import id.anjungan.report.CasePdf;
import id.anjungan.state.CaseFile;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// The printed case, read back: what is on it, what is not for whom, on how many pages, in both languages.
class PrintedCaseTest {
    private static final UUID NOTE = new UUID(9, 9);

    private final FakeDesk desk = Samples.busy();
    private List<FileItem> items = List.of();
    private final Map<String, Dots> small = new HashMap<>();

    private CaseFile file() {
        return Objects.requireNonNull(desk.files.get(Samples.id("112-8841")));
    }

    private CaseFile with(CaseFile f, Message m) {
        Map<UUID, Message> messages = new HashMap<>(f.messages());
        messages.put(m.id(), m);
        return new CaseFile(
                f.c(), f.person(), f.entries(), messages, f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending());
    }

    private record Read(String text, int pages, int pictures) {}

    private Read printed(FakeDesk by, CaseFile f, Lang lang, boolean named, String name) throws IOException {
        byte[] pdf = CasePdf.write(SheetOf.of(f, by, Surabaya.words(lang), named, items, small));
        Path kept = Path.of("target/pictures", name + ".pdf");
        Files.createDirectories(kept.getParent());
        Files.write(kept, pdf);
        try (PDDocument doc = Loader.loadPDF(pdf)) {
            int pictures = 0;
            for (var page : doc.getPages()) {
                for (var x : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(x) ? 1 : 0;
                }
            }
            return new Read(new PDFTextStripper().getText(doc), doc.getNumberOfPages(), pictures);
        }
    }

    @Test
    void headDeadlinesAndTimelineAreThereInBothLanguages() throws IOException {
        Read id = printed(desk, file(), Lang.ID, false, "printed-id");
        assertThat(id.text())
                .contains("112-8841", "Kebakaran rumah, asap tebal", "Batas waktu", "Tiba di lokasi", "Riwayat")
                .contains("Batas waktu Tiba di lokasi terlewati", "Dicetak oleh Fajar Hidayat", "Halaman 1 dari 1")
                .doesNotContain("sedang melihat", "«");
        Read en = printed(desk, file(), Lang.EN, false, "printed-en");
        assertThat(en.text()).contains("Deadlines", "Timeline", "Printed by Fajar Hidayat", "Page 1 of 1").doesNotContain("«");
    }

    @Test
    void theReporterIsNamedOnlyWhenAskedForAndAllowed() throws IOException {
        assertThat(printed(desk, file(), Lang.EN, false, "p").text()).doesNotContain("Sumiati", "081234567841");
        assertThat(printed(desk, file(), Lang.EN, true, "p").text()).contains("Sumiati", "081234567841");
        FakeDesk blind = new FakeDesk(new Actor("x", "X", Role.OPERATOR, Set.of(Right.ACT), Set.of(), Set.of()));
        assertThat(printed(blind, file(), Lang.EN, true, "p").text()).doesNotContain("Sumiati", "081234567841");
    }

    @Test
    void wordsOfASensitiveCaseAreOnlyForThoseWhoMayReadThem() throws IOException {
        CaseFile f = with(file(), new Message(
                NOTE, file().c().id(), Message.Kind.NOTE, "ratna", FakeDesk.START, "rahasia sekali", List.of(),
                Message.Delivery.NONE, null));
        Case sensitive = f.c().edit(FakeDesk.START, FakeDesk.START).privacy(new Privacy(false, false, true)).build();
        CaseFile hidden = new CaseFile(
                sensitive, f.person(), f.entries(), f.messages(), f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending());
        assertThat(printed(desk, hidden, Lang.EN, false, "p").text()).contains("rahasia sekali");
        FakeDesk blind = new FakeDesk(new Actor("x", "X", Role.OPERATOR, Set.of(Right.ACT), Set.of(), Set.of()));
        assertThat(printed(blind, hidden, Lang.EN, false, "p").text())
                .contains("(not for your role)")
                .doesNotContain("rahasia sekali", "asap tebal", "omah tonggoku");
    }

    @Test
    void attachmentsAreSmallPicturesAndWhatIsHiddenIsOnlyNamed() throws IOException {
        List<Attachment> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.add(desk.caseFiles.put(Drawings.jpeg(Drawings.Motif.FIRE, i), FileKind.JPEG, "foto " + i + ".jpg"));
        }
        files.set(3, files.get(3).asGraphic(true));
        CaseFile f = with(file(), new Message(
                NOTE, file().c().id(), Message.Kind.NOTE, "ratna", FakeDesk.START, "", files, Message.Delivery.NONE, null));
        FilesModel vm = new FilesModel(desk, new SimpleObjectProperty<>(Surabaya.words(Lang.ID)), desk::submit, Runnable::run);
        vm.show(f);
        items = List.copyOf(vm.items);
        items.forEach(i -> small.put(i.file().sha256(), vm.small(i).join()));
        Read read = printed(desk, f, Lang.ID, false, "printed-pictures");
        assertThat(read.pictures()).isEqualTo(3);
        assertThat(read.text()).contains("Lampiran", "foto 0.jpg", "foto 3.jpg", "hanya ditampilkan bila diminta");
    }

    @Test
    void aLongStoryGoesOverManyPagesEachWithItsNumber() throws IOException {
        CaseFile f = file();
        List<Entry> entries = new ArrayList<>();
        Map<UUID, Message> messages = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            UUID id = new UUID(8, i);
            Instant at = FakeDesk.START.minusSeconds(4_000 - i);
            messages.put(id, new Message(
                    id, f.c().id(), Message.Kind.NOTE, "ratna", at, "Catatan nomor " + i + " 🚒 " + "panjang sekali ".repeat(20) + "x".repeat(300),
                    List.of(), Message.Delivery.NONE, null));
            entries.add(new Entry(new UUID(7, i), f.c().id(), "noted", Map.of(), "ratna", at, at, false, id));
        }
        CaseFile huge = new CaseFile(
                f.c(), f.person(), entries, messages, f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending());
        Read read = printed(desk, huge, Lang.EN, false, "printed-long");
        assertThat(read.pages()).isGreaterThan(10);
        for (int p = 1; p <= read.pages(); p++) {
            assertThat(read.text()).contains("Page " + p + " of " + read.pages());
        }
        assertThat(read.text()).contains("Catatan nomor 0", "Catatan nomor 199", "112-8841");
    }

    @Test
    void pagesAreMadeOffThePaperTooAndSavedWhereAsked() throws Exception {
        PrintModel model = new PrintModel(
                desk, new FilesModel(desk, new SimpleObjectProperty<>(Surabaya.words(Lang.EN)), desk::submit, Runnable::run), Runnable::run);
        Words w = Surabaya.words(Lang.EN);
        model.make(file(), w).join();
        assertThat(Objects.requireNonNull(model.pages.get())).hasSize(1);
        assertThat(model.forPaper().join().getFirst().width()).isGreaterThan(1_500);
        Path to = Files.createTempDirectory("print").resolve("a.pdf");
        model.save(to, w);
        org.awaitility.Awaitility.await().until(() -> model.told.get().equals("Saved as a.pdf."));
        assertThat(Files.size(to)).isGreaterThan(1_000);
        assertThat(model.mayName.get()).isTrue();
    }
}
