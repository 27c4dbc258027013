package id.anjungan.channel.feed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The rows that were set aside, as CSV: line in the source, reason, and the row as it was, so that it can be
/// mended and imported again. Made with its first row; an older one is replaced, or cut back to where a resumed
/// import had come. Confined to one thread.
final class AsideFile implements Closeable {
    private static final String HEADER = "line,reason,row\r\n";

    private final Path path;
    private final StringBuilder pending = new StringBuilder();
    private @Nullable FileChannel channel;
    private long length;

    AsideFile(Path path, long keep) throws IOException {
        this.path = path;
        if (keep > 0 && Files.exists(path) && Files.size(path) >= keep) {
            FileChannel kept = FileChannel.open(path, StandardOpenOption.WRITE);
            kept.truncate(keep);
            kept.position(keep);
            channel = kept;
            length = keep;
        } else {
            Files.deleteIfExists(path);
        }
    }

    void add(long line, String reason, String raw) {
        pending.append(line).append(',').append(quoted(reason)).append(',').append(quoted(raw)).append("\r\n");
    }

    private static String quoted(String s) {
        return '"' + s.replace("\"", "\"\"") + '"';
    }

    /// Puts what was added on the disk.
    void flush() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        FileChannel out = channel;
        if (out == null) {
            out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            channel = out;
            pending.insert(0, HEADER);
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(pending.toString());
        pending.setLength(0);
        while (bytes.hasRemaining()) {
            length += out.write(bytes);
        }
        out.force(false);
    }

    /// Bytes on the disk.
    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        FileChannel out = channel;
        if (out != null) {
            out.close();
        }
    }
}
