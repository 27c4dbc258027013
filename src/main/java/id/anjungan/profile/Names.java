package id.anjungan.profile;

import java.util.Locale;

/// What a thing is called on the screen, in Indonesian and in English. A value; proper names are the same in
/// both.
public record Names(String id, String en) {
    /// A proper name, which no language changes.
    public static Names same(String name) {
        return new Names(name, name);
    }

    /// The name for a reader of this locale: English for `en`, Indonesian for everybody else.
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : id;
    }
}
