package id.anjungan.ui.settings;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.KeyMap;
import id.anjungan.ui.control.Stroke;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Choosing other keys: one action waits for its key, the next press is it. A key that does something else there is
/// told before anything changes; then the two may be exchanged. On the JavaFX thread.
public final class KeysViewModel {
    private final ObjectProperty<KeyMap> keys;

    /// The action that waits for a key.
    final ObjectProperty<@Nullable Act> waiting = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    /// The action the hand was on last, so that it is found again when the page is drawn anew.
    @Nullable Act last;

    /// Why the key was not given: `other` has it, or it is none that may be given.
    record Problem(Act act, Stroke stroke, @Nullable Act other) {}

    KeysViewModel(ObjectProperty<KeyMap> keys) {
        this.keys = keys;
    }

    /// Waits for the key of this action; the same again stops waiting. What has a fixed key waits for none.
    void begin(Act act) {
        problem.set(null);
        last = act;
        waiting.set(waiting.get() == act || !act.changeable() ? null : act);
    }

    /// Whether the next key press belongs to this and to nothing else.
    public boolean waits() {
        return waiting.get() != null;
    }

    /// A key press while an action waits. Escape stops waiting; a key that only is held beside others is awaited
    /// further.
    public void press(Stroke stroke) {
        Act act = waiting.get();
        if (act == null || stroke.code().isModifierKey()) {
            return;
        }
        Problem told = problem.get();
        if (stroke.code() == javafx.scene.input.KeyCode.ESCAPE) {
            stop();
        } else if (told != null && told.other() != null && stroke.code() == javafx.scene.input.KeyCode.ENTER) {
            exchange();
        } else if (!stroke.free()) {
            problem.set(new Problem(act, stroke, null));
        } else {
            Optional<Act> other = keys.get().taken(act, stroke);
            if (other.isPresent()) {
                problem.set(new Problem(act, stroke, other.get()));
            } else {
                stop();
                keys.set(keys.get().with(act, stroke));
            }
        }
    }

    /// Gives the key to the action that waits, and that action's key to the one that had it. A second key of an action
    /// belongs to it for good.
    void exchange() {
        Problem p = problem.get();
        Act other = p == null ? null : p.other();
        if (p == null || other == null || !exchangeable(p)) {
            return;
        }
        Stroke mine = keys.get().strokes(p.act()).getFirst();
        stop();
        keys.set(keys.get().with(p.act(), p.stroke()).with(other, mine));
    }

    /// Whether the two may be exchanged.
    boolean exchangeable(Problem p) {
        Act other = p.other();
        if (other == null || !other.changeable() || !keys.get().strokes(other).getFirst().equals(p.stroke())) {
            return false;
        }
        Stroke mine = keys.get().strokes(p.act()).getFirst();
        return keys.get().taken(other, mine).filter(a -> a != p.act()).isEmpty();
    }

    void stop() {
        waiting.set(null);
        problem.set(null);
    }

    /// All the usual keys again.
    void reset() {
        stop();
        keys.set(KeyMap.USUAL);
    }
}
