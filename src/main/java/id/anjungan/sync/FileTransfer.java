package id.anjungan.sync;

import id.anjungan.protocol.FileUpload;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.ProtocolException;
import id.anjungan.protocol.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Carries the bytes of files to the server and back, going on where a broken line left them. Blocks its caller; an
/// `IOException` says that the server is away or the line broke, and that the same call later goes on.
public final class FileTransfer {
    private static final int SMALLEST = 16 << 10;

    private final Http http;
    private final Supplier<@Nullable Session> session;
    private volatile int size = FileUpload.CHUNK;

    FileTransfer(Http http, Supplier<@Nullable Session> session) {
        this.http = http;
        this.session = session;
    }

    /// The server has answered that it does not take, or give, this file; asking again changes nothing.
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        public final int status;

        Refused(int status) {
            super("the server answered " + status, null, false, false);
            this.status = status;
        }
    }

    private String token() throws IOException {
        Session s = session.get();
        if (s == null) {
            throw new IOException("the server is away");
        }
        return s.token();
    }

    /// Sends what the server does not have yet; `sent` hears how far it has come. Returns once the server has all.
    public void upload(String sha256, String mediaType, long size, Path bytes, LongConsumer sent)
            throws IOException, InterruptedException, Refused {
        FileUpload file = new FileUpload(sha256, mediaType, size);
        try {
            String token = token();
            FileUpload.State at = state(http.send(http.request(Protocol.FILES, token).POST(Http.body(Json.write(file))).build()));
            try (FileChannel in = FileChannel.open(bytes, StandardOpenOption.READ)) {
                while (!at.complete()) {
                    sent.accept(at.received());
                    FileUpload.State next = piece(token, file, in, at.received());
                    // A piece not taken moves on to where the server is; standing still would go on for ever.
                    if (next.equals(at)) {
                        throw new IOException("the server takes no more of the file");
                    }
                    at = next;
                }
            }
            sent.accept(file.bytes());
        } catch (Http.Problem p) {
            throw told(p);
        }
    }

    /// A line too slow for one piece gets smaller ones.
    private FileUpload.State piece(String token, FileUpload file, FileChannel in, long from)
            throws IOException, InterruptedException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(size, file.bytes() - from));
        int n = in.read(piece, from);
        while (n >= 0 && piece.hasRemaining()) {
            n = in.read(piece, from + piece.position());
        }
        HttpRequest r = http.request(Protocol.FILES + "/" + file.sha256() + "?from=" + from, token)
                .setHeader("Content-Type", "application/octet-stream")
                .timeout(Http.LONG_PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(piece.array(), 0, piece.position()))
                .build();
        try {
            return state(http.send(r, Http.LONG_PATIENCE));
        } catch (HttpTimeoutException e) {
            size = Math.max(SMALLEST, size / 2);
            throw e;
        }
    }

    private static FileUpload.State state(String json) throws IOException {
        try {
            return Json.read(json, FileUpload.State.class);
        } catch (ProtocolException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Fetches a file of a case behind what is there of it already; `got` hears how far it has come.
    public void download(UUID caseId, String sha256, Path to, LongConsumer got)
            throws IOException, InterruptedException, Refused {
        long have = Files.exists(to) ? Files.size(to) : 0;
        HttpRequest.Builder b = http.request(Protocol.CASES + "/" + caseId + "/files/" + sha256, token()).GET();
        if (have > 0) {
            b.header("Range", "bytes=" + have + "-");
        }
        try (Http.Answer answer = http.bytes(b.build())) {
            boolean more = answer.status() == 206;
            try (InputStream in = answer.body();
                    OutputStream out = Files.newOutputStream(
                            to, StandardOpenOption.CREATE,
                            more ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                long all = more ? have : 0;
                byte[] buffer = new byte[64 << 10];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                    all += n;
                    got.accept(all);
                }
            }
        } catch (Http.Problem p) {
            throw told(p);
        }
    }

    private static Refused told(Http.Problem p) throws Http.Problem {
        if (p.ours() || p.status == 403) {
            return new Refused(p.status);
        }
        throw p;
    }
}
