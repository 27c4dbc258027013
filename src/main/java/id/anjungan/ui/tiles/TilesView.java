package id.anjungan.ui.tiles;

import id.anjungan.state.Desk;
import id.anjungan.ui.control.FigureBox;
import id.anjungan.ui.control.FigureRow;
import id.anjungan.ui.control.Tile;
import id.anjungan.ui.control.TileStrip;
import id.anjungan.ui.control.Tone;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The row of tiles and figures under the bar. Press a tile to see that channel alone, a figure to see what it
/// counts.
public final class TilesView extends View {
    private static final double ROOMY = 1700;
    private static final double TIGHT = 1200;

    private final TilesViewModel vm;
    private final Desk desk;
    private final TileStrip strip = new TileStrip();
    private final FigureBox breached;
    private final FigureBox firstResponse;
    private final FigureBox unclaimed;
    private final FigureBox closed;
    private final Map<TileItem, Tile> nodes = new HashMap<>();

    public TilesView(TilesViewModel vm, Desk desk, Words w) {
        super(new HBox());
        this.vm = vm;
        this.desk = desk;
        breached = new FigureBox(w.get("tiles.overdue"));
        firstResponse = new FigureBox(w.get("tiles.firstResponse"));
        unclaimed = new FigureBox(w.get("tiles.unclaimed"));
        closed = new FigureBox(w.get("tiles.closedToday"));
        onPress(breached, vm::onlyBreached);
        onPress(unclaimed, vm::onlyUnclaimed);
        FigureRow figures = new FigureRow(breached, firstResponse, unclaimed, closed);
        HBox row = (HBox) root();
        row.getStyleClass().add("tiles-row");
        strip.setMinWidth(0);
        HBox.setHgrow(strip, Priority.ALWAYS);
        row.getChildren().setAll(strip, figures);
        row.widthProperty().subscribe(width -> narrow(figures, width.doubleValue()));
    }

    /// On a small screen the tiles come first: figures that ask for nothing give way, then all of them.
    private void narrow(FigureRow figures, double width) {
        boolean all = width == 0 || width >= ROOMY;
        for (FigureBox box : List.of(firstResponse, closed)) {
            box.setVisible(all);
            box.setManaged(all);
        }
        boolean some = all || width >= TIGHT;
        figures.setVisible(some);
        figures.setManaged(some);
    }

    private static void onPress(Node node, Runnable action) {
        node.getStyleClass().add("pressable");
        node.setOnMouseClicked(e -> action.run());
    }

    @Override
    protected void attached(Scope on) {
        on.follow(desk.status()::subscribe, vm::show);
        on.follow(desk.tiles()::subscribe, vm::show);
        on.follow(desk.figures()::subscribe, vm::show);
        on.follow(desk.queue().page()::subscribe, vm::show);
        on.everySecond(desk::now, vm::tick);
        on.show(vm.figures, this::figures);
        on.onInvalid(vm.tiles, () -> arrange(on));
        arrange(on);
    }

    private void arrange(Scope on) {
        List<Tile> tiles = new ArrayList<>();
        for (TileItem item : vm.tiles) {
            tiles.add(nodes.computeIfAbsent(item, i -> tile(i, on)));
        }
        strip.setTiles(tiles);
    }

    private Tile tile(TileItem item, Scope on) {
        Tile tile = new Tile();
        tile.setId("tile-" + item.channel);
        tile.setOnAction(e -> vm.toggle(item.channel));
        Tooltip whole = new Tooltip();
        tile.setTooltip(whole);
        on.show(item.reading, reading -> {
            if (reading != null) {
                tile.show(reading);
                whole.setText(reading.spoken());
            }
        });
        on.show(item.chosen, tile::setChosen);
        on.onEnd(() -> nodes.remove(item));
        return tile;
    }

    private void figures(FigureTexts f) {
        breached.show(f.breached(), f.anyBreached() ? Tone.EMERGENCY : Tone.GOOD, f.breachedOf());
        firstResponse.show(f.firstResponse(), Tone.PLAIN, f.firstResponseHint());
        unclaimed.show(f.unclaimed(), f.anyUnclaimed() ? Tone.HIGH : Tone.GOOD, f.unclaimedOldest());
        closed.show(f.closed(), Tone.GOOD, f.closedTrend());
    }
}
