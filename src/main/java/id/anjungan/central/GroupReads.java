package id.anjungan.central;

import id.anjungan.protocol.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Reads inside a group's own transaction, on the writer's connection. With several nodes everything an entity's
/// decision rests on is locked: what was expected at once and in the order of ids, the rest when it is asked for.
/// One thread, one group.
final class GroupReads implements StagedGroup.Reads {
    private final Db db;
    private final Dialect dialect;
    private final Map<UUID, Optional<Row>> rows = new HashMap<>();
    private final Map<UUID, Optional<Settlement>> settled = new HashMap<>();
    private final Map<Used, Optional<UUID>> used = new HashMap<>();
    private final Map<UUID, Long> last = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    private final Leases leases;

    /// Who knows whether a lease stands.
    interface Leases {
        boolean stands(Db db, CentralStore.Lease lease);
    }

    private record Used(UUID console, long number) {}

    GroupReads(Db db, Leases leases) {
        this.db = db;
        this.leases = leases;
        this.dialect = db.dialect();
    }

    @Override
    public void expect(List<Touch> touches) {
        if (!dialect.shared()) {
            return;
        }
        List<Db.Question> all = new ArrayList<>();
        entities(touches, all);
        prefixes(touches, all);
        commands(touches.stream().map(Touch::command).filter(c -> c != null).toList(), all);
        run(d -> {
            d.ask(all);
            return 0;
        });
    }

    private void entities(List<Touch> touches, List<Db.Question> all) {
        Set<UUID> ids = new HashSet<>();
        touches.forEach(t -> ids.addAll(t.entities()));
        if (ids.isEmpty()) {
            return;
        }
        ids.forEach(id -> rows.put(id, Optional.empty()));
        all.add(Db.Question.of(
                dialect.locking(Sql.EXPECTED),
                rs -> {
                    Row r = Sql.row(rs);
                    rows.put(r.id(), Optional.of(r));
                },
                (Object) bytes(ids)));
    }

    /// In the order of their names; they stay locked until the group ends, so no two nodes give the same number.
    private void prefixes(List<Touch> touches, List<Db.Question> all) {
        Set<String> names = new TreeSet<>();
        for (Touch t : touches) {
            String prefix = t.prefix();
            if (prefix != null) {
                names.add(prefix);
            }
        }
        if (!names.isEmpty()) {
            all.add(Db.Question.of(
                    dialect.locking(Sql.EXPECTED_PREFIXES), rs -> numbers.put(rs.getString(1), rs.getLong(2)),
                    (Object) names.toArray(String[]::new)));
        }
    }

    /// After the entities, in this order: what another node has settled meanwhile is seen once their locks are held.
    private void commands(List<Touch.Numbered> given, List<Db.Question> all) {
        if (given.isEmpty()) {
            return;
        }
        Set<UUID> consoles = new HashSet<>();
        Set<UUID> commands = new HashSet<>();
        for (Touch.Numbered n : given) {
            consoles.add(n.console());
            commands.add(n.command());
            used.put(new Used(n.console(), n.number()), Optional.empty());
        }
        consoles.forEach(c -> last.put(c, 0L));
        commands.forEach(c -> settled.put(c, Optional.empty()));
        all.add(Db.Question.of(
                Sql.EXPECTED_SETTLED,
                rs -> {
                    Settlement s = Sql.settlement(rs);
                    settled.put(s.id(), Optional.of(s));
                },
                (Object) bytes(commands)));
        all.add(Db.Question.of(
                Sql.EXPECTED_NUMBERS,
                rs -> used.put(new Used(Db.uuid(rs.getBytes(2)), rs.getLong(3)), Optional.of(Sql.id(rs))),
                bytes(given.stream().map(Touch.Numbered::console).toList()),
                given.stream().map(Touch.Numbered::number).toArray(Long[]::new)));
        all.add(Db.Question.of(
                Sql.EXPECTED_LAST, rs -> last.put(Sql.id(rs), rs.getLong(2)), (Object) bytes(consoles)));
    }

    private static byte[][] bytes(java.util.Collection<UUID> ids) {
        return ids.stream().map(Db::bytes).toArray(byte[][]::new);
    }

    @Override
    public Optional<Row> row(UUID id) {
        Optional<Row> expected = rows.get(id);
        return expected != null ? expected : run(d -> d.first(dialect.locking(Sql.ROW), Sql::row, id));
    }

    @Override
    public List<Row> about(UUID id) {
        return run(d -> d.list(dialect.locking(Sql.ABOUT), Sql::row, id));
    }

    @Override
    public long lastOf(String prefix) {
        Long expected = numbers.get(prefix);
        if (expected != null) {
            return expected;
        }
        return run(d -> {
            Optional<Long> known = d.first(dialect.locking(Sql.LAST_CASE), Sql::number, prefix);
            if (known.isPresent() || !dialect.shared()) {
                return known.orElse(0L);
            }
            d.run(Sql.FIRST_CASE, prefix);
            return d.first(dialect.locking(Sql.LAST_CASE), Sql::number, prefix).orElseThrow();
        });
    }

    @Override
    public Optional<Settlement> settled(UUID command) {
        Optional<Settlement> expected = settled.get(command);
        return expected != null ? expected : run(d -> d.first(Sql.SETTLED, Sql::settlement, command));
    }

    @Override
    public Optional<UUID> usedFor(UUID console, long number) {
        Optional<UUID> expected = used.get(new Used(console, number));
        return expected != null ? expected : run(d -> d.first(Sql.USED_FOR, Sql::id, console, number));
    }

    @Override
    public long lastNumber(UUID console) {
        Long expected = last.get(console);
        return expected != null
                ? expected
                : run(d -> d.first(Sql.LAST_NUMBER, Sql::number, console)).orElse(0L);
    }

    /// The counter is locked before looking, so that numbers grow in the order in which groups commit.
    @Override
    public int releaseOutbound(Instant now) {
        return run(d -> {
            long n = d.first(dialect.locking(Sql.OUTBOX_N), Sql::number).orElse(0L);
            List<UUID> ready = d.list(dialect.locking(Sql.RELEASABLE), Sql::id, now);
            for (UUID id : ready) {
                d.later(Sql.RELEASE, ++n, now, id);
            }
            if (!ready.isEmpty()) {
                d.run(Sql.SET_OUTBOX_N, n);
            }
            return ready.size();
        });
    }

    @Override
    public List<UUID> reached(String channel, long upTo) {
        return run(d -> {
            d.run(Sql.FORGET_ENDS, channel, upTo);
            return d.list(dialect.locking(Sql.REACHED), Sql::id, channel, upTo);
        });
    }

    @Override
    public boolean stands(CentralStore.Lease lease) {
        return leases.stands(db, lease);
    }

    private <T> T run(JdbcStore.Query<T> query) {
        return JdbcStore.ask(db, query);
    }
}
