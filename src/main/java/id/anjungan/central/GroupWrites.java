package id.anjungan.central;

import id.anjungan.protocol.Json;
import id.anjungan.protocol.Settlement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carries out what a group has staged. What needs no number is written first; then the counter row is locked, so
/// that numbers have no gap and follow the order of commits, and only what carries a number is written under that
/// lock. One thread, one group.
final class GroupWrites {
    private final Db db;
    private final String policy;

    /// `policy` is the version that this group was decided by.
    GroupWrites(Db db, String policy) {
        this.db = db;
        this.policy = policy;
    }

    /// The number before the group's first, and its last.
    record Numbers(long base, long head) {}

    Numbers carryOut(List<Op> ops) throws SQLException {
        Map<UUID, Op.Put> last = new TreeMap<>();
        Map<UUID, Long> positions = new HashMap<>();
        long taken = 0;
        for (Op op : ops) {
            if (op instanceof Op.Put p) {
                taken++;
                last.put(p.row().id(), p);
                positions.put(p.row().id(), taken);
            }
        }
        unnumbered(ops);
        Counter counter = db.first(db.dialect().head(taken > 0), rs -> new Counter(rs.getLong(1), rs.getString(2)))
                .orElseThrow();
        samePolicy(ops, counter.policy());
        long base = counter.seq();
        log(ops, base);
        puts(last, positions, base);
        settlements(ops, base);
        if (taken > 0) {
            setHead(base + taken);
        }
        return new Numbers(base, base + taken);
    }

    private record Counter(long seq, @Nullable String policy) {}

    /// Two nodes may have been started with different profiles. Only the one in effect decides; the other is found out
    /// under the lock that orders the groups, so nothing decided by it is ever written after the newer one.
    private void samePolicy(List<Op> ops, @Nullable String inEffect) throws SQLException {
        if (!db.dialect().shared() || policy.equals(inEffect)) {
            return;
        }
        if (ops.stream().anyMatch(op -> op instanceof Op.InEffect)) {
            db.later(Sql.IN_EFFECT, policy);
        } else if (inEffect != null && ops.stream().anyMatch(Op::decided)) {
            throw new OtherPolicy(policy, inEffect);
        }
    }

    private void setHead(long head) throws SQLException {
        if (db.dialect().shared()) {
            db.first(db.dialect().setHead(), rs -> 0, head);
        } else {
            db.run(db.dialect().setHead(), head);
        }
    }

    private void log(List<Op> ops, long base) throws SQLException {
        long seq = base;
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Op op : ops) {
            if (op instanceof Op.Put p) {
                seq++;
                Scope left = p.left();
                rows.add(new @Nullable Object[] {
                    seq, p.row().kind().wire(), p.row().id(), p.command(), left == null ? null : left.encode()
                });
            }
        }
        Sql.LOG.later(db, rows);
    }

    /// Of several states of a row only the last. A row the database had not is only created, never written over:
    /// should another node have created it meanwhile, the whole group fails and is run again.
    private void puts(Map<UUID, Op.Put> last, Map<UUID, Long> positions, long base) throws SQLException {
        for (boolean created : new boolean[] {true, false}) {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (Op.Put p : last.values()) {
                if (p.created() == created) {
                    rows.add(columns(p.row(), base + positions.getOrDefault(p.row().id(), 0L)));
                }
            }
            (created ? Sql.CREATE : Sql.PUT).later(db, rows);
        }
    }

    private static @Nullable Object[] columns(Row r, long seq) {
        Row.Facts f = r.facts();
        return new @Nullable Object[] {
                r.kind().wire(), r.id(), seq, r.grade(), r.about(), r.scope().channel(),
                r.scope().district(), r.scope().flags(), r.body(), f.holder(), f.fencing(), f.since(), f.due(),
                f.category(), f.received(), f.lat(), f.lon()
        };
    }

    private void settlements(List<Op> ops, long base) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Op op : ops) {
            if (op instanceof Op.Settle s) {
                Settlement a = Tx.numbered(s.answer(), base);
                rows.add(new @Nullable Object[] {a.id(), s.console(), a.number(), Json.write(a)});
            }
        }
        Sql.SETTLE.later(db, rows);
    }

    /// Kind by kind, so that each makes one batch; within a kind in the order staged.
    private void unnumbered(List<Op> ops) throws SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        Map<UUID, Long> consoles = new TreeMap<>();
        List<@Nullable Object[]> audit = new ArrayList<>();
        for (Op op : ops) {
            switch (op) {
                case Op.Audit(Tx.AuditLine a) -> audit.add(columns(a));
                case Op.CaseNumber n -> numbers.put(n.prefix(), n.last());
                case Op.Settle s -> consoles.merge(s.console(), s.answer().number(), Math::max);
                default -> {}
            }
        }
        Sql.AUDIT.later(db, audit);
        Sql.SET_LAST_NUMBER.later(
                db, consoles.entrySet().stream().map(c -> new @Nullable Object[] {c.getKey(), c.getValue()}).toList());
        for (Map.Entry<String, Long> n : numbers.entrySet()) {
            db.later(Sql.SET_LAST_CASE, n.getKey(), n.getValue());
        }
        for (Op op : ops) {
            other(op);
        }
    }

    private static @Nullable Object[] columns(Tx.AuditLine a) {
        return new @Nullable Object[] {
                a.command(), a.console(), a.actor(), a.at(), a.receivedAt(), a.type(),
                String.join(" ", a.touches().stream().map(UUID::toString).toList()), a.outcome()
        };
    }

    private void other(Op op) throws SQLException {
        switch (op) {
            case Op.Put _, Op.CaseNumber _, Op.Settle _, Op.Audit _, Op.InEffect _ -> {}
            case Op.SetAside(Tx.Aside a) ->
                db.later(Sql.ASIDE, a.at(), a.channel(), a.sourceId(), a.reason(), a.line());
            case Op.OpenSession(Tx.SessionRow r) ->
                db.later(Sql.OPEN_SESSION, r.tokenHash(), r.operator(), r.console(), r.createdAt());
            case Op.EndSession e -> db.later(Sql.END_SESSION, e.at(), e.tokenHash());
            case Op.Shown s -> db.later(Sql.SET_PROJECTION, s.console(), s.digest());
            case Op.Queue q ->
                db.later(Sql.QUEUE, q.id(), q.channel(), q.sourceId(), q.message(), q.ends(), q.notBefore());
            case Op.Unqueue u -> db.later(Sql.UNQUEUE, u.message());
            case Op.NameFile f -> db.later(f.restricted() ? Sql.RESTRICT_BLOB : Sql.NAME_BLOB, f.sha256());
            case Op.HandedOut h -> db.later(Sql.HANDED, h.channel(), h.upTo());
            case Op.Postpone p -> db.later(Sql.POSTPONE, p.until(), p.caseId());
        }
    }
}
