package id.anjungan.profile;

/// One thing that is wrong in a profile. `line` counts from 1, and is 0 where there is no line (a whole file,
/// or a profile that came as a document). `field` is a path such as `categories[JLN-RSK].agency`. `found` is
/// what stands there (empty when nothing does), `wanted` what would be right.
public record Mistake(Kind kind, String file, int line, String field, String found, String wanted) {
    public enum Kind {
        /// A file that is absent, or is no YAML or CSV.
        UNREADABLE,
        /// A field that must be there.
        MISSING,
        /// A field that nobody reads: mostly a slip of the pen.
        UNKNOWN_FIELD,
        /// A list where one value belongs, or the other way round.
        WRONG_SHAPE,
        /// Not a date, number, duration, or one of the words allowed.
        WRONG_VALUE,
        /// The same code twice.
        DUPLICATE,
        /// A code that names nothing.
        UNKNOWN_CODE,
        /// Office hours that overlap or run backwards.
        OVERLAP,
        /// A number left out of a row that has none missing.
        GAP,
        /// Said in one language only.
        UNTRANSLATED
    }

    /// Where: `file:line`, or the file alone.
    public String where() {
        return line > 0 ? file + ":" + line : file;
    }

    @Override
    public String toString() {
        String what = found.isEmpty() ? "" : "found \"" + found + "\"; ";
        String at = field.isEmpty() ? "" : "  " + field;
        return where() + at + "  " + what + wanted;
    }
}
