package id.anjungan.central;

import id.anjungan.protocol.Settlement;
import java.sql.SQLException;
import java.time.Instant;
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
        run(d -> {
            entities(touches);
            prefixes(touches);
            commands(touches.stream().map(Touch::command).filter(c -> c != null).toList());
            return 0;
        });
    }

    private void entities(List<Touch> touches) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        touches.forEach(t -> ids.addAll(t.entities()));
        if (ids.isEmpty()) {
            return;
        }
        ids.forEach(id -> rows.put(id, Optional.empty()));
        for (Row r : db.list(dialect.locking(Sql.EXPECTED), Sql::row, (Object) bytes(ids))) {
            rows.put(r.id(), Optional.of(r));
        }
    }

    /// In the order of their names; they stay locked until the group ends, so no two nodes give the same number.
    private void prefixes(List<Touch> touches) throws SQLException {
        Set<String> names = new TreeSet<>();
        for (Touch t : touches) {
            String prefix = t.prefix();
            if (prefix != null) {
                names.add(prefix);
            }
        }
        if (names.isEmpty()) {
            return;
        }
        db.list(
                        dialect.locking(Sql.EXPECTED_PREFIXES),
                        rs -> Map.entry(rs.getString(1), rs.getLong(2)),
                        (Object) names.toArray(String[]::new))
                .forEach(e -> numbers.put(e.getKey(), e.getValue()));
    }

    private void commands(List<Touch.Numbered> all) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        Set<UUID> consoles = new HashSet<>();
        Set<UUID> commands = new HashSet<>();
        for (Touch.Numbered n : all) {
            consoles.add(n.console());
            commands.add(n.command());
            used.put(new Used(n.console(), n.number()), Optional.empty());
        }
        consoles.forEach(c -> last.put(c, 0L));
        commands.forEach(c -> settled.put(c, Optional.empty()));
        db.list(Sql.EXPECTED_SETTLED, Sql::settlement, (Object) bytes(commands))
                .forEach(s -> settled.put(s.id(), Optional.of(s)));
        db.list(
                        Sql.EXPECTED_NUMBERS,
                        rs -> Map.entry(new Used(Db.uuid(rs.getBytes(2)), rs.getLong(3)), Sql.id(rs)),
                        bytes(all.stream().map(Touch.Numbered::console).toList()),
                        all.stream().map(Touch.Numbered::number).toArray(Long[]::new))
                .forEach(e -> used.put(e.getKey(), Optional.of(e.getValue())));
        db.list(Sql.EXPECTED_LAST, rs -> Map.entry(Sql.id(rs), rs.getLong(2)), (Object) bytes(consoles))
                .forEach(e -> last.put(e.getKey(), e.getValue()));
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
