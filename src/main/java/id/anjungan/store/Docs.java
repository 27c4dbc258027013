package id.anjungan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The full text over cases: number, all messages, address, and who reported. Written explicitly, never by triggers
/// (the external-content table then costs half). Writer thread only, except `query`.
final class Docs {
    private static final String COLUMNS = "number,text,address,person,digits";

    private Docs() {}

    private record Doc(
            @Nullable String number, @Nullable String text, @Nullable String address, @Nullable String person,
            @Nullable String digits) {
        static Doc read(ResultSet r) throws SQLException {
            return new Doc(
                    r.getString("number"), r.getString("text"), r.getString("address"), r.getString("person"),
                    r.getString("digits"));
        }
    }

    /// Writes the document of a case anew. A row in `doc` means that it is in the index too.
    static void put(Db db, UUID caseId) {
        db.one(FOUND, Found::read, caseId).ifPresent(f -> put(db, f));
    }

    private static void put(Db db, Found f) {
        Doc was = f.was();
        Doc now = f.now();
        if (now.equals(was)) {
            return;
        }
        if (was != null) {
            unindex(db, f.rid(), was);
        }
        db.update("INSERT OR REPLACE INTO doc(rid," + COLUMNS + ") VALUES(?,?,?,?,?,?)",
                f.rid(), now.number(), now.text(), now.address(), now.person(), now.digits());
        db.update("INSERT INTO fts(rowid," + COLUMNS + ") VALUES(?,?,?,?,?,?)",
                f.rid(), now.number(), now.text(), now.address(), now.person(), now.digits());
    }

    /// All that a document is made of and the document as it is, in one question.
    private static final String FOUND =
            """
            SELECT c.rid, c.number, e.body->>'$.location.address',
              p.body->>'$.name', p.body->>'$.account', p.body->>'$.email', p.body->>'$.phone',
              (SELECT group_concat(m.body->>'$.body', char(10) ORDER BY m.at, m.rowid) FROM entity m
               WHERE m.about=c.id AND m.kind='message'),
              d.rid, d.number, d.text, d.address, d.person, d.digits
            FROM case_row c JOIN entity e ON e.id=c.id
            LEFT JOIN entity p ON p.id=c.person AND p.kind='person'
            LEFT JOIN doc d ON d.rid=c.rid
            WHERE c.id=?""";

    private record Found(long rid, Doc now, @Nullable Doc was) {
        static Found read(ResultSet r) throws SQLException {
            String text = r.getString(8);
            Doc now = new Doc(
                    r.getString(2), text == null ? "" : text, r.getString(3),
                    joined(r.getString(4), r.getString(5), r.getString(6)), phone(r.getString(7)));
            boolean none = r.getObject(9) == null;
            Doc was = none
                    ? null
                    : new Doc(r.getString(10), r.getString(11), r.getString(12), r.getString(13), r.getString(14));
            return new Found(r.getLong(1), now, was);
        }
    }

    static void remove(Db db, UUID caseId) {
        rid(db, caseId).ifPresent(rid -> {
            db.one("SELECT " + COLUMNS + " FROM doc WHERE rid=?", Doc::read, rid).ifPresent(d -> unindex(db, rid, d));
            db.update("DELETE FROM doc WHERE rid=?", rid);
        });
    }

    private static void unindex(Db db, long rid, Doc d) {
        db.update("INSERT INTO fts(fts,rowid," + COLUMNS + ") VALUES('delete',?,?,?,?,?,?)",
                rid, d.number(), d.text(), d.address(), d.person(), d.digits());
    }

    private static Optional<Long> rid(Db db, UUID caseId) {
        return db.one("SELECT rid FROM case_row WHERE id=?", r -> r.getLong(1), caseId);
    }

    private static String joined(@Nullable String... parts) {
        List<String> there = new ArrayList<>();
        for (String p : parts) {
            if (p != null) {
                there.add(p);
            }
        }
        return String.join(" ", there);
    }

    /// A phone number as people type it: with the country's 62, and with the leading 0.
    static String phone(@Nullable String phone) {
        if (phone == null) {
            return "";
        }
        String d = phone.replaceAll("\\D", "");
        if (d.startsWith("62")) {
            return d + " 0" + d.substring(2);
        }
        return d.startsWith("0") ? d + " 62" + d.substring(1) : d;
    }

    /// The FTS5 question for what somebody has typed so far: every word must begin a word of the case; a run of digits
    /// also counts as a phone number. Empty when nothing can be looked for.
    static Optional<String> query(String typed) {
        String all = typed.strip();
        List<String> terms = new ArrayList<>();
        if (all.matches("[+0-9][-+0-9 ().]{3,}")) {
            terms.add(term(all));
        } else {
            for (String word : all.split("\\s+")) {
                if (word.chars().anyMatch(Character::isLetterOrDigit)) {
                    terms.add(term(word));
                }
            }
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", terms));
    }

    private static String term(String word) {
        String quoted = "\"" + word.toLowerCase(Locale.ROOT).replace("\"", "\"\"") + "\"*";
        String digits = word.replaceAll("\\D", "");
        boolean phone = digits.length() >= 3 && word.chars().noneMatch(Character::isLetter);
        return phone ? "(" + quoted + " OR digits : \"" + digits + "\"*)" : quoted;
    }
}
