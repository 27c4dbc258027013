package id.anjungan.state;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Open cases with a position, as parallel arrays for drawing. `priority` is the ordinal; `flags` bit 0
/// unacknowledged, bit 1 breached, bit 2 mine. `incidents`: which one each case is about, if any. Arrays are never changed after publication.
@SuppressWarnings("ArrayRecordComponent") // drawn every frame: boxing would cost what the frame has
public record MapData(
        List<UUID> ids, double[] lat, double[] lon, byte[] priority, byte[] flags, long[] receivedAt, int unplaced,
        @Nullable UUID[] incidents) {
    public static final MapData EMPTY =
            new MapData(List.of(), new double[0], new double[0], new byte[0], new byte[0], new long[0], 0);

    public MapData(
            List<UUID> ids, double[] lat, double[] lon, byte[] priority, byte[] flags, long[] receivedAt, int unplaced) {
        this(ids, lat, lon, priority, flags, receivedAt, unplaced, new UUID[ids.size()]);
    }

    public static final int UNACKNOWLEDGED = 1;
    public static final int BREACHED = 2;
    public static final int MINE = 4;
}
