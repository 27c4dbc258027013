package id.anjungan.ui.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which of the tags in use may be meant by what is typed, so that one thing does not get two names.
final class TagWords {
    private static final int SHOWN = 8;

    private TagWords() {}

    /// Those that begin with it, then those in which a part does, each in the order given; all that fit while nothing is
    /// typed. `has` are already there.
    static List<String> fitting(List<String> known, Collection<String> has, String typed) {
        String t = plain(typed);
        List<String> rest = known.stream().filter(k -> !has.contains(k)).toList();
        return Stream.concat(
                        rest.stream().filter(k -> k.startsWith(t)),
                        rest.stream().filter(k -> !k.startsWith(t) && k.contains("-" + t)))
                .limit(SHOWN)
                .toList();
    }

    /// What completing gives: the first that fits, unless it stands there already or nothing is typed.
    static Optional<String> completed(List<String> known, Collection<String> has, String typed) {
        return plain(typed).isEmpty()
                ? Optional.empty()
                : fitting(known, has, typed).stream().findFirst().filter(t -> !t.equals(typed));
    }

    /// As tags are written.
    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }
}
