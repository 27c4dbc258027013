package id.anjungan.ui.wallboard;

import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Every channel large, with what came over the last two hours.
final class ChannelsPage extends WallPage {
    private final FitGrid grid = new FitGrid(330, 250, 460);
    private final List<ChannelCard> cards = new ArrayList<>();

    ChannelsPage() {
        super("channels");
        getChildren().setAll(grid);
    }

    @Override
    boolean has(WallMoment m, Words w) {
        return !m.tiles().isEmpty();
    }

    @Override
    void show(WallMoment m, Words w, Instant now) {
        List<WallTexts.Channel> tiles =
                m.tiles().stream().map(t -> WallTexts.channel(t, w, now, m.old())).toList();
        while (cards.size() < tiles.size()) {
            cards.add(new ChannelCard(true));
        }
        for (int i = 0; i < tiles.size(); i++) {
            cards.get(i).show(tiles.get(i));
        }
        grid.set(cards.subList(0, tiles.size()));
    }

    @Override
    protected void layoutChildren() {
        grid.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
