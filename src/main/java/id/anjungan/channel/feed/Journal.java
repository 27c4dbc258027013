package id.anjungan.channel.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// How far an unfinished import has come: rows that the server has acknowledged or that lie in the aside file. It
/// lies beside that file and is gone when the import is finished. It may lag behind the server, never run ahead;
/// what is delivered again is known there. Confined to one thread.
final class Journal {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FINGERPRINT_BYTES = 1 << 20;

    private final Path path;
    private final String source;

    /// `target` says where the rows go: to another server or channel an import begins anew.
    Journal(Path aside, Path file, String target) throws IOException {
        this.path = aside.resolveSibling(aside.getFileName() + ".position");
        this.source = fingerprint(file) + " to " + target;
    }

    record Position(String source, FeedResult result, long asideBytes) {}

    Optional<Position> load() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            Position p = MAPPER.readValue(path.toFile(), Position.class);
            return p != null && source.equals(p.source()) ? Optional.of(p) : Optional.empty();
        } catch (JsonProcessingException e) {
            // Half a journal is no journal: from the beginning is always right.
            return Optional.empty();
        }
    }

    void save(FeedResult result, long asideBytes) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        Files.write(next, MAPPER.writeValueAsBytes(new Position(source, result, asideBytes)));
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void finished() throws IOException {
        Files.deleteIfExists(path);
    }

    /// Size and beginning: enough to tell one export from the next.
    private static String fingerprint(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.readNBytes(FINGERPRINT_BYTES);
            byte[] digest = ((DigestInputStream) in).getMessageDigest().digest();
            return Files.size(file) + "-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
