package id.anjungan.central;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Request bodies, bounded, gzip or plain.
final class Bodies {
    private Bodies() {}

    /// The body as it comes, unpacked when it is gzip.
    static InputStream stream(Context ctx) throws IOException {
        InputStream in = ctx.req().getInputStream();
        String encoding = ctx.header("Content-Encoding");
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return in;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new Problem(415, "Unknown encoding", "Content-Encoding is gzip or nothing", 0);
        }
        try {
            return new GZIPInputStream(in, 32 * 1024);
        } catch (ZipException | java.io.EOFException e) {
            throw Problem.bad("the body is not gzip");
        }
    }

    static byte[] bytes(Context ctx, int limit) throws IOException {
        try (InputStream in = stream(ctx)) {
            byte[] body = in.readNBytes(limit + 1);
            if (body.length > limit) {
                throw Problem.tooLarge("the body is larger than " + limit + " bytes");
            }
            return body;
        }
    }

    static String text(Context ctx, int limit) throws IOException {
        return new String(bytes(ctx, limit), StandardCharsets.UTF_8);
    }
}
