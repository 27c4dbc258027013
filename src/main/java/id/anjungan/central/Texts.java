package id.anjungan.central;

import org.jspecify.annotations.Nullable;

/// Makes text that comes from outside harmless: no control characters besides tab and line ends, and none of
/// Unicode's marks that turn the direction of writing (UAX 9), with which a line can be made to look like another.
final class Texts {
    private Texts() {}

    /// The text without them, ends trimmed; null stays null, and what is then empty becomes null.
    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String cleaned = needsCleaning(text) ? stripped(text) : text;
        cleaned = cleaned.strip();
        return cleaned.isEmpty() ? null : cleaned;
    }

    private static boolean needsCleaning(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (harmful(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static String stripped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!harmful(text, i)) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean harmful(String text, int i) {
        char c = text.charAt(i);
        if (c >= ' ' && c < 0x7f) {
            return false;
        }
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
        boolean direction = c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
        return control || direction || loneSurrogate(text, i, c);
    }

    private static boolean loneSurrogate(String text, int i, char c) {
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
