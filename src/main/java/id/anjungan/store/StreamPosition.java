package id.anjungan.store;

import id.anjungan.protocol.StreamQuery;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How far the cache is: nothing yet (`epoch` null), within a snapshot (`loading`, from `position` on, taken at `s0`),
/// or complete up to `cursor`.
public record StreamPosition(@Nullable UUID epoch, long cursor, boolean loading, @Nullable String position, long s0) {
    /// From what is kept under these names.
    static StreamPosition read(Function<String, Optional<String>> meta) {
        return new StreamPosition(
                meta.apply("epoch").map(UUID::fromString).orElse(null),
                meta.apply("cursor").map(Long::parseLong).orElse(0L),
                meta.apply("loading").isPresent(),
                meta.apply("position").orElse(null),
                meta.apply("s0").map(Long::parseLong).orElse(0L));
    }

    /// Where the stream must begin.
    public StreamQuery query() {
        if (epoch == null || (loading && position == null)) {
            return StreamQuery.FRESH;
        }
        return loading ? new StreamQuery(epoch, 0, position, s0) : new StreamQuery(epoch, cursor, null, 0);
    }
}
