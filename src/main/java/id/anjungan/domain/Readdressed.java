package id.anjungan.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An answer written to one reporter, as another may read it: the first one's name and case number are nobody else's
/// business. What cannot be named stays the neutral word for a citizen.
final class Readdressed {
    private static final String CITIZEN = "Bapak/Ibu";
    /// Stands where a name stood, until all its parts are found; no text has it.
    private static final String SPOT = "\u0001";
    /// Shorter names are parts of too many words.
    private static final int SHORTEST = 3;

    private Readdressed() {}

    static String text(String said, Case from, Optional<Person> writtenTo, Case to, Optional<Person> other) {
        String text = said.replace(from.number(), to.number());
        String name = name(writtenTo);
        if (name.length() < SHORTEST) {
            return text;
        }
        text = word(text, name);
        for (String part : name.split("\\s+")) {
            if (part.length() >= SHORTEST) {
                text = word(text, part);
            }
        }
        String instead = to.privacy().anonymous() || name(other).isEmpty() ? CITIZEN : name(other);
        return text.replaceAll(SPOT + "([ ]+" + SPOT + ")*", Matcher.quoteReplacement(instead));
    }

    private static String name(Optional<Person> p) {
        return p.map(Person::name).map(String::strip).orElse("");
    }

    private static String word(String text, String name) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", flags)
                .matcher(text)
                .replaceAll(SPOT);
    }
}
