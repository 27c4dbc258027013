package id.anjungan.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keyboard of the desk. One letter does one thing, everywhere, as long as nothing is being written.
final class Keys {
    /// What a key asks for.
    enum Act {
        CLAIM("K"),
        ACKNOWLEDGE("A"),
        DISPOSE("D"),
        ESCALATE("E"),
        HOLD("H"),
        CLOSE("S"),
        NOTE("N"),
        ANSWER("R"),
        SEARCH("/"),
        UP("↑"),
        DOWN("↓"),
        ARRIVED("Home"),
        UNCLAIMED("U"),
        FILTER("F"),
        CLEAR("X"),
        VIEWS("V"),
        WHY("W"),
        PIN("P"),
        COLUMNS("C"),
        MARK("Space"),
        MARK_UP("Shift ↑"),
        MARK_DOWN("Shift ↓"),
        MARK_ALL("Ctrl A"),
        CONSOLE("1"),
        CHATS("2"),
        UNDO("Ctrl Z"),
        STATUS("F2"),
        HELP("F1"),
        BACK("Esc");

        final String shown;

        Act(String shown) {
            this.shown = shown;
        }

        /// The key of its words.
        String words() {
            return "shell.keys." + name();
        }
    }

    private static final Map<KeyCode, Act> PLAIN = Map.ofEntries(
            Map.entry(KeyCode.K, Act.CLAIM),
            Map.entry(KeyCode.A, Act.ACKNOWLEDGE),
            Map.entry(KeyCode.D, Act.DISPOSE),
            Map.entry(KeyCode.E, Act.ESCALATE),
            Map.entry(KeyCode.H, Act.HOLD),
            Map.entry(KeyCode.S, Act.CLOSE),
            Map.entry(KeyCode.N, Act.NOTE),
            Map.entry(KeyCode.R, Act.ANSWER),
            Map.entry(KeyCode.UP, Act.UP),
            Map.entry(KeyCode.DOWN, Act.DOWN),
            Map.entry(KeyCode.HOME, Act.ARRIVED),
            Map.entry(KeyCode.U, Act.UNCLAIMED),
            Map.entry(KeyCode.F, Act.FILTER),
            Map.entry(KeyCode.X, Act.CLEAR),
            Map.entry(KeyCode.V, Act.VIEWS),
            Map.entry(KeyCode.W, Act.WHY),
            Map.entry(KeyCode.P, Act.PIN),
            Map.entry(KeyCode.C, Act.COLUMNS),
            Map.entry(KeyCode.SPACE, Act.MARK),
            Map.entry(KeyCode.DIGIT1, Act.CONSOLE),
            Map.entry(KeyCode.DIGIT2, Act.CHATS));

    private static final Map<KeyCode, Act> SHIFTED = Map.of(KeyCode.UP, Act.MARK_UP, KeyCode.DOWN, Act.MARK_DOWN);

    private Keys() {}

    static List<Act> all() {
        return List.of(Act.values());
    }

    /// What a key press means; empty for what is left to whoever has the focus.
    static Optional<Act> of(KeyEvent e, boolean writing) {
        if (e.getCode() == KeyCode.F1) {
            return Optional.of(Act.HELP);
        }
        if (e.getCode() == KeyCode.F2) {
            return Optional.of(Act.STATUS);
        }
        if (e.isShortcutDown() && e.getCode() == KeyCode.K) {
            return Optional.of(Act.SEARCH);
        }
        if (writing) {
            return Optional.empty();
        }
        if (e.getCode() == KeyCode.ESCAPE) {
            return Optional.of(Act.BACK);
        }
        if (e.isShortcutDown()) {
            return switch (e.getCode()) {
                case Z -> Optional.of(Act.UNDO);
                case A -> Optional.of(Act.MARK_ALL);
                default -> Optional.empty();
            };
        }
        if (e.isAltDown() || e.isMetaDown()) {
            return Optional.empty();
        }
        if (e.getCode() == KeyCode.SLASH || e.getCode() == KeyCode.DIVIDE) {
            return Optional.of(e.isShiftDown() ? Act.HELP : Act.SEARCH);
        }
        return Optional.ofNullable(e.isShiftDown() ? SHIFTED.get(e.getCode()) : PLAIN.get(e.getCode()));
    }
}
