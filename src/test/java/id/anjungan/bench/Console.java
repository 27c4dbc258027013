package id.anjungan.bench;

import id.anjungan.protocol.Protocol;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/// A console's stream and nothing else: a plain socket, unpacked and read line by line on a virtual thread. It costs as
/// little as it can, because a thousand of them share the processors with the server that is measured.
final class Console implements AutoCloseable {
    private static final byte[] CHANGE = "{\"f\":\"change\",\"seq\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] THROUGH = "{\"f\":\"through\",\"seq\":".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final byte[] line = new byte[64];
    private int length;

    private Console(Socket socket) {
        this.socket = socket;
    }

    static Console open(URI server, String token, String query) throws IOException {
        Socket s = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        s.setTcpNoDelay(true);
        s.getOutputStream().write(("GET " + Protocol.STREAM + query + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nAccept-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return new Console(s);
    }

    /// Reads until the end: gives the number of every change, and of every `through`, as soon as its line begins.
    void follow(LongConsumer change, LongConsumer through) throws IOException {
        InputStream raw = new BufferedInputStream(socket.getInputStream(), 4_096);
        if (!head(raw).startsWith("HTTP/1.1 200")) {
            throw new IOException("the stream was refused");
        }
        try (InputStream in = new GZIPInputStream(new Chunks(raw), 1_024)) {
            byte[] some = new byte[2_048];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                for (int i = 0; i < n; i++) {
                    take(some[i], change, through);
                }
            }
        }
    }

    private void take(byte b, LongConsumer change, LongConsumer through) {
        if (b != '\n') {
            if (length < line.length) {
                line[length++] = b;
            }
            return;
        }
        long c = number(CHANGE);
        if (c >= 0) {
            change.accept(c);
        } else {
            long t = number(THROUGH);
            if (t >= 0) {
                through.accept(t);
            }
        }
        length = 0;
    }

    private long number(byte[] begin) {
        if (length <= begin.length) {
            return -1;
        }
        for (int i = 0; i < begin.length; i++) {
            if (line[i] != begin[i]) {
                return -1;
            }
        }
        long n = 0;
        for (int i = begin.length; i < length && line[i] >= '0' && line[i] <= '9'; i++) {
            n = n * 10 + line[i] - '0';
        }
        return n;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder s = new StringBuilder();
        while (s.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no answer");
            }
            s.append((char) b);
        }
        return s.toString();
    }

    /// The bytes of an answer in chunks, each as soon as it is there.
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private int left;
        private boolean first = true;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (left == 0 && !next()) {
                return -1;
            }
            int n = in.read(b, off, Math.min(len, left));
            left -= Math.max(0, n);
            return n;
        }

        private boolean next() throws IOException {
            if (!first) {
                in.skipNBytes(2);
            }
            first = false;
            int n = 0;
            for (int c = in.read(); c != '\r'; c = in.read()) {
                if (c < 0) {
                    return false;
                }
                n = n * 16 + Character.digit(c, 16);
            }
            in.skipNBytes(1);
            left = n;
            return n > 0;
        }

        /// So that what unpacks does not wait for more than there is.
        @Override
        public int available() throws IOException {
            return Math.min(left, in.available());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
