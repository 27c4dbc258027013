package id.anjungan.store;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.FileKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file on its way to the server, and what is to be done with it once it is there: attached to a case as message
/// `id`, or put in the place of the picture it `redacts`. `refused` says why the server did not take it; then it waits
/// for a person.
public record OutgoingFile(
        UUID id,
        UUID caseId,
        FileKind kind,
        String sha256,
        long bytes,
        @Nullable String name,
        boolean graphic,
        @Nullable String text,
        @Nullable Redacted redacts,
        Instant at,
        @Nullable String refused) {

    /// The picture in whose place it comes.
    public record Redacted(UUID message, String sha256) {}

    public Attachment attachment() {
        return Attachment.of(sha256, kind, bytes, name).asGraphic(graphic);
    }

    OutgoingFile withBytes(String sha, long n) {
        return new OutgoingFile(id, caseId, kind, sha, n, name, graphic, text, redacts, at, refused);
    }

    OutgoingFile refuse(@Nullable String why) {
        return new OutgoingFile(id, caseId, kind, sha256, bytes, name, graphic, text, redacts, at, why);
    }
}
