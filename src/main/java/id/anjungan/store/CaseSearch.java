package id.anjungan.store;

import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.CaseState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A question for cases, made into SQL. `at`: what is due before that is breached.
public record CaseSearch(CaseQuery asked, Instant at) {
    static final String REPORTER = "{person digits}";
    static final String ADDRESS = "{address}";

    /// A question to the file: what stands behind `FROM`, and in which order.
    record Sql(String from, String order, List<Object> args) {}

    /// Empty when words were given in which nothing can be looked for.
    Optional<Sql> sql() {
        List<String> terms = new ArrayList<>();
        if (!term(terms, asked.words(), "") || !term(terms, asked.reporter(), REPORTER) || !term(terms, asked.address(), ADDRESS)) {
            return Optional.empty();
        }
        List<Object> args = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        String from = "case_row c";
        if (!terms.isEmpty()) {
            // The full text leads: its rows come newest first, and the reading ends with the limit.
            from = "fts CROSS JOIN case_row c ON c.rid=fts.rowid";
            where.append("fts MATCH ? AND ");
            args.add(String.join(" AND ", terms));
        }
        boolean open = conditions(where, args);
        where.append("1");
        String order = !terms.isEmpty() ? "fts.rowid DESC" : open ? "c.ord, c.due_at, c.rid" : "c.rid DESC";
        return Optional.of(new Sql(from + " LEFT JOIN incident_row i ON i.id=c.incident WHERE " + where, order, args));
    }

    private static boolean term(List<String> terms, String typed, String columns) {
        if (typed.isBlank()) {
            return true;
        }
        Optional<String> q = Docs.query(typed);
        q.ifPresent(t -> terms.add(columns.isEmpty() ? t : columns + " : (" + t + ")"));
        return q.isPresent();
    }

    /// Adds what the rows must be; true when only open cases can be.
    private boolean conditions(StringBuilder where, List<Object> args) {
        boolean open = !asked.owners().isEmpty() || asked.unclaimed() || asked.breached()
                || (!asked.states().isEmpty() && asked.states().stream().allMatch(CaseState::open));
        if (open) {
            where.append("c.open=1 AND ");
        }
        if (asked.unclaimed() || !asked.owners().isEmpty()) {
            String or = asked.unclaimed() ? " OR c.claimed_by IS NULL" : "";
            String some = asked.owners().isEmpty() ? "0" : "c.claimed_by IN (" + "?,".repeat(asked.owners().size() - 1) + "?)";
            where.append("(").append(some).append(or).append(") AND ");
            args.addAll(asked.owners());
        }
        if (asked.breached()) {
            where.append("c.due_at<? AND ");
            args.add(at);
        }
        in(where, args, "c.channel", asked.channels());
        in(where, args, "c.district", asked.districts());
        in(where, args, "c.village", asked.villages());
        in(where, args, "c.category", asked.categories());
        in(where, args, "c.priority", asked.priorities());
        in(where, args, "c.state", asked.states());
        if (!asked.tags().isEmpty()) {
            where.append("c.id IN (SELECT case_id FROM case_mark WHERE word IN (");
            where.append("?,".repeat(asked.tags().size()));
            where.setCharAt(where.length() - 1, ')');
            where.append(") AND ");
            asked.tags().stream().sorted().forEach(t -> args.add(CaseFacts.tag(t)));
        }
        if (!asked.agencies().isEmpty()) {
            where.append("(").append("instr(c.agencies,?)>0 OR ".repeat(asked.agencies().size())).append("0) AND ");
            asked.agencies().stream().sorted().forEach(a -> args.add(" " + a + " "));
        }
        return open;
    }

    private static void in(StringBuilder where, List<Object> args, String column, Collection<?> values) {
        if (!values.isEmpty()) {
            where.append(column).append(" IN (").append("?,".repeat(values.size()));
            where.setCharAt(where.length() - 1, ')');
            where.append(" AND ");
            args.addAll(values);
        }
    }
}
