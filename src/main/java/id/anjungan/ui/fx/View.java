package id.anjungan.ui.fx;

import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// A part of the screen: it makes its nodes once, subscribes when they come into a scene, and lets go of
/// everything when they leave it, so a view that was closed can be collected and draws nothing.
///
/// Write a view as a final class with constructor arguments; build the nodes there and give the root to
/// `super`; subscribe in [#attached] through its [Scope] and nowhere else. All on the JavaFX thread. Whoever
/// closes a window empties its scene.
public abstract class View {
    private final Parent root;
    private @Nullable Scope scope;

    protected View(Parent root) {
        this.root = root;
        root.sceneProperty().addListener((at, was, is) -> {
            end();
            if (is != null) {
                begin();
            }
        });
    }

    /// Called each time the root enters a scene.
    protected abstract void attached(Scope on);

    public final Parent root() {
        return root;
    }

    public final boolean isAttached() {
        return scope != null;
    }

    private void begin() {
        Scope fresh = new Scope();
        scope = fresh;
        attached(fresh);
    }

    private void end() {
        if (scope != null) {
            scope.end();
            scope = null;
        }
    }
}
