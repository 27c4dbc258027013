package id.anjungan.ui.wallboard;

import id.anjungan.state.ChannelTile;
import id.anjungan.state.Desk;
import id.anjungan.state.DistrictFigure;
import id.anjungan.ui.control.EmptyState;
import id.anjungan.ui.control.Freshness;
import id.anjungan.ui.control.FreshnessMark;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.control.map.HexMap;
import id.anjungan.ui.control.map.HexValue;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first page of the wall: six figures, the districts, the worst clocks, the channels. Dress its scene in
/// `Theme.WALL`.
public final class WallboardView extends View {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final double HEX_FIGURE = 32;
    private static final double HEX_NAME = 16;

    private final WallboardViewModel vm;
    private final Desk desk;
    private final HexMap hexes = new HexMap();
    private final HBox figures = styled(new HBox(), "wall-figures");
    private final VBox worst = styled(new VBox(), "wall-worst");
    private final ChannelGrid channels = styled(new ChannelGrid(), "wall-channels");
    private final Label title = styled(new Label(), "wall-title");
    private final Label subtitle = styled(new Label(), "wall-subtitle", "figure");
    private final Label clock = styled(new Label(), "wall-clock", "figure");
    private final Label zone = styled(new Label(), "wall-zone");
    private final List<WorstLine> worstLines = new ArrayList<>();
    private final EmptyState calm;

    public WallboardView(WallboardViewModel vm, Desk desk, Words w) {
        super(new WallSheet());
        this.vm = vm;
        this.desk = desk;
        calm = new EmptyState("mdoal-check_circle", w.get("wallboard.calm"), "");
        hexes.setAreas(w.city().areas());
        Region place = styled(new StackPane(), "wall-pane");
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox middle = styled(new HBox(place, worst), "wall-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox page = styled(new VBox(head(), figures, middle, channels), "wall");
        for (int i = 0; i < WallboardViewModel.WORST; i++) {
            worstLines.add(new WorstLine());
        }
        ((WallSheet) root()).show(page, hexes, place, HEX_FIGURE, HEX_NAME);
    }

    private static <T extends Node> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    private Node head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = styled(new HBox(title, subtitle, gap, clock, zone), "wall-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    @Override
    protected void attached(Scope on) {
        desk.queue().window(0, WallboardViewModel.WORST);
        on.follow(desk.status()::subscribe, vm::show);
        on.follow(desk.figures()::subscribe, vm::show);
        on.follow(desk.queue().page()::subscribe, vm::showQueue);
        on.follow(desk.tiles()::subscribe, (List<ChannelTile> t) -> vm.showTiles(t));
        on.follow(desk.districts()::subscribe, (List<DistrictFigure> d) -> vm.showDistricts(d));
        on.everySecond(desk::now, vm::tick);
        on.show(vm.title, title::setText);
        on.show(vm.subtitle, subtitle::setText);
        on.show(vm.clock, clock::setText);
        on.show(vm.zone, zone::setText);
        on.show(vm.old, is -> root().pseudoClassStateChanged(OLD, is));
        on.show(vm.figures, this::figures);
        on.show(vm.worst, this::worst);
        on.show(vm.channels, this::channels);
        on.show(vm.districts, this::districts);
    }

    private void districts(List<DistrictFigure> all) {
        Map<String, HexValue> values = new HashMap<>();
        all.forEach(d -> values.put(d.district(), new HexValue(d.open(), d.worst())));
        hexes.setValues(values);
    }

    private void figures(List<WallTexts.Figure> all) {
        while (figures.getChildren().size() < all.size()) {
            FigureCard card = new FigureCard();
            HBox.setHgrow(card, Priority.ALWAYS);
            figures.getChildren().add(card);
        }
        for (int i = 0; i < all.size(); i++) {
            ((FigureCard) figures.getChildren().get(i)).show(all.get(i));
        }
    }

    private void worst(List<WallTexts.Worst> all) {
        if (all.isEmpty()) {
            worst.getChildren().setAll(calm);
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            worstLines.get(i).show(all.get(i));
        }
        List<WorstLine> shown = worstLines.subList(0, all.size());
        if (!worst.getChildren().equals(shown)) {
            worst.getChildren().setAll(shown);
        }
    }

    private void channels(List<WallTexts.Channel> all) {
        while (channels.getChildren().size() > all.size()) {
            channels.getChildren().removeLast();
        }
        while (channels.getChildren().size() < all.size()) {
            channels.getChildren().add(new ChannelCard());
        }
        for (int i = 0; i < all.size(); i++) {
            ((ChannelCard) channels.getChildren().get(i)).show(all.get(i));
        }
    }

    /// Puts a tone on a label in place of the one it had.
    private static void tone(Label label, String was, String now) {
        if (!was.equals(now)) {
            label.getStyleClass().remove(was);
            if (!now.isEmpty()) {
                label.getStyleClass().add(now);
            }
        }
    }

    private static final class FigureCard extends VBox {
        private final Label name = styled(new Label(), "wall-figure-name");
        private final Label value = styled(new Label(), "wall-figure-value", "figure");
        private final Label hint = styled(new Label(), "wall-figure-hint", "figure");
        private String tone = "";

        FigureCard() {
            getStyleClass().addAll("wall-pane", "wall-figure");
            getChildren().setAll(name, value, hint);
            setMinWidth(0);
            setPrefWidth(100);
        }

        void show(WallTexts.Figure f) {
            name.setText(f.label());
            value.setText(f.value());
            hint.setText(f.hint());
            tone(value, tone, f.tone());
            tone = f.tone();
        }
    }

    private static final class WorstLine extends HBox {
        private final PriorityMark mark = new PriorityMark(34);
        private final Label what = styled(new Label(), "wall-what");
        private final Label where = styled(new Label(), "wall-where");
        private final Label clock = styled(new Label(), "wall-left", "figure");
        private String tone = "";

        WorstLine() {
            super(22);
            getStyleClass().add("wall-line");
            setAlignment(Pos.CENTER_LEFT);
            VBox words = new VBox(what, where);
            what.setWrapText(true);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            clock.setMinWidth(USE_PREF_SIZE);
            getChildren().setAll(mark, words, clock);
            VBox.setVgrow(this, Priority.ALWAYS);
            setMaxHeight(120);
        }

        void show(WallTexts.Worst x) {
            mark.setPriority(x.priority());
            what.setText(x.what());
            where.setText(x.where());
            clock.setText(x.clock());
            String now = x.late() ? "as-emergency" : "";
            tone(clock, tone, now);
            tone = now;
        }
    }

    private static final class ChannelCard extends HBox {
        private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

        private final Label name = styled(new Label(), "wall-channel-name");
        private final FreshnessMark freshness = new FreshnessMark();
        private final Label count = styled(new Label(), "wall-channel-count", "figure");
        private String tone = "";

        ChannelCard() {
            super(14);
            getStyleClass().addAll("wall-pane", "wall-channel");
            setAlignment(Pos.CENTER_LEFT);
            setMinWidth(0);
            setPrefWidth(100);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            count.setMinWidth(USE_PREF_SIZE);
            getChildren().setAll(name, freshness, count);
        }

        void show(WallTexts.Channel c) {
            name.setText(c.name());
            freshness.show(c.stale() ? Freshness.STALE : Freshness.LIVE, c.state());
            count.setText(c.count());
            pseudoClassStateChanged(STALE, c.stale());
            tone(count, tone, c.tone());
            tone = c.tone();
        }
    }
}
