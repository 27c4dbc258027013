package id.anjungan.profile;

import java.util.Collection;
import java.util.List;

/// The codes that may be referred to, and where they are defined.
record Codes(String what, String file, List<String> known) {
    Codes(String what, String file, Collection<String> known) {
        this(what, file, List.copyOf(known));
    }

    boolean has(String code) {
        return known.contains(code);
    }

    String wanted(String code) {
        return "there is no such " + what + " in " + file + Report.meant(code, known);
    }
}
