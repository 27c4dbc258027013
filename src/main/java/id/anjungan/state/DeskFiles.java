package id.anjungan.state;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.Message;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Files of cases at this desk. Adding one is durable once its future completes, with the server away too; it is sent
/// when there is a line. Futures that fail with [Unavailable] say why in a code.
public interface DeskFiles {
    /// Why a file cannot be had or added.
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public enum Why {
            /// The server is away and the file is not here.
            AWAY,
            /// Not for this operator, or no longer there.
            NOT_SEEN,
            TOO_LARGE,
            TYPE,
            EMPTY,
            /// This desk's disk, or the bytes that came.
            FAILED
        }

        public final Why why;

        public Unavailable(Why why, @Nullable Throwable cause) {
            super(why.name(), cause);
            this.why = why;
        }
    }

    /// Where the bytes of a new file come from; opened once, on another thread.
    interface Source {
        InputStream open() throws java.io.IOException;
    }

    /// Adds a file to a case.
    CompletableFuture<WaitingFile> attach(UUID caseId, @Nullable String name, boolean graphic, Source from);

    /// Puts a redacted picture in the place of one.
    CompletableFuture<WaitingFile> redact(UUID caseId, UUID message, Attachment original, byte[] made);

    /// The file on this disk; fetched from the server when it is not here.
    CompletableFuture<Path> open(UUID caseId, Attachment file);

    /// What was written on these cases with files to it, oldest first.
    CompletableFuture<List<Message>> withFiles(Collection<UUID> cases);

    /// What has not reached the server, oldest first.
    Signal<List<WaitingFile>> waiting();

    /// Forgets a file that the server did not take, or that has not been sent.
    void forget(UUID id);

    /// For desks without files.
    DeskFiles NONE = new DeskFiles() {
        private final ValueSignal<List<WaitingFile>> nothing = new ValueSignal<>(List.of());

        @Override
        public CompletableFuture<WaitingFile> attach(UUID caseId, @Nullable String name, boolean graphic, Source from) {
            return CompletableFuture.failedFuture(new Unavailable(Unavailable.Why.FAILED, null));
        }

        @Override
        public CompletableFuture<WaitingFile> redact(UUID caseId, UUID message, Attachment original, byte[] made) {
            return CompletableFuture.failedFuture(new Unavailable(Unavailable.Why.FAILED, null));
        }

        @Override
        public CompletableFuture<Path> open(UUID caseId, Attachment file) {
            return CompletableFuture.failedFuture(new Unavailable(Unavailable.Why.AWAY, null));
        }

        @Override
        public CompletableFuture<List<Message>> withFiles(Collection<UUID> cases) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public Signal<List<WaitingFile>> waiting() {
            return nothing;
        }

        @Override
        public void forget(UUID id) {}
    };
}
