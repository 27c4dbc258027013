package id.anjungan.ui.wallboard;

import id.anjungan.ui.control.EmptyState;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.layout.StackPane;

/// Figures, the districts, the worst clocks and the channels: as much of it as has room, in this order of worth:
/// figures, clocks, districts, channels.
final class OverviewPage extends WallPage {
    private static final double GAP = 16;
    private static final double INSET = 10;
    private static final double LEAST_LIST = 660;
    private static final double MOST_LIST = 740;
    private static final double LEAST_MIDDLE = 400;
    private static final int WORST = 6;
    /// Beside the name of a channel there is room for an age, not for a sentence.
    private static final int SHORT = 9;

    private final List<FigureCard> figures = IntStream.range(0, WORST).mapToObj(i -> new FigureCard()).toList();
    private final HexBoard hexes = new HexBoard();
    private final StackPane districts = styled(new StackPane(hexes), "wall-pane", "wall-hexes");
    private final Lines worst;
    private final FitGrid channels = new FitGrid(330, 54, 54);
    private final List<ChannelCard> cards = new ArrayList<>();

    OverviewPage(Words w) {
        super("overview");
        worst = new Lines(new EmptyState("mdoal-check_circle", w.get("wallboard.calm"), ""));
        hexes.setAreas(w.city().areas());
        getChildren().setAll(Stream.concat(figures.stream(), Stream.of(districts, worst, channels)).toList());
    }

    @Override
    boolean has(WallMoment m, Words w) {
        return true;
    }

    @Override
    double leastHeight() {
        return FigureCard.HEIGHT + GAP + WallLine.HEIGHT + 2 * INSET;
    }

    @Override
    void show(WallMoment m, Words w, Instant now) {
        List<WallTexts.Figure> all = WallTexts.figures(m, w, now);
        for (int i = 0; i < figures.size(); i++) {
            figures.get(i).show(all.get(i));
        }
        hexes.setValues(m.districts(), n -> WallTexts.n(w, n));
        worst.show(
                m.worst().stream().limit(WORST).map(r -> WallTexts.worst(r, w, now)).toList(),
                null);
        List<WallTexts.Channel> tiles = m.tiles().stream()
                .map(t -> WallTexts.channel(t, w, now, m.old()))
                .map(c -> m.old() || c.state().length() > SHORT ? c.withoutState() : c)
                .toList();
        while (cards.size() < tiles.size()) {
            cards.add(new ChannelCard(false));
        }
        for (int i = 0; i < tiles.size(); i++) {
            cards.get(i).show(tiles.get(i));
        }
        channels.set(cards.subList(0, tiles.size()));
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        int n = Math.clamp((int) ((w + GAP) / (FigureCard.LEAST_WIDTH + GAP)), 1, figures.size());
        double card = (w - GAP * (n - 1)) / n;
        for (int i = 0; i < figures.size(); i++) {
            figures.get(i).setVisible(i < n);
            figures.get(i).resizeRelocate(i * (card + GAP), 0, card, FigureCard.HEIGHT);
        }
        double top = FigureCard.HEIGHT + GAP;
        double strip = channels.heightFor(w);
        boolean hasStrip = !channels.getChildrenUnmodifiable().isEmpty() && getHeight() - top - strip - GAP >= LEAST_MIDDLE;
        channels.setVisible(hasStrip);
        channels.resizeRelocate(0, getHeight() - strip, w, strip);
        middle(w, top, getHeight() - top - (hasStrip ? strip + GAP : 0));
    }

    /// The map beside the list when its hexagons can be read; the list takes what the map does not need.
    private void middle(double w, double top, double h) {
        double room = w - GAP - LEAST_LIST - 2 * INSET;
        boolean map = !hexes.isEmpty() && room > 0 && hexes.hexWidth(room, h - 2 * INSET) >= HexBoard.LEAST_HEX;
        districts.setVisible(map);
        if (!map) {
            worst.resizeRelocate(0, top, w, h);
            return;
        }
        double list = Math.clamp(w - GAP - 2 * INSET - hexes.widthFor(h - 2 * INSET), LEAST_LIST, MOST_LIST);
        districts.resizeRelocate(0, top, w - GAP - list, h);
        worst.resizeRelocate(w - list, top, list, h);
    }
}
