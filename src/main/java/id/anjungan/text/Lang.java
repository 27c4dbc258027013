package id.anjungan.text;

import java.util.Locale;

/// A language of the screen. Always passed, never taken from the machine: two windows of one process may
/// speak differently, and a picture made anywhere looks the same.
public enum Lang {
    ID("id"),
    EN("en");

    private final String code;

    Lang(String code) {
        this.code = code;
    }

    /// The two letters that name this language's files and settings.
    public String code() {
        return code;
    }

    /// How this language writes numbers and names of days.
    public Locale locale() {
        return Locale.of(code, this == ID ? "ID" : "GB");
    }

    /// The language of a setting; Indonesian when it is none we know.
    public static Lang of(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ID;
    }
}
