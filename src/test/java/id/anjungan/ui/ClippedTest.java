package id.anjungan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.kit.Picture;
import id.anjungan.ui.kit.Views;
import id.anjungan.ui.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// No word of a view is cut: in both languages and themes, on a screen of 1920×1080 at 100 and at 200 per cent. What
/// may end in dots is listed, since it is whole elsewhere; what scrolls may be cut by its window.
class ClippedTest {
    /// By style class of the label or of what it stands in: the words of citizens in lists, whose whole stands in the
    /// case file; the count of a panel, which gives way; a tile's name, whole in its tooltip and spoken; the legend and
    /// the notes of the map, which say what F1 says too.
    private static final Set<String> MAY_END_IN_DOTS = Set.of(
            "list-cell", "count", "tile", "search-line", "template-line", "map-view", "legend",
            "alarm-head");

    @TestFactory
    Stream<DynamicTest> no_word_is_cut() {
        // A theme changes colours, not room: each view in one theme a language, the pages in both.
        return Stream.of(100, 200).flatMap(scale -> Stream.of("id", "en").flatMap(lang -> Stream.of("dark", "light")
                .flatMap(theme -> Views.all().entrySet().stream()
                        .filter(v -> theme.equals("dark") == lang.equals("id") || Set.of("console", "chats").contains(v.getKey()))
                        .map(v -> DynamicTest.dynamicTest(
                                v.getKey() + " " + lang + " " + theme + " " + scale,
                                () -> check(v.getValue(), lang, theme, scale))))));
    }

    private static void check(Consumer<Shell> way, String lang, String theme, int scale) {
        double w = 1920 * 100.0 / scale;
        double h = 1080 * 100.0 / scale;
        AtomicReference<Scene> made = new AtomicReference<>();
        Picture.of(() -> {
            Shell shell = Views.shell(Views.busy(), lang, theme);
            Scene scene = shell.scene(w, h);
            way.accept(shell);
            made.set(scene);
            return scene;
        }, 2);
        List<String> cut = new ArrayList<>();
        FxThread.call(() -> {
            Scene scene = Objects.requireNonNull(made.get());
            look(scene.getRoot(), w, h, false, cut);
            scene.setRoot(new StackPane());
            return true;
        }).join();
        assertThat(cut).isEmpty();
    }

    private static void look(Node at, double w, double h, boolean scrolls, List<String> cut) {
        if (!at.isVisible() || at.getOpacity() == 0) {
            return;
        }
        if (at instanceof Labeled l && l.getText() != null && !l.getText().isBlank()) {
            judge(l, w, h, scrolls, cut);
        }
        boolean inside = scrolls || at instanceof ScrollPane || at instanceof VirtualFlow<?> || at instanceof TextInputControl;
        if (at instanceof Parent p) {
            p.getChildrenUnmodifiable().forEach(n -> look(n, w, h, inside, cut));
        }
    }

    private static void judge(Labeled l, double w, double h, boolean scrolls, List<String> cut) {
        Text shown = l.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .findFirst()
                .orElse(null);
        if (shown == null || allowed(l)) {
            return;
        }
        Bounds b = l.localToScene(l.getLayoutBounds());
        boolean within = b.getMinX() >= -1 && b.getMinY() >= -1 && b.getMaxX() <= w + 1 && b.getMaxY() <= h + 1;
        // A label that has given way entirely says nothing half.
        if (b.getWidth() < 1) {
            return;
        }
        boolean whole = squeezed(shown.getText()).equals(squeezed(l.getText()));
        if (!whole || (!within && !scrolls)) {
            cut.add((whole ? "outside: " : "dots: ") + l.getText() + " → " + shown.getText() + " " + l.getStyleClass() + " " + styles(l));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static boolean allowed(Node n) {
        for (Node at = n; at != null; at = at.getParent()) {
            if (at.getStyleClass().stream().anyMatch(MAY_END_IN_DOTS::contains)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> styles(Node n) {
        List<String> all = new ArrayList<>();
        for (Node at = n.getParent(); at != null && all.size() < 4; at = at.getParent()) {
            all.add(String.join(".", at.getStyleClass()));
        }
        return all;
    }
}
