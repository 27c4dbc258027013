package id.anjungan.ui.kit;

import id.anjungan.ui.fx.FxThread;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/// Empties the scenes of each test after it, as whoever closes a window must: a view in a scene keeps its clocks
/// running, and a running clock keeps the view, so that a suite would hold every screen it ever showed.
/// Registered for all tests.
public final class EmptyScenes implements AfterEachCallback {
    private static final Set<Scene> SHOWN = ConcurrentHashMap.newKeySet();

    /// A scene that is on no window is emptied too when this test is over.
    public static void later(Scene scene) {
        SHOWN.add(scene);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
        if (stage == null && SHOWN.isEmpty()) {
            return;
        }
        FxThread.call(() -> {
                    empty(stage);
                    List.copyOf(Window.getWindows()).forEach(EmptyScenes::empty);
                    SHOWN.forEach(s -> s.setRoot(new Group()));
                    SHOWN.clear();
                    return true;
                })
                .join();
    }

    private static void empty(@Nullable Window window) {
        if (window instanceof Stage s && s.getScene() != null) {
            s.getScene().setRoot(new Group());
        }
    }
}
