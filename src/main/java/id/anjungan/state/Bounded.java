package id.anjungan.state;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads so many bytes and fails at the next.
final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private int counted(int n) throws TooLarge {
        left -= Math.max(0, n);
        if (left < 0) {
            throw new TooLarge();
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        counted(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        return counted(super.read(to, at, length));
    }
}
