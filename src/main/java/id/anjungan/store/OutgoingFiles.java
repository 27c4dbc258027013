package id.anjungan.store;

import id.anjungan.protocol.Json;
import id.anjungan.protocol.ProtocolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that wait for the server, in a folder of their own: the bytes, and beside them what they are for. What `keep`
/// has returned for is on the disk and survives a kill. The words are written last, so half a file is never taken for
/// a whole one. Any thread.
public final class OutgoingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingFiles.class);
    private static final String WORDS = ".json";
    private static final String BYTES = ".bin";
    private static final String HALF = ".half";

    private final Path folder;

    private OutgoingFiles(Path folder) {
        this.folder = folder;
    }

    /// Opens or makes the folder; what was being written when the desk ended is swept out.
    public static OutgoingFiles open(Path folder) {
        try {
            Files.createDirectories(folder);
            OutgoingFiles out = new OutgoingFiles(folder);
            for (Path p : out.list()) {
                String name = String.valueOf(p.getFileName());
                boolean alone = name.endsWith(BYTES) && !Files.exists(folder.resolve(name.replace(BYTES, WORDS)));
                if (name.endsWith(HALF) || alone) {
                    Files.delete(p);
                }
            }
            return out;
        } catch (IOException e) {
            throw new StoreException("cannot open " + folder + ": " + e.getMessage(), e);
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /// Keeps a file: its bytes are read to the end and counted here.
    public OutgoingFile keep(OutgoingFile said, InputStream from) throws IOException {
        Path half = folder.resolve(said.id() + BYTES + HALF);
        MessageDigest sha = sha256();
        long n;
        try (FileChannel file = FileChannel.open(half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), sha)) {
            n = from.transferTo(out);
            file.force(true);
        }
        OutgoingFile kept = said.withBytes(HexFormat.of().formatHex(sha.digest()), n);
        Files.move(half, bytes(kept.id()), StandardCopyOption.REPLACE_EXISTING);
        write(kept);
        return kept;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void write(OutgoingFile f) throws IOException {
        Path half = folder.resolve(f.id() + WORDS + HALF);
        try (FileChannel file = FileChannel.open(half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            out.write(Json.write(f).getBytes(StandardCharsets.UTF_8));
            file.force(true);
        }
        Files.move(half, folder.resolve(f.id() + WORDS), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel dir = FileChannel.open(folder)) {
            dir.force(true);
        } catch (IOException e) {
            // Not every system syncs a folder (Windows); there the file's own sync is what there is.
            LOG.debug("syncing {}: {}", folder, e.getMessage());
        }
    }

    /// All that wait, in the order in which they were added.
    public List<OutgoingFile> all() {
        List<OutgoingFile> all = new ArrayList<>();
        try {
            for (Path p : list()) {
                if (String.valueOf(p.getFileName()).endsWith(WORDS)) {
                    read(p).ifPresent(all::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.sort(Comparator.comparing(OutgoingFile::at).thenComparing(OutgoingFile::id));
        return all;
    }

    private static Optional<OutgoingFile> read(Path p) {
        try {
            return Optional.of(Json.read(Files.readString(p), OutgoingFile.class));
        } catch (IOException | ProtocolException e) {
            LOG.error("{} cannot be read and is left alone: {}", p, e.getMessage());
            return Optional.empty();
        }
    }

    /// Where its bytes are.
    public Path bytes(UUID id) {
        return folder.resolve(id + BYTES);
    }

    /// The server did not take it; null: try again.
    public void refuse(OutgoingFile f, @org.jspecify.annotations.Nullable String why) throws IOException {
        write(f.refuse(why));
    }

    public void remove(UUID id) throws IOException {
        Files.deleteIfExists(folder.resolve(id + WORDS));
        Files.deleteIfExists(bytes(id));
    }
}
