package id.anjungan.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the words of a city's own speech in what citizens write, and says what they mean. A phrase counts before its
/// words. A word that Indonesian has too, with another meaning, counts only beside one that it has not. Immutable, any
/// thread.
public final class Glossary {
    /// No words.
    public static final Glossary NONE = new Glossary(List.of());

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’-]\\p{L}+)*");

    private final Map<String, Entry> entries = new HashMap<>();
    private int longest;

    /// `word` may be a phrase. `shared`: the same letters mean something else in Indonesian.
    public record Entry(String word, String meaning, boolean shared) {}

    /// Letters `start` to `end` (excluded) of a text, and what they mean.
    public record Found(int start, int end, String meaning) {}

    public Glossary(List<Entry> all) {
        for (Entry e : all) {
            String key = key(e.word());
            entries.put(key, e);
            longest = Math.max(longest, key.split(" ").length);
        }
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
    }

    /// In the order of the text; none overlaps another.
    public List<Found> find(String text) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<MatchResult> words = WORD.matcher(text).results().toList();
        List<Found> found = new ArrayList<>();
        boolean own = false;
        for (int i = 0; i < words.size(); ) {
            int n = 1;
            for (int many = Math.min(longest, words.size() - i); many > 0; many--) {
                Entry e = entry(text, words, i, many);
                if (e != null) {
                    found.add(new Found(words.get(i).start(), words.get(i + many - 1).end(), e.meaning()));
                    own |= !e.shared();
                    n = many;
                    break;
                }
            }
            i += n;
        }
        return own ? List.copyOf(found) : List.of();
    }

    /// What stands there in `many` words with nothing but space between them.
    private @Nullable Entry entry(String text, List<MatchResult> words, int first, int many) {
        for (int i = first + 1; i < first + many; i++) {
            if (!text.substring(words.get(i - 1).end(), words.get(i).start()).isBlank()) {
                return null;
            }
        }
        return entries.get(key(text.substring(words.get(first).start(), words.get(first + many - 1).end())));
    }
}
