package id.anjungan.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files of the server that this desk has fetched, by their SHA-256, never more bytes than it may keep: what was looked
/// at longest ago goes first. A file is here only once its bytes add up. Any thread.
public final class FileCache {
    private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);
    private static final String HALF = ".half";

    private final Path folder;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    /// Sizes, the file looked at longest ago first.
    private final Map<String, Long> sizes = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;
    private long limit;

    private FileCache(Path folder, long limit, InstantSource clock) {
        this.folder = folder;
        this.limit = limit;
        this.clock = clock;
    }

    public static FileCache open(Path folder, long limit, InstantSource clock) {
        FileCache c = new FileCache(folder, limit, clock);
        try {
            Files.createDirectories(folder);
            c.look();
        } catch (IOException e) {
            throw new StoreException("cannot open " + folder + ": " + e.getMessage(), e);
        }
        return c;
    }

    private record Found(Path path, FileTime seen, long size) {}

    private void look() throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.list(folder)) {
            paths = all.toList();
        }
        List<Found> found = new java.util.ArrayList<>();
        for (Path p : paths) {
            if (String.valueOf(p.getFileName()).endsWith(HALF)) {
                Files.delete(p);
            } else {
                found.add(new Found(p, Files.getLastModifiedTime(p), Files.size(p)));
            }
        }
        found.sort(java.util.Comparator.comparing(Found::seen));
        found.forEach(f -> {
            sizes.put(String.valueOf(f.path().getFileName()), f.size());
            bytes += f.size();
        });
        shrink();
    }

    /// Where a file is, when it is here; it counts as looked at now.
    public Optional<Path> find(String sha256) {
        lock.lock();
        try {
            Path p = folder.resolve(sha256);
            if (sizes.get(sha256) == null || !Files.exists(p)) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(p, FileTime.from(clock.instant()));
            return Optional.of(p);
        } catch (IOException e) {
            LOG.debug("{}: {}", sha256, e.getMessage());
            return Optional.of(folder.resolve(sha256));
        } finally {
            lock.unlock();
        }
    }

    /// A place to write a file to until it is whole.
    public Path half(String sha256) {
        return folder.resolve(sha256 + HALF);
    }

    /// A file outside the cache whose bytes add up; otherwise it is thrown away.
    public Path whole(String sha256, Path file) throws IOException {
        if (!digest(file).equals(sha256)) {
            Files.deleteIfExists(file);
            throw new IOException("the bytes are not those of " + sha256);
        }
        return file;
    }

    /// Takes a file in that is whole; one whose bytes are not what its name says is thrown away.
    public Path take(String sha256, Path file) throws IOException {
        Path whole = whole(sha256, file);
        lock.lock();
        try {
            Path p = folder.resolve(sha256);
            Files.move(whole, p, StandardCopyOption.REPLACE_EXISTING);
            long size = Files.size(p);
            Long was = sizes.put(sha256, size);
            bytes += size - (was == null ? 0 : was);
            shrink();
            return p;
        } finally {
            lock.unlock();
        }
    }

    /// What may no longer be seen here.
    public void forget(String sha256) {
        lock.lock();
        try {
            Long was = sizes.remove(sha256);
            bytes -= was == null ? 0 : was;
            delete(sha256);
        } finally {
            lock.unlock();
        }
    }

    /// How many bytes may be kept from now on.
    public void limit(long most) {
        lock.lock();
        try {
            limit = most;
            shrink();
        } finally {
            lock.unlock();
        }
    }

    public long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /// The newest stays even when it alone is too large: it is being looked at.
    private void shrink() {
        Iterator<Map.Entry<String, Long>> oldest = sizes.entrySet().iterator();
        while (bytes > limit && sizes.size() > 1) {
            Map.Entry<String, Long> e = oldest.next();
            bytes -= e.getValue();
            String gone = e.getKey();
            oldest.remove();
            delete(gone);
        }
    }

    private void delete(String sha256) {
        try {
            Files.deleteIfExists(folder.resolve(sha256));
        } catch (IOException e) {
            LOG.warn("{} could not be deleted: {}", sha256, e.getMessage());
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
