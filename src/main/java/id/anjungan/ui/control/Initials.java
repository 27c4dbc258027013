package id.anjungan.ui.control;

import java.util.Locale;

/// A name in two letters. Apart from any control, so that it works where no toolkit runs.
final class Initials {
    private Initials() {}

    /// At most two letters: of the first and the last word, or the first two of an only word.
    static String of(String name) {
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
