package id.anjungan.ui.tiles;

import id.anjungan.state.ChannelTile;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One channel as it stands on its tile: texts already written, so that the view only shows them.
final class TileItem {
    /// What a tile's edge says at a glance.
    enum Mood {
        CALM,
        /// Something waits longer than it should.
        WARM,
        /// An emergency nobody acknowledged, or a missed deadline.
        HOT
    }

    final String channel;
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty count = new SimpleStringProperty("");
    final StringProperty perHour = new SimpleStringProperty("");
    final StringProperty oldest = new SimpleStringProperty("");
    final StringProperty age = new SimpleStringProperty("");
    final StringProperty spoken = new SimpleStringProperty("");
    final BooleanProperty stale = new SimpleBooleanProperty();
    final BooleanProperty chosen = new SimpleBooleanProperty();
    final ObjectProperty<Mood> mood = new SimpleObjectProperty<>(Mood.CALM);
    final ObjectProperty<List<Integer>> trend = new SimpleObjectProperty<>(List.of());
    private @Nullable ChannelTile tile;

    TileItem(String channel) {
        this.channel = channel;
    }

    void show(ChannelTile now) {
        tile = now;
        trend.set(now.trend());
        stale.set(now.stale());
        mood.set(now.emergencies() > 0 ? Mood.HOT : now.breached() > 0 ? Mood.WARM : Mood.CALM);
    }

    void tick(Words w, Instant now) {
        ChannelTile t = tile;
        if (t == null) {
            return;
        }
        name.set(w.city().channel(channel));
        count.set(w.formats().number(t.open()));
        perHour.set(w.formats().trend(t.perHour()));
        oldest.set(t.oldestWaiting() == null
                ? w.get("tiles.oldest.none")
                : w.get("tiles.oldest", w.formats().age(Duration.between(t.oldestWaiting(), now))));
        age.set(t.lastItemAt() == null
                ? w.formats().none()
                : w.formats().age(Duration.between(t.lastItemAt(), now)));
        spoken.set(w.get("tiles.spoken", name.get(), count.get(), perHour.get(), oldest.get(), age.get()));
    }
}
