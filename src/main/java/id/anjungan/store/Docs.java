package id.anjungan.store;

import id.anjungan.domain.Case;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.protocol.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
        Optional<Long> rid = rid(db, caseId);
        if (rid.isEmpty()) {
            return;
        }
        Doc now = compose(db, caseId);
        Doc was = db.one("SELECT " + COLUMNS + " FROM doc WHERE rid=?", Doc::read, rid.get()).orElse(null);
        if (now.equals(was)) {
            return;
        }
        if (was != null) {
            unindex(db, rid.get(), was);
        }
        db.update("INSERT OR REPLACE INTO doc(rid," + COLUMNS + ") VALUES(?,?,?,?,?,?)",
                rid.get(), now.number(), now.text(), now.address(), now.person(), now.digits());
        db.update("INSERT INTO fts(rowid," + COLUMNS + ") VALUES(?,?,?,?,?,?)",
                rid.get(), now.number(), now.text(), now.address(), now.person(), now.digits());
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

    private static Doc compose(Db db, UUID caseId) {
        Case c = db.one("SELECT body FROM entity WHERE id=?", r -> Json.read(r.getString(1), Case.class), caseId)
                .orElseThrow();
        String text = db
                .list("SELECT body FROM entity WHERE about=? AND kind='message' ORDER BY at",
                        r -> Json.read(r.getString(1), Message.class).body(), caseId)
                .stream()
                .collect(Collectors.joining("\n"));
        Optional<Person> p = db.one("SELECT body FROM entity WHERE id=? AND kind='person'",
                r -> Json.read(r.getString(1), Person.class), c.person());
        String who = p.map(x -> joined(x.name(), x.account(), x.email())).orElse("");
        return new Doc(c.number(), text, c.location().address(), who, p.map(x -> phone(x.phone())).orElse(""));
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
