package id.anjungan.channel.feed;

import java.util.Map;

/// A row of a file as it was read. `line` counts from 1 and is where the row begins; `raw` is its text.
sealed interface Row {
    long line();

    String raw();

    record Values(long line, String raw, Map<Field, String> values) implements Row {
        public Values {
            values = Map.copyOf(values);
        }
    }

    /// Not readable as a row.
    record Bad(long line, String raw, String reason) implements Row {}
}
