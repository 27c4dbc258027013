package id.anjungan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Decision.Accepted;
import id.anjungan.domain.Decision.Refused;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Files on a case: who may add, hide and redact, and what becomes of the original.
class AttachmentRulesTest {
    private static final UUID MESSAGE = new UUID(5, 5);
    private static final String SHA = "ab".repeat(32);
    private static final String MADE = "cd".repeat(32);

    private final Town town = new Town();
    private final UUID caseId = town.report("road");

    private static Attachment file(String sha, FileKind kind, long bytes) {
        return Attachment.of(sha, kind, bytes, "foto.jpg");
    }

    private Decision attach(Attachment file) {
        return town.give(SmallCity.ANI, new Command.AttachFiles(caseId, MESSAGE, List.of(file), " dari lapangan "));
    }

    private List<Attachment> files() {
        return town.find(Message.class, MESSAGE).orElseThrow().attachments();
    }

    private static void refused(Decision d, Refusal code) {
        assertThat(d).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void filesAreANoteOfTheOneWhoAddedThemAndThereOnlyOnce() {
        assertThat(attach(file(SHA, FileKind.JPEG, 10))).isInstanceOf(Accepted.class);
        Message m = town.find(Message.class, MESSAGE).orElseThrow();
        assertThat(m.kind()).isEqualTo(Message.Kind.NOTE);
        assertThat(m.body()).isEqualTo("dari lapangan");
        assertThat(m.about()).isEqualTo(caseId);
        assertThat(((Accepted) attach(file(SHA, FileKind.JPEG, 10))).changes()).isEmpty();
        assertThat(town.every(Entry.class).filter(e -> e.code().equals("attached"))).hasSize(1);
    }

    @Test
    void whatIsTooLargeOrOfNoKnownKindIsRefused() {
        refused(attach(file(SHA, FileKind.JPEG, FileKind.MOST_BYTES + 1)), Refusal.FILE_TOO_LARGE);
        refused(attach(file(SHA, FileKind.JPEG, 0)), Refusal.FILE_TOO_LARGE);
        refused(attach(new Attachment(SHA, "text/html", 10, "")), Refusal.FILE_TYPE);
        refused(attach(file("AB".repeat(32), FileKind.JPEG, 10)), Refusal.FILE_MISSING);
        refused(town.give(SmallCity.ANI, new Command.AttachFiles(caseId, MESSAGE, List.of(), null)), Refusal.FILE_COUNT);
        refused(town.give(SmallCity.WALL, new Command.AttachFiles(caseId, MESSAGE, List.of(), null)), Refusal.NO_RIGHT);
    }

    @Test
    void aRedactedPictureTakesThePlaceOfTheOriginal() {
        attach(file(SHA, FileKind.JPEG, 10));
        Attachment made = file(MADE, FileKind.PNG, 20);
        assertThat(town.give(SmallCity.ANI, new Command.RedactAttachment(caseId, MESSAGE, SHA, made))).isInstanceOf(Accepted.class);
        assertThat(files()).extracting(Attachment::sha256, Attachment::restricted, Attachment::redactionOf)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(SHA, true, null),
                        org.assertj.core.groups.Tuple.tuple(MADE, false, SHA));
        Attachment again = file("ef".repeat(32), FileKind.PNG, 30);
        refused(town.give(SmallCity.ANI, new Command.RedactAttachment(caseId, MESSAGE, SHA, again)), Refusal.NO_RIGHT);
        assertThat(town.give(SmallCity.LEAD, new Command.RedactAttachment(caseId, MESSAGE, SHA, again))).isInstanceOf(Accepted.class);
        assertThat(files().stream().filter(a -> !a.restricted())).extracting(Attachment::sha256).containsExactly(again.sha256());
    }

    @Test
    void aGiverDoesNotSayWhoMaySeeIt() {
        attach(new Attachment(SHA, "image/png", 10, "", "foto.jpg", true, true, MADE));
        assertThat(files()).containsExactly(file(SHA, FileKind.PNG, 10).asGraphic(true));
    }

    @Test
    void aPictureIsPutBehindAClickAndTakenOutAgain() {
        attach(file(SHA, FileKind.JPEG, 10));
        town.give(SmallCity.BUDI, new Command.MarkGraphic(caseId, MESSAGE, SHA, true));
        assertThat(files().getFirst().graphic()).isTrue();
        town.give(SmallCity.BUDI, new Command.MarkGraphic(caseId, MESSAGE, SHA, false));
        assertThat(files().getFirst().graphic()).isFalse();
        refused(town.give(SmallCity.BUDI, new Command.MarkGraphic(caseId, MESSAGE, MADE, true)), Refusal.NOT_FOUND);
    }

    @Test
    void aFileOfAnotherCaseIsNotThere() {
        attach(file(SHA, FileKind.JPEG, 10));
        UUID other = town.report("road");
        refused(town.give(SmallCity.BUDI, new Command.MarkGraphic(other, MESSAGE, SHA, true)), Refusal.NOT_FOUND);
    }
}
