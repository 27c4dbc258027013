package id.anjungan.central;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.FileKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Files that a channel delivers with a report. Those it sends along as a `data:` URL are put into the store; of the
/// others only the address is kept, until somebody fetches them. A report is never turned away for a file that cannot
/// be used: the file is then left out. Stateless, any thread.
final class DeliveredFiles {
    private static final String DATA = "data:";
    private static final String BASE64 = ";base64,";

    private final Blobs blobs;

    DeliveredFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /// A channel says what a file is and where; who may see it, it does not say, nor does it name files of ours.
    List<Attachment> kept(List<Attachment> delivered, Instant now) {
        return delivered.stream().flatMap(a -> kept(a, now).stream()).toList();
    }

    private java.util.Optional<Attachment> kept(Attachment a, Instant now) {
        String url = a.url() == null ? "" : a.url();
        String type = a.mediaType() == null ? "" : a.mediaType();
        String sha = a.sha256() == null ? "" : a.sha256();
        if (!url.startsWith(DATA)) {
            return url.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(
                    new Attachment(sha, type, a.bytes(), url, a.name(), a.graphic(), false, null));
        }
        int at = url.indexOf(BASE64);
        try {
            byte[] bytes = Base64.getDecoder().decode(url.substring(at < 0 ? url.length() : at + BASE64.length()));
            return FileKind.ofHead(bytes).map(kind -> {
                String digest = sha256(bytes);
                blobs.put(digest, kind.mediaType(), bytes, now);
                return Attachment.of(digest, kind, bytes.length, a.name()).asGraphic(a.graphic());
            });
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
