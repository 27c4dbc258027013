package id.anjungan.ui.control;

import java.util.Locale;
import javafx.scene.control.Label;

/// A colleague as initials in a disc; the full name is its accessible text.
public final class Avatar extends Label {
    public Avatar(String name) {
        super(initials(name));
        getStyleClass().add("avatar");
        setAccessibleText(name);
    }

    /// At most two letters: of the first and the last word, or the first two of an only word.
    public static String initials(String name) {
        String[] words = name.strip().split("[^\\p{L}\\p{N}]+", -1);
        String first = words[0];
        String last = words[words.length - 1].isEmpty() && words.length > 1 ? words[words.length - 2] : words[words.length - 1];
        String two = words.length > 1 && !last.equals(first) ? head(first, 1) + head(last, 1) : head(first, 2);
        return two.toUpperCase(Locale.ROOT);
    }

    private static String head(String s, int n) {
        return s.substring(0, s.offsetByCodePoints(0, Math.min(n, s.codePointCount(0, s.length()))));
    }
}
