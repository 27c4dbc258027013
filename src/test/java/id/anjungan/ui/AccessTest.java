package id.anjungan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.SceneHelper;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Views;
import id.anjungan.ui.shell.Shell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What somebody needs who works by keyboard alone, or by ear: in each view every control has a name, Tab comes to
/// each and away from each, and one sees where the keyboard is.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made by the toolkit before each test
class AccessTest {
    private static final int MOST = 400;
    private final Set<String> looked = new HashSet<>();
    private Stage stage;

    @Start
    void start(Stage made) {
        stage = made;
        stage.setScene(new Scene(new StackPane(), 980, 960));
        stage.show();
    }

    private Shell open(Consumer<Shell> way) {
        Shell shell = FxThread.call(() -> {
            FakeDesk desk = Views.busy();
            Shell s = Views.shell(desk, "id", "dark");
            stage.getScene().setRoot(new StackPane());
            stage.setScene(s.scene(980, 960));
            return s;
        }).join();
        WaitForAsyncUtils.waitForFxEvents();
        FxThread.call(() -> {
            shell.root().requestFocus();
            way.accept(shell);
            return true;
        }).join();
        WaitForAsyncUtils.waitForFxEvents(8);
        return shell;
    }

    /// Those the keyboard can come to.
    private static List<Node> stops(Node at) {
        List<Node> all = new ArrayList<>();
        if (!at.isVisible() || at.isDisabled() || at instanceof IndexedCell) {
            return all;
        }
        if (at.isFocusTraversable()) {
            all.add(at);
        }
        if (at instanceof Parent p && !(at instanceof TextInputControl) && !(at instanceof ComboBoxBase)) {
            p.getChildrenUnmodifiable().forEach(n -> all.addAll(stops(n)));
        }
        return all;
    }

    private static String name(Node n) {
        String own = n.getAccessibleText();
        boolean content = n instanceof TextInputControl || n instanceof ComboBoxBase || n instanceof ListView;
        if ((own != null && !own.isBlank()) || content) {
            return own == null ? "" : own;
        }
        Object said = n.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return said == null ? "" : said.toString();
    }

    private static String what(Node n) {
        return n.getClass().getSimpleName() + "#" + n.getId() + n.getStyleClass();
    }

    @TestFactory
    Stream<DynamicTest> every_control_has_a_name() {
        return Views.all().entrySet().stream().map(v -> DynamicTest.dynamicTest(v.getKey(), () -> {
            Shell shell = open(v.getValue());
            List<String> nameless = FxThread.call(() -> stops(shell.root()).stream()
                    .filter(n -> !(n instanceof ScrollPane))
                    .filter(n -> name(n).isBlank())
                    .map(AccessTest::what)
                    .toList()).join();
            assertThat(nameless).as("controls without a name in " + v.getKey()).isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> tab_comes_to_everything_and_one_sees_where_it_is() {
        return Views.all().entrySet().stream().map(v -> DynamicTest.dynamicTest(v.getKey(), () -> {
            Shell shell = open(v.getValue());
            Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            List<String> unseen = new ArrayList<>();
            // Most of the console stands the same in every view; its focus is looked at once.
            tab();
            Node at = focus();
            for (int i = 0; i < MOST && at != null && seen.add(at); i++) {
                Node here = at;
                boolean fresh = looked.add(what(here) + around(here));
                if (fresh) {
                    rest();
                }
                Rectangle2D place = around(here);
                Image with = fresh ? picture(place) : null;
                tab();
                at = focus();
                if (with != null && same(with, picture(place)) && !underFound(shell, place)) {
                    rest();
                    if (same(with, picture(place))) {
                        unseen.add(what(here));
                    }
                }
            }
            // With a pane over the page: what is in it, and in the bar above.
            List<Node> wanted = FxThread.call(() -> {
                Node pane = shell.root().lookup(".side-pane");
                return pane != null && pane.isVisible() ? stops(pane) : stops(shell.root());
            }).join();
            List<String> missed = FxThread.call(() -> wanted.stream()
                    .filter(n -> !seen.contains(n) && !byArrows(n))
                    .map(AccessTest::what)
                    .toList()).join();
            assertThat(missed).as("never reached in " + v.getKey()).isEmpty();
            assertThat(unseen).as("focus not seen in " + v.getKey()).isEmpty();
        }));
    }

    /// What was found hangs over the tiles as long as it is looked for; Esc puts it away.
    private static boolean underFound(Shell shell, Rectangle2D place) {
        return FxThread.call(() -> {
            Node found = shell.root().lookup(".search-results");
            return found != null && found.isVisible()
                    && found.localToScene(found.getLayoutBounds()).intersects(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        }).join();
    }

    /// Tab comes to one of several that are one choice, the arrows to the others.
    private static boolean byArrows(Node n) {
        return n instanceof ToggleButton t && t.getToggleGroup() != null && !t.isSelected();
    }

    /// As the toolkit does it, and without the pauses of a robot's hand.
    private void tab() {
        FxThread.call(() -> {
            KeyEvent key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false);
            SceneHelper.processKeyEvent(stage.getScene(), key);
            return true;
        }).join();
    }

    /// After what was put off until now.
    private Node focus() {
        FxThread.call(() -> true).join();
        return FxThread.call(() -> Objects.requireNonNull(stage.getScene().getFocusOwner())).join();
    }

    private static Rectangle2D around(Node n) {
        Bounds b = FxThread.call(() -> n.localToScene(n.getBoundsInLocal())).join();
        Bounds in = new BoundingBox(Math.max(0, b.getMinX() - 4), Math.max(0, b.getMinY() - 4), b.getWidth() + 8, b.getHeight() + 8);
        return new Rectangle2D(in.getMinX(), in.getMinY(), Math.clamp(in.getWidth(), 1, 980), Math.clamp(in.getHeight(), 1, 960));
    }

    /// What is being scrolled into sight, or laid out anew, stands a frame or two later.
    private static void rest() {
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    private Image picture(Rectangle2D place) {
        return FxThread.call(() -> {
            SnapshotParameters p = new SnapshotParameters();
            p.setViewport(place);
            return (Image) stage.getScene().getRoot().snapshot(p, null);
        }).join();
    }

    private static boolean same(Image a, Image b) {
        int w = (int) Math.min(a.getWidth(), b.getWidth());
        int h = (int) Math.min(a.getHeight(), b.getHeight());
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
