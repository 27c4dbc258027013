package id.anjungan.profile;

import java.util.Collection;
import java.util.List;

/// The codes that may be referred to, and where they are defined. Not `certain` when that file could not be read:
/// then nothing can be said against a code, and one bad file does not cast doubt on all the others.
record Codes(String what, String file, List<String> known, boolean certain) {
    static Codes of(String what, String file, Collection<String> known) {
        return new Codes(what, file, List.copyOf(known), true);
    }

    boolean has(String code) {
        return !certain || known.contains(code);
    }

    String wanted(String code) {
        return "there is no such " + what + " in " + file + Report.meant(code, known);
    }
}
