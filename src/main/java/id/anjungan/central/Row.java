package id.anjungan.central;

import id.anjungan.protocol.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The current state of one entity as the store holds it. `seq` is the number of its latest change. `grade` is its
/// place in a snapshot: what a desk needs first has the lowest. `about` is the case or chat it belongs to. `body`
/// is the JSON exactly as sent.
record Row(Kind kind, UUID id, long seq, int grade, @Nullable UUID about, Scope scope, String body, Facts facts) {
    /// From this grade on come rows that belong to others: persons, messages, entries.
    static final int DETAILS = 200;

    /// The grade of open cases, which the schema's partial index names too.
    static final int OPEN_CASE = 1;

    private static final int ENDED = 100;

    /// The grade of a row: open things in the order of kinds, ended things after them, details last.
    static int grade(Kind kind, boolean open) {
        int first =
                switch (kind) {
                    case PROFILE -> 0;
                    case CASE -> OPEN_CASE;
                    case ALARM -> 2;
                    case CHAT -> 3;
                    case INCIDENT -> 4;
                    case WALL -> 5;
                    case PERSON -> DETAILS;
                    case MESSAGE -> DETAILS + 1;
                    case ENTRY -> DETAILS + 2;
                };
        return open ? first : first + ENDED;
    }

    /// What the server looks rows up by. Times in milliseconds of the epoch; `due` is when time alone next changes
    /// the case, rounded up.
    record Facts(
            @Nullable String holder,
            long fencing,
            long since,
            @Nullable Long due,
            @Nullable String category,
            @Nullable Long received,
            @Nullable Double lat,
            @Nullable Double lon) {
        static final Facts NONE = new Facts(null, 0, 0, null, null, null, null, null);
    }
}
