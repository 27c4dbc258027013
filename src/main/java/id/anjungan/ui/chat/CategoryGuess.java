package id.anjungan.ui.chat;

import id.anjungan.profile.CityProfile;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which category a conversation is probably about: the one whose name, in either language, or whose names in other
/// systems share the most words with what the citizen wrote. Empty when none shares any.
final class CategoryGuess {
    /// Shorter words are those of every sentence.
    private static final int SHORTEST = 4;

    private CategoryGuess() {}

    static Optional<String> of(List<CityProfile.Category> categories, Collection<String> said) {
        Set<String> words = words(said);
        String best = null;
        int most = 0;
        for (CityProfile.Category c : categories) {
            Set<String> own = words(c.services());
            own.addAll(words(List.of(c.name().id(), c.name().en())));
            int shared = (int) own.stream().filter(words::contains).count();
            if (shared > most) {
                most = shared;
                best = c.code();
            }
        }
        return Optional.ofNullable(best);
    }

    private static Set<String> words(Collection<String> lines) {
        Set<String> words = new HashSet<>();
        for (String line : lines) {
            for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
                if (word.length() >= SHORTEST) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
