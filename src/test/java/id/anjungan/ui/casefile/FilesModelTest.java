package id.anjungan.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Attachment;
import id.anjungan.domain.Command;
import id.anjungan.domain.FileKind;
import id.anjungan.domain.Message;
import id.anjungan.domain.Role;
import id.anjungan.media.Drawings;
import id.anjungan.media.Redaction;
import id.anjungan.state.CaseFile;
import id.anjungan.state.DeskFiles;
import id.anjungan.state.WaitingFile;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// The files of a case: which are shown, which only on request, which not at all; what waits; and what is done.
class FilesModelTest {
    private static final UUID MESSAGE = new UUID(4, 4);

    private FakeDesk desk = Samples.busy();

    private FilesModel model() {
        var words = new SimpleObjectProperty<>(Words.of(Lang.EN, Surabaya.city(Lang.EN)));
        return new FilesModel(desk, words, desk::submit, Runnable::run);
    }

    private CaseFile with(String number, List<Attachment> files) {
        UUID id = Samples.id(number);
        CaseFile f = Objects.requireNonNull(Samples.busy().files.get(id));
        Map<UUID, Message> messages = new HashMap<>();
        messages.put(MESSAGE, new Message(
                MESSAGE, id, Message.Kind.NOTE, "ratna", FakeDesk.START, "", files, Message.Delivery.NONE, null));
        return new CaseFile(
                f.c(), f.person(), f.entries(), messages, f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending());
    }

    private Attachment photo(int seed) {
        return desk.caseFiles.put(Drawings.jpeg(Drawings.Motif.STREET, seed), FileKind.JPEG, "foto " + seed + ".jpg");
    }

    @Test
    void aGraphicPictureIsShownToWhoAsksAndOnlyOnce() {
        FilesModel vm = model();
        CaseFile f = with("112-8841", List.of(photo(1), photo(2).asGraphic(true)));
        vm.show(f);
        assertThat(vm.items).extracting(FileItem::covered).containsExactly(false, true);
        vm.uncover(vm.items.getLast());
        assertThat(vm.items).extracting(FileItem::covered).containsExactly(false, false);
        vm.show(null);
        vm.show(f);
        assertThat(vm.items.getLast().covered()).as("another look asks again").isTrue();
    }

    @Test
    void picturesOfWhatIsHardToSeeAreHiddenByCategory() {
        FilesModel vm = model();
        vm.show(with("112-8839", List.of(photo(1))));
        assertThat(vm.items.getFirst().covered()).isTrue();
    }

    @Test
    void anOriginalIsThereOnlyForThoseWhoMaySeeIt() {
        Attachment was = photo(1);
        Attachment hidden = new Attachment(was.sha256(), was.mediaType(), was.bytes(), "", was.name(), false, true, null);
        List<Attachment> files = List.of(hidden, photo(2));
        FilesModel vm = model();
        vm.show(with("112-8841", files));
        assertThat(vm.items).hasSize(1);
        FakeDesk leads = new FakeDesk(Actor.of("lead", "Lead", Role.LEAD));
        desk = leads;
        FilesModel lead = model();
        lead.show(with("112-8841", files));
        assertThat(lead.items).extracting(FileItem::original).containsExactly(true, false);
        assertThat(lead.items.getFirst().covered()).isTrue();
    }

    @Test
    void whatWaitsIsShownUntilTheCaseNamesIt() {
        FilesModel vm = model();
        WaitingFile w = new WaitingFile(MESSAGE, Samples.id("112-8841"), photo(3), 10, null);
        vm.show(with("112-8841", List.of()));
        vm.waiting(List.of(w, new WaitingFile(UUID.randomUUID(), UUID.randomUUID(), photo(4), 0, null)));
        assertThat(vm.items).hasSize(1);
        assertThat(vm.items.getFirst().sent()).isBetween(0.0, 0.1);
        vm.show(with("112-8841", List.of(w.file())));
        assertThat(vm.items).hasSize(1);
        assertThat(vm.items.getFirst().waiting()).isNull();
    }

    @Test
    void whyAFileWasNotTakenIsSaidInWords() {
        FilesModel vm = model();
        vm.show(with("112-8841", List.of()));
        desk.caseFiles.fails = DeskFiles.Unavailable.Why.TOO_LARGE;
        vm.add(List.of(Path.of("/tmp/film.mp4")));
        assertThat(vm.problem.get()).isEqualTo("film.mp4: Larger than 25 MB.");
        desk.caseFiles.fails = null;
        vm.add(List.of(Path.of("/tmp/foto.jpg")));
        assertThat(vm.problem.get()).isEmpty();
        assertThat(desk.caseFiles.added).containsExactly("foto.jpg");
    }

    @Test
    void aRedactionMakesANewPictureAndClosesTheOld() {
        FilesModel vm = model();
        vm.show(with("112-8841", List.of(photo(1), photo(2))));
        vm.openFirst();
        assertThat(vm.place()).isEqualTo("1 of 2");
        vm.step(-1);
        assertThat(vm.place()).isEqualTo("2 of 2");
        FileItem open = Objects.requireNonNull(vm.opened.get());
        assertThat(vm.redact(open, List.of()).join()).isFalse();
        assertThat(vm.redact(open, List.of(new Redaction.Box(0, 0, 0.5, 0.5, false))).join()).isTrue();
        assertThat(desk.caseFiles.redacted).hasSize(1);
        assertThat(vm.open()).isFalse();
    }

    @Test
    void markingIsACommand() {
        FilesModel vm = model();
        vm.show(with("112-8841", List.of(photo(1))));
        FileItem item = vm.items.getFirst();
        vm.toggleGraphic(item);
        assertThat(desk.submitted).containsExactly(
                new Command.MarkGraphic(item.caseId(), MESSAGE, item.file().sha256(), true));
    }

    @Test
    void filesOfMergedCasesAreSeenFromEachOfThem() {
        FilesModel vm = model();
        CaseFile f = with("112-8841", List.of(photo(1)));
        id.anjungan.state.QueueRow other = Samples.rows().get(3);
        desk.caseFiles.elsewhere.add(new Message(
                new UUID(6, 6), other.id(), Message.Kind.REPORT, "x", FakeDesk.START, "", List.of(photo(2)),
                Message.Delivery.NONE, null));
        vm.show(f);
        assertThat(vm.items).hasSize(1);
        CaseFile merged = new CaseFile(
                f.c(), f.person(), f.entries(), f.messages(), f.incident(), f.sameIncident(), f.alarms(), f.viewers(),
                f.pending(), List.of(), List.of(other), null);
        vm.show(merged);
        assertThat(vm.items).hasSize(2);
        assertThat(vm.items).anySatisfy(i -> {
            assertThat(i.caseId()).isEqualTo(other.id());
            assertThat(i.meta()).startsWith(other.number());
        });
        vm.show(f);
        assertThat(vm.items).as("taken apart again").hasSize(1);
    }
}
