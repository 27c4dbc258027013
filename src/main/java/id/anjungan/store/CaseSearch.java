package id.anjungan.store;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which cases are looked for, open or not; empty sets, blank words and null mean all. `words` may stand anywhere in a
/// case, `reporter` in a name, an account or a phone number, `address` in an address. `owners` are
/// operators' ids, and `unclaimed` is one more that may be true beside them. `breachedAt`: due before that.
public record CaseSearch(
        String words,
        String reporter,
        String address,
        Set<String> channels,
        Set<String> districts,
        Set<String> villages,
        Set<String> categories,
        Set<String> agencies,
        Set<Priority> priorities,
        Set<CaseState> states,
        Set<String> owners,
        boolean unclaimed,
        @Nullable Instant breachedAt) {
    static final String REPORTER = "{person digits}";
    static final String ADDRESS = "{address}";

    public CaseSearch {
        channels = Set.copyOf(channels);
        districts = Set.copyOf(districts);
        villages = Set.copyOf(villages);
        categories = Set.copyOf(categories);
        agencies = Set.copyOf(agencies);
        priorities = Set.copyOf(priorities);
        states = Set.copyOf(states);
        owners = Set.copyOf(owners);
    }

    /// A question to the file: what stands behind `FROM`, and in which order.
    record Sql(String from, String order, List<Object> args) {}

    /// Empty when words were given in which nothing can be looked for.
    Optional<Sql> sql() {
        List<String> terms = new ArrayList<>();
        if (!term(terms, words, "") || !term(terms, reporter, REPORTER) || !term(terms, address, ADDRESS)) {
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
        boolean open = !owners.isEmpty() || unclaimed || breachedAt != null
                || (!states.isEmpty() && states.stream().allMatch(CaseState::open));
        if (open) {
            where.append("c.open=1 AND ");
        }
        if (unclaimed || !owners.isEmpty()) {
            String or = unclaimed ? " OR c.claimed_by IS NULL" : "";
            String some = owners.isEmpty() ? "0" : "c.claimed_by IN (" + "?,".repeat(owners.size() - 1) + "?)";
            where.append("(").append(some).append(or).append(") AND ");
            args.addAll(owners);
        }
        if (breachedAt != null) {
            where.append("c.due_at<? AND ");
            args.add(breachedAt);
        }
        in(where, args, "c.channel", channels);
        in(where, args, "c.district", districts);
        in(where, args, "c.village", villages);
        in(where, args, "c.category", categories);
        in(where, args, "c.priority", priorities);
        in(where, args, "c.state", states);
        if (!agencies.isEmpty()) {
            where.append("(").append("instr(c.agencies,?)>0 OR ".repeat(agencies.size())).append("0) AND ");
            agencies.stream().sorted().forEach(a -> args.add(" " + a + " "));
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
