package id.anjungan.ui.shell;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What gives way on the console when the window is small, as on any screen at 200 per cent: first the map, which says
/// nothing the queue does not, then the tiles; the case file scrolls when even so it does not fit. A key of the map
/// brings it back in the place of the file, until one leaves it.
final class Room {
    /// Queue, map and file side by side, none of them cut.
    private static final double FOR_MAP = 1_240;
    private static final double FOR_TILES = 560;
    /// What is shown around a part that is brought into sight: the buttons beneath a form.
    private static final double SIGHT = 56;

    private final Region page;
    private final Node map;
    private final Node file;
    private boolean asked;

    Room(Region page, Node tiles, Node map, Node file) {
        this.page = page;
        this.map = map;
        this.file = file;
        page.widthProperty().subscribe(w -> divide());
        page.heightProperty().subscribe(h -> show(tiles, h.doubleValue() == 0 || h.doubleValue() >= FOR_TILES));
    }

    /// The map is needed now.
    void askMap() {
        asked = narrow();
        divide();
    }

    /// False when the map had not taken the place of anything.
    boolean leaveMap() {
        boolean was = asked && narrow();
        asked = false;
        divide();
        return was;
    }

    private boolean narrow() {
        return page.getWidth() > 0 && page.getWidth() < FOR_MAP;
    }

    private void divide() {
        show(map, !narrow() || asked);
        show(file, !narrow() || !asked);
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /// Brings what has the keyboard into sight.
    static void reveal(ScrollPane pane, @Nullable Node focused) {
        Node content = pane.getContent();
        double room = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        if (room <= 0 || focused == null || !within(focused, content)) {
            return;
        }
        Bounds at = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double from = pane.getVvalue() * room;
        double to = from + pane.getViewportBounds().getHeight();
        double wanted = at.getMaxY() + SIGHT > to ? at.getMaxY() + SIGHT - pane.getViewportBounds().getHeight() : from;
        pane.setVvalue(Math.clamp(Math.min(wanted, Math.max(0, at.getMinY() - SIGHT)) / room, 0, 1));
    }

    static boolean within(Node n, Node parent) {
        for (Node at = n; at != null; at = at.getParent()) {
            if (at.equals(parent)) {
                return true;
            }
        }
        return false;
    }

    /// As high as there is room for, and scrolled only below what it needs at least.
    static ScrollPane tall(Region content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setFocusTraversable(false);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("tall");
        return pane;
    }
}
