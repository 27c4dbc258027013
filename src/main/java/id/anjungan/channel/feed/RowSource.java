package id.anjungan.channel.feed;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The rows of a file, one after the other, with bounded memory. Confined to one thread.
interface RowSource extends Closeable {
    /// The next row, or null at the end.
    @Nullable Row next() throws IOException;
}
