package id.anjungan.ui.casefile;

import id.anjungan.domain.Attachment;
import id.anjungan.media.Dots;
import id.anjungan.media.Pictures;
import id.anjungan.state.Desk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Decoded pictures of a case, small ones kept, made by two threads of their own and never on the JavaFX thread. What is
/// wanted by several is made once.
final class Thumbnails {
    /// As wide or high as a thumbnail may be, at twice the scale.
    static final int SMALL = 240;
    private static final int KEPT = 120;

    private static final ExecutorService DECODERS =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().name("pictures-", 0).daemon().factory());

    private final Desk desk;
    private final Map<String, CompletableFuture<Dots>> small = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Dots>> eldest) {
            return size() > KEPT;
        }
    };

    Thumbnails(Desk desk) {
        this.desk = desk;
    }

    /// One that failed is tried again when it is asked for again.
    synchronized CompletableFuture<Dots> small(UUID caseId, Attachment a) {
        CompletableFuture<Dots> known = small.get(a.sha256());
        if (known != null && !known.isCompletedExceptionally()) {
            return known;
        }
        CompletableFuture<Dots> made = read(caseId, a, SMALL);
        small.put(a.sha256(), made);
        return made;
    }

    synchronized void forget(Attachment a) {
        small.remove(a.sha256());
    }

    CompletableFuture<Dots> read(UUID caseId, Attachment a, int most) {
        return desk.files().open(caseId, a).thenApplyAsync(
                path -> {
                    try {
                        return Pictures.read(path, most);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                DECODERS);
    }
}
