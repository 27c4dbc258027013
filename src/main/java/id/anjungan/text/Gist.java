package id.anjungan.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Where a citizen's text comes to its point. Greetings in front are passed over, and the full stop of *Yth.* or *Jl.*
/// ends no sentence. Immutable, any thread; reads each letter once, because every report passes here.
public final class Gist {
    private static final Set<String> GREETINGS = new HashSet<>();
    private static final Set<String> SHORT = new HashSet<>();

    static {
        for (String line : lines()) {
            List<String> words = List.of(line.split(" "));
            switch (words.getFirst()) {
                case "greeting" -> GREETINGS.addAll(words.subList(1, words.size()));
                case "short" -> SHORT.addAll(words.subList(1, words.size()));
                default -> {}
            }
        }
    }

    private Gist() {}

    /// The text from the first sentence on that says something; all of it when none does.
    public static String of(String text) {
        String all = text.strip();
        int at = start(all);
        return at == 0 ? all : all.substring(at);
    }

    /// The first sentence that says something, on one line and without its full stop.
    public static String sentence(String text) {
        String from = of(text);
        int end = end(from, 0);
        String line = from.substring(0, end).strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static int start(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (says(text, at, end)) {
                return at;
            }
            at = end;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return 0;
    }

    /// Behind the sentence that begins here.
    private static int end(String text, int from) {
        int word = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i;
            }
            boolean last = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
            boolean mark = c == '!' || c == '?' || (c == '.' && !SHORT.contains(word(text, word, i)));
            if (mark && last) {
                return i + 1;
            }
            if (!inWord(c)) {
                word = i + 1;
            }
        }
        return text.length();
    }

    private static boolean says(String text, int from, int end) {
        int word = from;
        for (int i = from; i <= end; i++) {
            if (i == end || !inWord(text.charAt(i))) {
                if (i > word && !GREETINGS.contains(word(text, word, i))) {
                    return true;
                }
                word = i + 1;
            }
        }
        return false;
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '’';
    }

    private static String word(String text, int from, int end) {
        return text.substring(from, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Gist.class.getResourceAsStream("speech.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
