package id.anjungan.ui.tiles;

import id.anjungan.state.ChannelTile;
import id.anjungan.ui.control.Freshness;
import id.anjungan.ui.control.Tile;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One channel as it stands on its tile, already in words, so that the view only shows it.
final class TileItem {
    final String channel;
    final ObjectProperty<Tile.@Nullable Reading> reading = new SimpleObjectProperty<>();
    final BooleanProperty chosen = new SimpleBooleanProperty();
    private @Nullable ChannelTile tile;

    TileItem(String channel) {
        this.channel = channel;
    }

    void show(ChannelTile now) {
        tile = now;
    }

    /// `offline`: nothing comes in on this desk, so no channel is live.
    void tick(Words w, Instant now, boolean offline) {
        ChannelTile t = tile;
        if (t == null) {
            return;
        }
        String name = w.city().channel(channel);
        String count = w.formats().number(t.open());
        String trend = w.formats().trend(t.perHour());
        String oldest = t.oldestWaiting() == null
                ? w.formats().none()
                : w.formats().age(Duration.between(t.oldestWaiting(), now));
        String age = t.lastItemAt() == null
                ? w.formats().none()
                : w.formats().age(Duration.between(t.lastItemAt(), now));
        Freshness fresh = offline ? Freshness.OFFLINE : t.stale() ? Freshness.STALE : Freshness.LIVE;
        String sentence = w.get("tiles.oldest", oldest);
        reading.set(new Tile.Reading(
                w.city().channelShort(channel), count, trend, sentence, oldest, fresh, age, edge(t), t.trend(),
                w.get("tiles.spoken", name, count, trend, sentence, age)));
    }

    private static Tile.Edge edge(ChannelTile t) {
        return t.emergencies() > 0 ? Tile.Edge.EMERGENCY : t.breached() > 0 ? Tile.Edge.HIGH : Tile.Edge.NONE;
    }
}
