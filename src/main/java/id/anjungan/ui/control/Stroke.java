package id.anjungan.ui.control;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key pressed, with what is held down beside it. A value.
public record Stroke(KeyCode code, boolean ctrl, boolean alt, boolean shift) {
    /// The same sign elsewhere on the keyboard.
    private static final Map<KeyCode, KeyCode> TWINS = Map.of(
            KeyCode.DIVIDE, KeyCode.SLASH, KeyCode.ADD, KeyCode.EQUALS, KeyCode.PLUS, KeyCode.EQUALS,
            KeyCode.SUBTRACT, KeyCode.MINUS);
    /// As it is printed on the key.
    private static final Map<KeyCode, String> SIGNS = Map.ofEntries(
            Map.entry(KeyCode.UP, "↑"), Map.entry(KeyCode.DOWN, "↓"), Map.entry(KeyCode.LEFT, "←"),
            Map.entry(KeyCode.RIGHT, "→"), Map.entry(KeyCode.ENTER, "↵"), Map.entry(KeyCode.ESCAPE, "Esc"),
            Map.entry(KeyCode.SLASH, "/"), Map.entry(KeyCode.EQUALS, "+"), Map.entry(KeyCode.MINUS, "-"),
            Map.entry(KeyCode.DELETE, "Del"), Map.entry(KeyCode.COMMA, ","), Map.entry(KeyCode.PERIOD, "."),
            Map.entry(KeyCode.SEMICOLON, ";"), Map.entry(KeyCode.QUOTE, "'"), Map.entry(KeyCode.OPEN_BRACKET, "["),
            Map.entry(KeyCode.CLOSE_BRACKET, "]"), Map.entry(KeyCode.BACK_SLASH, "\\"),
            Map.entry(KeyCode.BACK_QUOTE, "`"));
    /// What these do on every screen and in every text field stays as it is.
    private static final Set<KeyCode> KEPT = Set.of(
            KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.TAB, KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT,
            KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.BACK_SPACE, KeyCode.CONTEXT_MENU);
    /// With Ctrl, text fields know these.
    private static final Set<KeyCode> EDITING = Set.of(
            KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z, KeyCode.HOME, KeyCode.END,
            KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN, KeyCode.DELETE, KeyCode.BACK_SPACE, KeyCode.ENTER,
            KeyCode.TAB, KeyCode.SLASH, KeyCode.L);

    public static Stroke plain(KeyCode code) {
        return new Stroke(code, false, false, false);
    }

    public static Stroke ctrl(KeyCode code) {
        return new Stroke(code, true, false, false);
    }

    public static Stroke shift(KeyCode code) {
        return new Stroke(code, false, false, true);
    }

    public static Stroke of(KeyEvent e) {
        KeyCode code = TWINS.getOrDefault(e.getCode(), e.getCode());
        boolean plus = code == KeyCode.EQUALS && e.isShiftDown();
        return new Stroke(code, e.isShortcutDown(), e.isAltDown() || e.isMetaDown(), e.isShiftDown() && !plus);
    }

    /// Whether it does something also while something is being written: it writes nothing and edits nothing.
    public boolean besideWriting() {
        return code.isFunctionKey() || (ctrl && !EDITING.contains(code));
    }

    /// Whether an action may be put on it.
    public boolean free() {
        return !code.isModifierKey() && code != KeyCode.UNDEFINED && !KEPT.contains(code);
    }

    /// As it is shown, such as `Ctrl K`.
    public String shown() {
        String sign = SIGNS.getOrDefault(code, code.getName());
        if (code == KeyCode.SLASH && shift && !ctrl && !alt) {
            return "?";
        }
        return (ctrl ? "Ctrl " : "") + (alt ? "Alt " : "") + (shift ? "Shift " : "") + sign;
    }

    /// In letters that any file keeps, to be read by [#parse].
    public String format() {
        return (ctrl ? "ctrl+" : "") + (alt ? "alt+" : "") + (shift ? "shift+" : "")
                + code.name().toLowerCase(Locale.ROOT);
    }

    /// Empty for what is no key.
    public static Optional<Stroke> parse(String text) {
        String rest = text;
        boolean[] held = new boolean[3];
        String[] names = {"ctrl+", "alt+", "shift+"};
        for (int i = 0; i < names.length; i++) {
            if (rest.startsWith(names[i])) {
                held[i] = true;
                rest = rest.substring(names[i].length());
            }
        }
        for (KeyCode c : KeyCode.values()) {
            if (c.name().toLowerCase(Locale.ROOT).equals(rest)) {
                return Optional.of(new Stroke(c, held[0], held[1], held[2]));
            }
        }
        return Optional.empty();
    }
}
