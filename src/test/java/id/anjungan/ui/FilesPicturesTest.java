package id.anjungan.ui;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.FileKind;
import id.anjungan.domain.Message;
import id.anjungan.media.Drawings;
import id.anjungan.state.CaseFile;
import id.anjungan.state.WaitingFile;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// Pictures of files on a case: some, many, one that waits, one refused, one hidden, the server away, and one as large
/// as the page.
class FilesPicturesTest {
    private static FakeDesk with(FakeDesk desk, String number, int more) {
        UUID id = Samples.id(number);
        CaseFile f = Objects.requireNonNull(desk.files.get(id));
        List<Attachment> files = new ArrayList<>();
        files.add(desk.caseFiles.put(Drawings.jpeg(Drawings.Motif.FIRE, 1), FileKind.JPEG, "IMG_2041.jpg"));
        files.add(desk.caseFiles.put(Drawings.jpeg(Drawings.Motif.STREET, 2), FileKind.JPEG, "IMG_2042.jpg").asGraphic(true));
        files.add(desk.caseFiles.put("%PDF-1.4".getBytes(StandardCharsets.US_ASCII), FileKind.PDF, "surat RT.pdf"));
        files.add(Attachment.of("ab".repeat(32), FileKind.JPEG, 400_000, "jauh.jpg"));
        files.add(new Attachment("", "image/jpeg", -1, "https://foto.contoh.invalid/1.jpg"));
        for (int i = 0; i < more; i++) {
            files.add(desk.caseFiles.put(Drawings.jpeg(Drawings.Motif.WATER, 50 + i), FileKind.JPEG, "banjir " + i + ".jpg"));
        }
        Map<UUID, Message> messages = new HashMap<>(f.messages());
        UUID noted = UUID.randomUUID();
        messages.put(noted, new Message(
                noted, id, Message.Kind.NOTE, "ratna", FakeDesk.START.minusSeconds(90), "", files,
                Message.Delivery.NONE, null));
        desk.files.put(id, new CaseFile(
                f.c(), f.person(), f.entries(), messages, f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending()));
        desk.caseFiles.waiting.set(List.of(
                new WaitingFile(UUID.randomUUID(), id, Attachment.of(desk.caseFiles.put(
                        Drawings.jpeg(Drawings.Motif.NIGHT, 4), FileKind.JPEG, "malam.jpg").sha256(), FileKind.JPEG, 900_000, "malam.jpg"), 380_000, null),
                new WaitingFile(UUID.randomUUID(), id, Attachment.of("cd".repeat(32), FileKind.MP4, 9_000_000, "rekaman.mp4"), 0, WaitingFile.Reason.TOO_LARGE)));
        desk.select(id);
        return desk;
    }

    @Test
    void filesOfACase() {
        PicturesTest.console("files-dark-id", with(Samples.busy(), "112-8841", 0), "dark", "id", s -> {});
        PicturesTest.console("files-light-en", with(Samples.busy(), "112-8841", 30), "light", "en", s -> {});
        PicturesTest.console("files-offline", with(Samples.offline(), "112-8841", 0), "dark", "id", s -> {});
    }

    @Test
    void aPictureAsLargeAsThePage() {
        PicturesTest.console("files-open-dark-id", with(Samples.busy(), "112-8841", 0), "dark", "id", s -> press(s, "#files .file-tile"));
        PicturesTest.console("files-redact-light-en", with(Samples.busy(), "112-8841", 0), "light", "en", s -> {
            press(s, "#files .file-tile");
            press(s, "#files-redact");
        });
    }

    @Test
    void aCaseOnPaper() {
        printed("print-dark-id", "dark", "id");
        printed("print-light-en", "light", "en");
    }

    private static void printed(String name, String theme, String language) {
        PicturesTest.console(name, with(Samples.busy(), "112-8841", 0), theme, language, s -> Event.fireEvent(
                s.root(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.P, false, true, false, false)));
    }

    private static void press(id.anjungan.ui.shell.Shell shell, String button) {
        shell.root().applyCss();
        shell.root().layout();
        ((Button) shell.root().lookup(button)).fire();
    }
}
