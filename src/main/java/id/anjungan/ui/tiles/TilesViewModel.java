package id.anjungan.ui.tiles;

import id.anjungan.state.ChannelTile;
import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.Figures;
import id.anjungan.state.Facet;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.QueuePage;
import id.anjungan.ui.control.Ordering;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One [TileItem] a channel, in the city's order, and the figures. A channel that vanishes from the desk's tiles
/// leaves the row; the others stay the same objects, so a tile's node lives as long as its channel. On the JavaFX
/// thread.
public final class TilesViewModel {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Map<String, TileItem> byChannel = new HashMap<>();

    final ObservableList<TileItem> tiles = FXCollections.observableArrayList();
    final ObjectProperty<FigureTexts> figures = new SimpleObjectProperty<>(FigureTexts.NONE);
    private Figures latest = Figures.EMPTY;
    private Ordering ordering = Ordering.USUAL;
    private List<ChannelTile> shown = List.of();
    private boolean offline;

    public TilesViewModel(Desk desk, ObservableValue<Words> words) {
        this.desk = desk;
        this.words = words;
    }

    /// In which order the tiles stand, and which are put away.
    public void arrange(Ordering next) {
        ordering = next;
        show(shown);
    }

    void show(List<ChannelTile> now) {
        shown = now;
        List<TileItem> wanted = new ArrayList<>();
        Map<String, ChannelTile> byCode = new HashMap<>();
        now.forEach(t -> byCode.put(t.channel(), t));
        Set<String> order = new LinkedHashSet<>(words.getValue().city().channels());
        now.forEach(t -> order.add(t.channel()));
        for (String code : ordering.shown(List.copyOf(order))) {
            ChannelTile tile = byCode.get(code);
            if (tile != null) {
                TileItem item = byChannel.computeIfAbsent(code, TileItem::new);
                item.show(tile);
                wanted.add(item);
            }
        }
        if (!tiles.equals(wanted)) {
            tiles.setAll(wanted);
        }
        tick(desk.now());
    }

    void show(Figures now) {
        latest = now;
        tick(desk.now());
    }

    void show(QueuePage page) {
        Set<String> chosen = page.filter().channels();
        byChannel.forEach((code, item) -> item.chosen.set(chosen.contains(code)));
    }

    void show(DeskStatus now) {
        offline = now.link() == DeskStatus.Link.OFFLINE;
        tick(desk.now());
    }

    /// Ages and waiting times move on.
    void tick(Instant now) {
        Words w = words.getValue();
        tiles.forEach(t -> t.tick(w, now, offline));
        figures.set(FigureTexts.of(latest, w, now));
    }

    /// Shows only this channel in the queue, or all again when it was the only one.
    void toggle(String channel) {
        QueueFilter f = desk.queue().page().get().filter();
        Set<String> next = f.channels().equals(Set.of(channel)) ? Set.of() : Set.of(channel);
        desk.queue().filter(f.withChannels(next));
    }

    /// Shows what a figure counts.
    void onlyBreached() {
        desk.queue().filter(QueueFilter.ALL.with(Facet.BREACHED));
    }

    void onlyUnclaimed() {
        desk.queue().filter(QueueFilter.ALL.with(Facet.UNCLAIMED));
    }
}
