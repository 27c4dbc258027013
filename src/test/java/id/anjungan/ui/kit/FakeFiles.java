package id.anjungan.ui.kit;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.FileKind;
import id.anjungan.state.DeskFiles;
import id.anjungan.state.Signal;
import id.anjungan.state.WaitingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Files of a desk in memory: what was added is remembered, and what was put in is there.
public final class FakeFiles implements DeskFiles {
    public final FakeSignal<List<WaitingFile>> waiting = new FakeSignal<>(List.of());
    public final List<String> added = new ArrayList<>();
    public final List<byte[]> redacted = new ArrayList<>();
    public final List<UUID> forgotten = new ArrayList<>();
    public Unavailable.@Nullable Why fails;
    private final Map<String, Path> here = new HashMap<>();

    /// A file that is on this desk.
    public Attachment put(byte[] bytes, FileKind kind, @Nullable String name) {
        try {
            String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            Path p = Files.createTempFile("files", ".bin");
            p.toFile().deleteOnExit();
            Files.write(p, bytes);
            here.put(sha, p);
            return Attachment.of(sha, kind, bytes.length, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletableFuture<WaitingFile> attach(UUID caseId, @Nullable String name, boolean graphic, Source from) {
        if (fails != null) {
            return CompletableFuture.failedFuture(new Unavailable(fails, null));
        }
        added.add(String.valueOf(name));
        return CompletableFuture.completedFuture(new WaitingFile(
                UUID.randomUUID(), caseId, Attachment.of("00", FileKind.PNG, 1, name), 0, null));
    }

    @Override
    public CompletableFuture<WaitingFile> redact(UUID caseId, UUID message, Attachment original, byte[] made) {
        redacted.add(made);
        return CompletableFuture.completedFuture(new WaitingFile(UUID.randomUUID(), caseId, original, 0, null));
    }

    @Override
    public CompletableFuture<Path> open(UUID caseId, Attachment file) {
        Path p = here.get(file.sha256());
        return p == null
                ? CompletableFuture.failedFuture(new Unavailable(Unavailable.Why.AWAY, null))
                : CompletableFuture.completedFuture(p);
    }

    /// What other cases carry.
    public final List<id.anjungan.domain.Message> elsewhere = new ArrayList<>();

    @Override
    public CompletableFuture<List<id.anjungan.domain.Message>> withFiles(java.util.Collection<UUID> cases) {
        return CompletableFuture.completedFuture(
                elsewhere.stream().filter(m -> cases.contains(m.about())).toList());
    }

    @Override
    public Signal<List<WaitingFile>> waiting() {
        return waiting;
    }

    @Override
    public void forget(UUID id) {
        forgotten.add(id);
    }
}
