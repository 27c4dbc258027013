package id.anjungan.central;

import id.anjungan.protocol.FileUpload;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The bytes of files, by their SHA-256, in the same database as what names them: one backup holds both, and every
/// node has them. They come in pieces and count only once all are there and add up. Any thread; blocks on IO, and
/// every failure is a `StoreException`.
final class Blobs {
    /// Files nobody has named are kept so long: a desk may be without a line for days between two pieces.
    static final java.time.Duration UNNAMED_KEPT = java.time.Duration.ofDays(14);

    private final JdbcStore store;

    Blobs(JdbcStore store) {
        this.store = store;
    }

    /// What is known of a file. `restricted` once a message says so, wherever else it is named.
    record Blob(String sha256, String mediaType, long bytes, long received, boolean complete, boolean restricted) {}

    Optional<Blob> find(String sha256) {
        return store.read(db -> db.first(Sql.BLOB, Sql::blob, sha256));
    }

    /// Says that a file is coming; one that has begun to come goes on where it was.
    Blob begin(String sha256, String mediaType, long bytes, Instant now) {
        return store.change(db -> {
            db.run(Sql.BEGIN_BLOB, sha256, mediaType, bytes, now);
            return db.first(Sql.BLOB, Sql::blob, sha256).orElseThrow();
        });
    }

    /// Adds the next piece. One that is not the next changes nothing. With the last the file is complete, unless its
    /// bytes are not what its name says: then all of them are forgotten, and it begins anew.
    Blob append(String sha256, long from, byte[] piece, Instant now) {
        Blob after = store.change(db -> {
            if (db.run(Sql.GROW_BLOB, piece.length, now, sha256, from, piece.length) == 1) {
                db.run(Sql.PIECE, sha256, from, piece);
            }
            return db.first(Sql.BLOB, Sql::blob, sha256).orElseThrow();
        });
        if (after.complete() || after.received() < after.bytes()) {
            return after;
        }
        boolean right = digest(sha256, after.bytes()).equals(sha256);
        return store.change(db -> {
            if (right) {
                db.run(Sql.COMPLETE_BLOB, sha256);
            } else {
                db.run(Sql.FORGET_PIECES, sha256);
                db.run(Sql.EMPTY_BLOB, sha256);
            }
            return db.first(Sql.BLOB, Sql::blob, sha256).orElseThrow();
        });
    }

    /// Puts a small file in at once; its bytes are those of its name, which the caller has seen to.
    void put(String sha256, String mediaType, byte[] bytes, Instant now) {
        if (find(sha256).map(Blob::complete).orElse(false)) {
            return;
        }
        store.change(db -> {
            db.run(Sql.BEGIN_BLOB, sha256, mediaType, (long) bytes.length, now);
            db.run(Sql.FORGET_PIECES, sha256);
            for (int at = 0; at < bytes.length; at += FileUpload.CHUNK) {
                db.run(Sql.PIECE, sha256, (long) at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + FileUpload.CHUNK)));
            }
            db.run(Sql.WHOLE_BLOB, (long) bytes.length, sha256);
            return true;
        });
    }

    private String digest(String sha256, long bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (long at = 0; at < bytes; ) {
                byte[] piece = piece(sha256, at);
                sha.update(piece);
                at += piece.length;
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// From a byte on to the end of the piece it lies in.
    private byte[] piece(String sha256, long from) {
        return store.read(db -> db.first(
                        Sql.PIECE_AT,
                        rs -> {
                            byte[] data = rs.getBytes(2);
                            int skip = Math.toIntExact(from - rs.getLong(1));
                            return skip < data.length ? Arrays.copyOfRange(data, skip, data.length) : new byte[0];
                        },
                        sha256, from)
                .filter(b -> b.length > 0)
                .orElseThrow(() -> new StoreException("a piece of file " + sha256 + " is missing", null)));
    }

    /// The bytes from one on, read piece by piece as they are taken.
    void copy(Blob blob, long from, OutputStream out) throws IOException {
        for (long at = from; at < blob.bytes(); ) {
            byte[] next = piece(blob.sha256(), at);
            out.write(next);
            at += next.length;
        }
    }

    /// Lets go of what came, or half came, and was never named; how many.
    int forget(Instant before) {
        return store.change(db -> {
            db.run(Sql.FORGET_OLD_PIECES, before);
            return db.run(Sql.FORGET_OLD_BLOBS, before);
        });
    }
}
