package id.anjungan.channel.feed;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A file opened for import. What it is follows from its first bytes, never from its name: gzip or plain, UTF-8 or
/// UTF-16 by its byte order mark, JSON or CSV. Counts the bytes read of the file itself. Confined to one thread.
final class Input implements RowSource {
    private static final int LOOK = 4_096;

    private final Counting counted;
    private final RowSource rows;
    private final long size;

    private Input(Counting counted, RowSource rows, long size) {
        this.counted = counted;
        this.rows = rows;
        this.size = size;
    }

    static Input open(Path file, Map<String, String> chosen) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new FeedException(file + " is no file that can be read");
        }
        Counting counted = new Counting(Files.newInputStream(file));
        try {
            RowSource rows = rows(new BufferedInputStream(counted, 1 << 16), file, chosen);
            return new Input(counted, rows, Files.size(file));
        } catch (IOException | RuntimeException e) {
            counted.close();
            throw e;
        }
    }

    private static RowSource rows(BufferedInputStream in, Path file, Map<String, String> chosen) throws IOException {
        byte[] magic = look(in, 4);
        InputStream plain = in;
        if (magic.length > 1 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B) {
            plain = new GZIPInputStream(in, 1 << 16);
        } else if (magic.length > 3 && magic[0] == 'P' && magic[1] == 'K' && magic[2] < 9) {
            throw new FeedException(file + " is a zip archive: unpack it and import the CSV or JSON in it");
        }
        PushbackInputStream text = new PushbackInputStream(plain, LOOK);
        byte[] head = text.readNBytes(LOOK);
        text.unread(head);
        Charset charset = charset(head);
        if (charset.equals(StandardCharsets.UTF_8)) {
            mustBeText(head, file);
        }
        BufferedReader reader = new BufferedReader(new InputStreamReader(text, charset), 1 << 16);
        return switch (firstLetter(reader)) {
            case '[', '{' -> new JsonRows(reader, chosen);
            case '<' -> throw new FeedException(file + " is XML: ask the source for JSON (.json) or CSV");
            default -> new CsvRows(reader, chosen);
        };
    }

    private static byte[] look(BufferedInputStream in, int n) throws IOException {
        in.mark(n);
        byte[] head = in.readNBytes(n);
        in.reset();
        return head;
    }

    private static Charset charset(byte[] head) {
        if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length > 1 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static void mustBeText(byte[] head, Path file) {
        for (byte b : head) {
            if (b == 0) {
                throw new FeedException(file + " is no text: a 311 export is CSV or JSON, plain or gzipped");
            }
        }
    }

    /// The first letter after a byte order mark and blanks; leaves the reader behind the mark.
    private static int firstLetter(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        reader.mark(LOOK);
        int c = reader.read();
        for (int i = 1; i < LOOK && c >= 0 && Character.isWhitespace(c); i++) {
            c = reader.read();
        }
        reader.reset();
        return c;
    }

    @Override
    public @Nullable Row next() throws IOException {
        return rows.next();
    }

    long bytes() {
        return counted.count;
    }

    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
