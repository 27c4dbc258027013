package id.anjungan.ui.shell;

import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.ui.alarm.AlarmBar;
import id.anjungan.ui.alarm.AlarmList;
import id.anjungan.ui.casefile.CaseFileView;
import id.anjungan.ui.casefile.OlderCaseView;
import id.anjungan.ui.casefile.PictureView;
import id.anjungan.ui.casefile.PrintView;
import id.anjungan.ui.chat.ChatView;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.SidePane;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import id.anjungan.ui.map.MapPanel;
import id.anjungan.ui.queue.QueueView;
import id.anjungan.ui.search.SearchResults;
import id.anjungan.ui.settings.KeysView;
import id.anjungan.ui.settings.SettingsView;
import id.anjungan.ui.tiles.TilesView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The nodes of the window in one language: bar, pages, alarm bar, and what may lie over them.
final class Frame extends View {
    private final Shell shell;
    private final Desk desk;
    private final Words w;
    private final TopBar bar;
    private final QueueView queue;
    private final CaseFileView caseFile;
    private final ChatView chats;
    private final MapPanel map;
    private final Region console;
    private final SearchResults results;
    private final SidePane side;
    private final Parent notices;
    private final StackPane pages;
    private ScrollPane tall = new ScrollPane();
    private @Nullable Room room;

    Frame(Shell shell, Desk desk, Words w) {
        super(new StackPane());
        this.shell = shell;
        this.desk = desk;
        this.w = w;
        bar = new TopBar(shell.vm, desk, w, shell.finding, shell.settings, shell.chats.waitingProperty());
        queue = new QueueView(shell.queue, desk, w);
        caseFile = new CaseFileView(shell.caseFile, desk, w);
        chats = new ChatView(shell.chats, desk, w);
        TilesView tiles = new TilesView(shell.tiles, desk, w);
        map = new MapPanel(shell.map, desk, w);
        queue.compact(shell.settings.compact.get());
        root().getStyleClass().add(shell.settings.compact.get() ? "compact" : "roomy");
        console = console(
                tiles.root(), Map.of("queue", queue.root(), "map", map.root(), "file", caseFile.root()),
                shell.settings.panes.get().shown(SettingsView.PANES));
        pages = new StackPane();
        VBox.setVgrow(pages, Priority.ALWAYS);
        AlarmBar alarm = new AlarmBar(shell.alarms, desk, w, () -> shell.vm.toggle(Overlay.ALARMS));
        VBox all = new VBox(bar.root(), pages, alarm.root());
        all.setMinWidth(0);
        results = new SearchResults(shell.finding, w);
        StackPane.setAlignment(results.root(), Pos.TOP_LEFT);
        side = new SidePane(w.get("shell.close"));
        side.setOnClosed(() -> shell.vm.overlay.set(Overlay.NONE));
        notices = new Notices(shell.vm, w, shell::again).root();
        PictureView picture = new PictureView(shell.caseFile.files, w);
        // Over the page but never over the alarm bar.
        pages.getChildren().setAll(new StackPane(), picture.root(), notices, side);
        ((StackPane) root()).getChildren().setAll(all, results.root());
    }

    /// The panes that are shown, in their order; the map takes the room that is left, or else the first of them.
    private Region console(Parent tiles, Map<String, Parent> panes, List<String> shown) {
        tiles.getStyleClass().add("console-tiles");
        HBox row = new HBox();
        for (String name : shown) {
            Region pane = (Region) Objects.requireNonNull(panes.get(name));
            if (name.equals("file")) {
                tall = Room.tall(pane);
                pane = tall;
            }
            pane.getStyleClass().add("console-" + name);
            boolean grows = shown.contains("map") ? name.equals("map") : name.equals(shown.getFirst());
            HBox.setHgrow(pane, grows ? Priority.ALWAYS : Priority.SOMETIMES);
            row.getChildren().add(pane);
        }
        row.getStyleClass().add("console-row");
        VBox.setVgrow(row, Priority.ALWAYS);
        VBox page = new VBox(tiles, row);
        page.getStyleClass().add("page");
        room = shown.contains("map") && shown.size() > 1
                ? new Room(page, tiles, map.root(), tall)
                : new Room(page, tiles, new Region(), new Region());
        return page;
    }

    @Override
    protected void attached(Scope on) {
        on.show(shell.vm.page, page -> pages.getChildren().set(0, page == Page.CONSOLE ? console : chats.root()));
        on.show(shell.vm.overlay, this::overlay);
        on.show(shell.finding.textProperty(), text -> placeResults());
        on.show(root().getScene().focusOwnerProperty(), n -> FxThread.later(() -> Room.reveal(tall, n)));
        root().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && side.isOpen()) {
                FxThread.later(this::uncover);
            }
        });
    }

    /// The results hang under the box one types in, as wide as it is.
    private void placeResults() {
        Region field = bar.searchField();
        Bounds b = root().sceneToLocal(field.localToScene(field.getLayoutBounds()));
        Region list = (Region) results.root();
        list.setTranslateX(b.getMinX());
        list.setTranslateY(b.getMaxY() + 4);
        list.setPrefWidth(b.getWidth());
        results.roomProperty().set(Math.max(200, ((Region) root()).getHeight() - b.getMaxY() - 16));
    }

    private void overlay(Overlay now) {
        // The page about the connection lists them itself.
        notices.setVisible(now != Overlay.STATUS);
        switch (now) {
            case NONE -> side.close();
            case STATUS -> side.open(
                    w.get("shell.status.title"),
                    new StatusPage(shell.statusPage, shell.vm, desk, w, shell::again).root());
            case OLDER -> older();
            case PRINT -> side.open(w.get("print.title"), new PrintView(shell.caseFile, w).root());
            case KEYS -> side.open(w.get("shell.help.keys"), new KeysView(shell.settings.choosing, w).root());
            case SETTINGS -> side.open(
                    w.get("shell.nav.settings"),
                    new SettingsView(shell.settings, w, () -> shell.vm.overlay.set(Overlay.KEYS), shell::leave).root());
            case WALL -> side.open(
                    w.get("wallboard.editor.title"), new WallPane(shell.wallEditor, shell.walls, desk, w).root());
            case SIGN_OUT -> side.open(
                    w.get("shell.signOut.title"),
                    new SignOutPane(shell.signOut, w, () -> shell.vm.overlay.set(Overlay.NONE)).root());
            case ALARMS -> side.open(w.get("alarm.title"), new AlarmList(shell.alarms, w).root());
        }
    }

    /// The keyboard is never where one cannot see it: what a pane lies over is passed by.
    private void uncover() {
        Node at = root().getScene() == null ? null : root().getScene().getFocusOwner();
        if (at != null && side.isOpen() && !Room.within(at, side)
                && side.localToScene(side.getLayoutBounds()).intersects(at.localToScene(at.getLayoutBounds()))) {
            side.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private void older() {
        CaseFile file = shell.older;
        if (file != null) {
            side.open(w.get("casefile.older.title"), new OlderCaseView(file, desk, w).root());
        }
    }

    void answer(boolean chatting) {
        if (chatting) {
            chats.focusAnswer();
        } else {
            caseFile.focusReply();
        }
    }

    void templates(boolean chatting) {
        if (chatting) {
            chats.offerTemplates();
        } else {
            caseFile.offerTemplates();
        }
    }

    void words(boolean chatting) {
        if (chatting) {
            chats.focusWords();
        } else {
            caseFile.focusWords();
        }
    }

    void attach() {
        caseFile.chooseFiles();
    }

    boolean paste() {
        return caseFile.paste();
    }

    void moveChat(int by) {
        chats.move(by);
    }

    void onMap(Act act) {
        MapPanel map = map();
        switch (act) {
            case MEASURE -> map.measureNext();
            case MAP_REPLAY -> map.replay();
            case MAP_LAYERS -> map.layers();
            case MAP_WINDOW -> map.window();
            case MAP_SHAPE -> map.shape();
            case NEAREST -> map.nearest();
            default -> map.place();
        }
    }

    /// The map, seen.
    MapPanel map() {
        if (room != null) {
            room.askMap();
        }
        return map;
    }

    /// The case file, seen.
    void showFile() {
        if (room != null) {
            room.leaveMap();
        }
    }

    /// Escape on the map; false when there was nothing to leave.
    boolean leaveMap() {
        return map.back() || (room != null && room.leaveMap());
    }

    /// Puts the keyboard on the newest of what must be told.
    void notices() {
        notices.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    }

    void search() {
        bar.focusSearch();
    }

    QueueView queue() {
        return queue;
    }
}
