package id.anjungan.ui.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of what was typed, from letter `start` to `end` (excluded): a word, or `operator` and `value`. Quotes keep
/// words and commas together and are no part of the value; commas outside them part `values`.
record Token(int start, int end, @Nullable String operator, String value, List<String> values) {
    Token {
        values = List.copyOf(values);
    }

    /// Cuts a text at its spaces, outside quotes. A quote that is not closed goes on to the end.
    static List<Token> of(String text) {
        List<Token> all = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            boolean quoted = false;
            while (i < text.length() && (quoted || !Character.isWhitespace(text.charAt(i)))) {
                quoted ^= text.charAt(i) == '"';
                i++;
            }
            all.add(of(text.substring(start, i), start, i));
        }
        return all;
    }

    private static Token of(String piece, int start, int end) {
        int colon = piece.indexOf(':');
        boolean named = colon > 0
                && piece.substring(0, colon).chars().allMatch(Character::isLetter)
                && !piece.startsWith("//", colon + 1);
        return named
                ? of(piece.substring(0, colon), piece.substring(colon + 1), start, end)
                : of(null, piece, start, end);
    }

    private static Token of(@Nullable String operator, String raw, int start, int end) {
        return new Token(start, end, operator, unquoted(raw), parted(raw));
    }

    private static List<String> parted(String raw) {
        List<String> all = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= raw.length(); i++) {
            if (i == raw.length() || (raw.charAt(i) == ',' && !quoted)) {
                all.add(unquoted(raw.substring(from, i)));
                from = i + 1;
            } else if (raw.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return all;
    }

    private static String unquoted(String s) {
        return s.replace("\"", "").strip();
    }
}
