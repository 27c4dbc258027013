package id.anjungan.central;

/// What SQLite and PostgreSQL do differently in otherwise shared SQL. Ids are 16 bytes, times milliseconds and flags
/// 0 or 1 in both, so that one statement and one reader serve both. Immutable, any thread.
enum Dialect {
    /// One node and one writer: nobody else writes, so nothing needs a lock, and a statement costs no journey.
    SQLITE(false),

    /// Any number of nodes: what a decision reads is locked, and statements travel in batches.
    POSTGRES(true);

    private final boolean shared;

    Dialect(boolean shared) {
        this.shared = shared;
    }

    /// Whether other nodes write to the same database.
    boolean shared() {
        return shared;
    }

    /// A query whose rows stay as they are until this transaction ends.
    String locking(String query) {
        return shared ? query + " FOR UPDATE" : query;
    }

    /// A query whose rows nobody changes until this transaction ends, though others may read them so too.
    String holding(String query) {
        return shared ? query + " FOR SHARE" : query;
    }

    /// The last number, and on PostgreSQL the version of the profile in effect; held against everybody else when this
    /// group takes numbers.
    String head(boolean numbered) {
        String query = "SELECT seq, " + (shared ? "policy" : "NULL") + " FROM counter WHERE one = 1";
        return numbered ? locking(query) : query;
    }

    /// The last statement of a group: the counter moves, and on PostgreSQL the other nodes hear of it at commit.
    String setHead() {
        return shared
                ? "WITH moved AS (UPDATE counter SET seq = ? WHERE one = 1 RETURNING seq) "
                        + "SELECT pg_notify('" + HEAD_CHANNEL + "', seq::text) FROM moved"
                : "UPDATE counter SET seq = ? WHERE one = 1";
    }

    /// Where PostgreSQL tells of a new last number.
    static final String HEAD_CHANNEL = "anjungan_head";

    /// A text as the database takes it. PostgreSQL knows no zero character and no half of a surrogate pair; both
    /// become U+FFFD, the sign for what could not be shown.
    String text(String s) {
        return shared && !storable(s) ? mended(s) : s;
    }

    private static boolean storable(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String mended(String s) {
        StringBuilder out = new StringBuilder(s.length());
        s.codePoints().forEach(c -> out.appendCodePoint(c == 0 || (c >= 0xd800 && c <= 0xdfff) ? 0xfffd : c));
        return out.toString();
    }
}
