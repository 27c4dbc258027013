package id.anjungan.ui.wallboard;

import id.anjungan.domain.Priority;
import id.anjungan.state.AlarmRow;
import id.anjungan.state.ChannelTile;
import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.Figures;
import id.anjungan.state.MapData;
import id.anjungan.state.QueuePage;
import id.anjungan.state.WallData;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Pulse;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The wall: a page at a time, with the time above it and the line that passes below. Dress its scene in `Theme.WALL`
/// or `Theme.WALL_LIGHT`.
public final class WallboardView extends View {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    /// Below this height the passing line would take from what matters.
    private static final double TICKER_FROM = 760;
    private static final double TITLE_FROM = 1_300;

    private final WallboardViewModel vm;
    private final Desk desk;
    private final Words w;
    private final WallSheet sheet;
    private final Map<String, WallPage> pages = new LinkedHashMap<>();
    private final StackPane stage = WallPage.styled(new StackPane(), "wall-stage");
    private final Label notice = WallPage.styled(new Label(), "wall-notice");
    private final Label title = WallPage.styled(new Label(), "wall-title");
    private final Label subtitle = WallPage.styled(new Label(), "wall-subtitle", "wall-secondary", "figure");
    private final Label place = WallPage.styled(new Label(), "wall-place", "wall-secondary", "figure");
    private final Label unfit = WallPage.styled(new Label(), "wall-unfit", "wall-secondary");
    private final Label emergencies = WallPage.styled(new Label(), "wall-emergencies", "as-emergency", "figure");
    private final HBox badge = new HBox(14, new PriorityMark(Priority.EMERGENCY, 40), emergencies);
    private final Label clock = WallPage.styled(new Label(), "wall-clock", "figure");
    private final Label zone = WallPage.styled(new Label(), "wall-zone", "wall-secondary");
    private final Label ticker = WallPage.styled(new Label(), "wall-ticker", "figure");
    private final Tone noticeSize = new Tone(notice);
    private @Nullable WallPage current;
    private @Nullable Pulse pulse;
    private double lastWidth;
    private double lastScale;

    public WallboardView(WallboardViewModel vm, Desk desk, Words w) {
        super(new StackPane());
        this.vm = vm;
        this.desk = desk;
        this.w = w;
        for (WallPage p : List.of(
                new OverviewPage(w), new MapPage(w), new ChannelsPage(), new LinesPage(), new ShiftPage(),
                new AgenciesPage(w), new TrendPage(w), new AlarmPage(w), new MessagePage())) {
            pages.put(p.kind(), p);
        }
        notice.setWrapText(true);
        notice.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        ticker.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(stage, javafx.scene.layout.Priority.ALWAYS);
        VBox all = WallPage.styled(new VBox(head(), stage, ticker), "wall");
        sheet = new WallSheet(all);
        sheet.onLaidOut(this::laidOut);
        root().getStyleClass().add("wall-root");
        ((StackPane) root()).getChildren().setAll(sheet);
    }

    /// How this wall is looked at.
    public ObjectProperty<Sight> sightProperty() {
        return sheet.sightProperty();
    }

    private HBox head() {
        Region gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        badge.setAlignment(Pos.CENTER_LEFT);
        HBox head = WallPage.styled(new HBox(title, subtitle, place, unfit, gap, badge, clock, zone), "wall-head");
        head.setAlignment(Pos.CENTER_LEFT);
        for (Label l : List.of(title, subtitle, place, clock, zone, emergencies)) {
            l.setMinWidth(Region.USE_PREF_SIZE);
        }
        unfit.setMinWidth(0);
        return head;
    }

    @Override
    protected void attached(Scope on) {
        Pulse frame = on.pulse(() -> settle(desk.now()));
        pulse = frame;
        desk.queue().window(0, WallboardViewModel.WORST);
        on.follow(desk.status()::subscribe, (DeskStatus s) -> kept(frame, () -> vm.show(s)));
        on.follow(desk.figures()::subscribe, (Figures f) -> kept(frame, () -> vm.show(f)));
        on.follow(desk.queue().page()::subscribe, (QueuePage q) -> kept(frame, () -> vm.showQueue(q)));
        on.follow(desk.tiles()::subscribe, (List<ChannelTile> t) -> kept(frame, () -> vm.showTiles(t)));
        on.follow(desk.districts()::subscribe, (List<DistrictFigure> d) -> kept(frame, () -> vm.showDistricts(d)));
        on.follow(desk.map()::subscribe, (MapData d) -> kept(frame, () -> vm.show(d)));
        on.follow(desk.alarms()::subscribe, (List<AlarmRow> a) -> kept(frame, () -> vm.showAlarms(a)));
        on.follow(desk.wall()::subscribe, (WallData d) -> kept(frame, () -> vm.show(d)));
        on.everySecond(desk::now, this::settle);
        on.show(vm.title, title::setText);
        on.show(vm.subtitle, subtitle::setText);
        on.show(vm.place, place::setText);
        on.show(vm.clock, clock::setText);
        on.show(vm.zone, zone::setText);
        on.show(vm.ticker, text -> {
            ticker.setText(text);
            ticker();
        });
        on.show(vm.emergencies, text -> {
            emergencies.setText(text);
            WallPage.shown(badge, !text.isEmpty());
        });
        on.show(vm.old, is -> root().pseudoClassStateChanged(OLD, is));
        on.show(vm.wander, sheet::wander);
    }

    private static void kept(Pulse frame, Runnable keep) {
        keep.run();
        frame.request();
    }

    private void settle(Instant now) {
        WallMoment m = vm.gather(now);
        Set<String> usable = new LinkedHashSet<>();
        StringBuilder narrow = new StringBuilder();
        for (WallPage p : pages.values()) {
            if (p.has(m, w)) {
                if (hasRoom(p)) {
                    usable.add(p.kind());
                } else {
                    narrow.append(narrow.isEmpty() ? "" : ", ").append(w.get("wallboard.kind." + p.kind()));
                }
            }
        }
        vm.settle(now, usable);
        unfit.setText(narrow.isEmpty() ? "" : w.get("wallboard.unfit", narrow));
        WallPage next = pages.get(vm.turn.get().kind());
        if (next == null) {
            nothing();
            return;
        }
        if (!next.equals(current)) {
            current = next;
            stage.getChildren().setAll(next);
            sheet.paint(next.painted(), next.place(), next.magnified());
        }
        next.show(vm.moment.get(), w, now);
    }

    private void nothing() {
        current = null;
        sheet.paint(null, null, 1);
        WallPage first = pages.values().iterator().next();
        notice.setText(hasRoom(first)
                ? w.get("wallboard.nothing")
                : w.get(
                        "wallboard.tooSmall",
                        w.formats().number(sheet.sightProperty().get().leastInches(
                                first.leastWidth() + around(), first.leastHeight() + above())),
                        w.formats().decimal(sheet.sightProperty().get().metres(), 0)));
        if (!stage.getChildren().equals(List.of(notice))) {
            stage.getChildren().setAll(notice);
        }
    }

    /// Before anything is laid out everything has room.
    private boolean hasRoom(WallPage p) {
        return stage.getWidth() <= 0 || p.fits(stage.getWidth(), stage.getHeight());
    }

    private double around() {
        return sheet.getWidth() / sheet.magnified() - stage.getWidth();
    }

    private double above() {
        return sheet.getHeight() / sheet.magnified() - stage.getHeight();
    }

    private void ticker() {
        boolean room = sheet.getHeight() / sheet.magnified() >= TICKER_FROM;
        WallPage.shown(ticker, room && !ticker.getText().isEmpty());
    }

    /// With another amount of room other pages fit: in the next frame.
    private void laidOut() {
        double width = sheet.getWidth() / sheet.magnified();
        ticker();
        WallPage.shown(title, width >= TITLE_FROM);
        WallPage.shown(place, width >= TITLE_FROM);
        // Whoever hangs up a screen that is too small stands before it.
        noticeSize.set(width < 400 ? "wall-notice-least" : width < 900 ? "wall-notice-small" : "");
        Pulse p = pulse;
        if (p != null && (width != lastWidth || sheet.magnified() != lastScale)) {
            lastWidth = width;
            lastScale = sheet.magnified();
            p.request();
        }
    }
}
