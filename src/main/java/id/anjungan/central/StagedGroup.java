package id.anjungan.central;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Attachment;
import id.anjungan.domain.Case;
import id.anjungan.domain.Change;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Incident;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.domain.Policy;
import id.anjungan.domain.WallPlan;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.Settlement;
import java.time.Duration;
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
import org.jspecify.annotations.Nullable;

/// A group's writes, staged in memory over what the database holds, so that a failed piece of work is forgotten
/// without touching its neighbours, and numbers are taken as the very last step. Independent of the database: a
/// store gives it `Reads` and carries out its `ops`. One thread.
final class StagedGroup implements Tx {
    private static final int NUMBER_DIGITS = 4;

    private final Reads reads;
    private final Facts facts;
    private final List<Op> ops = new ArrayList<>();
    private final Map<UUID, Row> staged = new HashMap<>();
    private final Map<UUID, Optional<Row>> loaded = new HashMap<>();
    private final Map<UUID, Optional<Entity>> entities = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<UUID, Settlement> settled = new HashMap<>();
    private final Map<CentralStore.Lease, Boolean> leases = new HashMap<>();
    private int position;

    StagedGroup(Reads reads, Policy policy) {
        this.reads = reads;
        this.facts = new Facts(policy);
    }

    /// What a store must answer inside the transaction.
    interface Reads {
        /// Names what will be read, so that it can be fetched and locked at once.
        void expect(List<Touch> touches);

        Optional<Row> row(UUID id);

        List<Row> about(UUID id);

        long lastOf(String prefix);

        Optional<Settlement> settled(UUID command);

        Optional<UUID> usedFor(UUID console, long number);

        long lastNumber(UUID console);

        int releaseOutbound(Instant now);

        List<UUID> reached(String channel, long upTo);

        boolean stands(CentralStore.Lease lease);
    }

    List<Op> ops() {
        return ops;
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public int mark() {
        return ops.size();
    }

    @Override
    public void rollback(int mark) {
        if (mark == ops.size()) {
            return;
        }
        List<Op> kept = List.copyOf(ops.subList(0, mark));
        ops.clear();
        staged.clear();
        entities.clear();
        numbers.clear();
        settled.clear();
        position = 0;
        kept.forEach(this::stage);
    }

    private void stage(Op op) {
        ops.add(op);
        switch (op) {
            case Op.Put p -> {
                staged.put(p.row().id(), p.row());
                position++;
            }
            case Op.CaseNumber n -> numbers.put(n.prefix(), n.last());
            case Op.Settle s -> settled.put(s.answer().id(), s.answer());
            default -> {}
        }
    }

    @Override
    public Optional<Entity> find(UUID id) {
        return entities.computeIfAbsent(id, k -> {
            Row row = row(k);
            return row == null || row.kind() == Kind.PROFILE
                    ? Optional.empty()
                    : Optional.of(Json.readEntity(row.kind(), row.body()));
        });
    }

    private @Nullable Row row(UUID id) {
        Row s = staged.get(id);
        return s != null ? s : loaded.computeIfAbsent(id, reads::row).orElse(null);
    }

    /// Whether the database was asked for a row and had none.
    private boolean absent(UUID id) {
        Optional<Row> known = loaded.get(id);
        return known != null && known.isEmpty();
    }

    @Override
    public void expect(List<Touch> touches) {
        reads.expect(touches);
    }

    @Override
    public void apply(UUID command, List<Change> changes) {
        Map<UUID, Entity> now = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.Put(Entity e)) {
                now.put(e.id(), e);
            }
        }
        for (Change change : changes) {
            if (change instanceof Change.Put(Entity e)) {
                put(command, e, now);
            }
        }
    }

    private void put(UUID command, Entity e, Map<UUID, Entity> now) {
        UUID about = aboutOf(e, now);
        Scope scope = scopeOf(e, about, now);
        Row before = before(e);
        Entity was = e instanceof Case && before != null ? find(e.id()).orElse(null) : null;
        Scope left = before == null || before.scope().equals(scope) ? null : before.scope();
        Kind kind = Kind.of(e);
        Row row = new Row(
                kind, e.id(), 0, Row.grade(kind, Facts.open(e)), about, scope, Json.write(e), facts.of(e));
        stage(new Op.Put(row, left, command, absent(e.id())));
        entities.put(e.id(), Optional.of(e));
        outbound(e, now);
        files(e);
        if (left != null && (e instanceof Case || e instanceof Chat)) {
            moveDetails(e.id(), scope, command);
        }
        if (e instanceof Case c && comesBack(was, c)) {
            sendAgain(c, command);
        }
    }

    /// The row before this change. A message or person that the decision has not looked at is new: its id was
    /// made by the decision, so there is nothing to ask the database for.
    private @Nullable Row before(Entity e) {
        return switch (e) {
            case Case _, Chat _, Alarm _, Incident _, WallPlan _ -> row(e.id());
            case Entry _, Message _, Person _ -> {
                Row s = staged.get(e.id());
                Optional<Row> known = loaded.get(e.id());
                yield s != null || known == null ? s : known.orElse(null);
            }
        };
    }

    /// What belongs to a case goes with it when it changes scope: same body, new number.
    private void moveDetails(UUID of, Scope scope, UUID command) {
        Set<UUID> ids = new HashSet<>();
        reads.about(of).forEach(r -> ids.add(r.id()));
        staged.values().stream().filter(r -> of.equals(r.about())).forEach(r -> ids.add(r.id()));
        for (UUID id : ids) {
            Row was = row(id);
            if (was != null && !was.scope().equals(scope)) {
                Row moved = new Row(
                        was.kind(), id, 0, was.grade(), was.about(), scope, was.body(), was.facts());
                stage(new Op.Put(moved, was.scope(), command, absent(id)));
            }
        }
    }

    /// Desks let go of cases some time after they were closed, never sooner than this.
    private static final Duration HELD_FOR_SURE = Duration.ofDays(1);

    private static boolean comesBack(@Nullable Entity was, Case now) {
        Instant closed = was instanceof Case c && !c.open() ? c.closedAt() : null;
        return closed != null && now.open() && closed.plus(HELD_FOR_SURE).isBefore(now.updatedAt());
    }

    /// A desk that has let go of a case gets all that is about it with the case when it is opened again: same bodies,
    /// new numbers.
    private void sendAgain(Case c, UUID command) {
        Set<UUID> ids = new TreeSet<>(List.of(c.person()));
        reads.about(c.id()).forEach(r -> ids.add(r.id()));
        ids.removeAll(staged.keySet());
        for (UUID id : ids) {
            Row r = row(id);
            if (r != null) {
                stage(new Op.Put(r, null, command, false));
            }
        }
    }

    private @Nullable UUID aboutOf(Entity e, Map<UUID, Entity> now) {
        return switch (e) {
            case Message m -> m.about();
            case Entry x -> x.about();
            case Alarm a -> a.caseId();
            case Person p -> ownerOf(p.id(), now);
            case Case _, Chat _, Incident _, WallPlan _ -> null;
        };
    }

    /// The case or chat a person came with; known from the decision that brought both, afterwards from the row.
    private @Nullable UUID ownerOf(UUID person, Map<UUID, Entity> now) {
        for (Entity e : now.values()) {
            if ((e instanceof Case c && c.person().equals(person)) || (e instanceof Chat h && h.person().equals(person))) {
                return e.id();
            }
        }
        Row row = row(person);
        return row == null ? null : row.about();
    }

    private Scope scopeOf(Entity e, @Nullable UUID about, Map<UUID, Entity> now) {
        return switch (e) {
            case Case c ->
                new Scope(c.channel(), c.location().district(), c.privacy().sensitive(), c.privacy().anonymous(), false);
            case Chat c -> new Scope(c.channel(), c.location().district(), false, false, false);
            case Incident i ->
                new Scope(null, i.location().district(), facts.sensitive(i.category()), false, false);
            case Message _, Entry _, Alarm _, Person _ -> ofOwner(about, now);
            case WallPlan _ -> Scope.EVERYONE;
        };
    }

    private Scope ofOwner(@Nullable UUID about, Map<UUID, Entity> now) {
        if (about == null) {
            return Scope.EVERYONE;
        }
        Entity owner = now.get(about);
        if (owner instanceof Case || owner instanceof Chat) {
            return scopeOf(owner, null, now);
        }
        Row row = row(about);
        return row == null ? Scope.EVERYONE : row.scope();
    }

    /// Files that a message names are kept, and those it restricts are restricted wherever else they are named.
    private void files(Entity e) {
        if (e instanceof Message m) {
            for (Attachment a : m.attachments()) {
                if (a.kept()) {
                    stage(new Op.NameFile(a.sha256(), false));
                }
                if (a.kept() && a.restricted()) {
                    stage(new Op.NameFile(a.sha256(), true));
                }
            }
        }
    }

    /// Keeps the delivery outbox in step with the messages.
    private void outbound(Entity e, Map<UUID, Entity> now) {
        if (e instanceof Message m && m.kind() == Message.Kind.OUTBOUND) {
            boolean waits = m.delivery() == Message.Delivery.WAITING;
            @Nullable Conversation to = waits ? conversation(m.about(), now) : null;
            if (to != null) {
                Instant hold = m.holdUntil();
                stage(new Op.Queue(m.id(), to.channel, to.sourceId, m.id(), false, hold == null ? Instant.EPOCH : hold));
            } else if (!waits) {
                stage(new Op.Unqueue(m.id()));
            }
        } else if (e instanceof Entry x && x.code().equals("chat-ended") && "operator".equals(x.args().get("by"))) {
            @Nullable Conversation to = conversation(x.about(), now);
            if (to != null) {
                stage(new Op.Queue(x.id(), to.channel, to.sourceId, null, true, Instant.EPOCH));
            }
        }
    }

    private record Conversation(String channel, String sourceId) {}

    private @Nullable Conversation conversation(UUID about, Map<UUID, Entity> now) {
        @Nullable Entity e = now.containsKey(about) ? now.get(about) : find(about).orElse(null);
        return switch (e) {
            case Case c -> new Conversation(c.channel(), c.sourceId());
            case Chat c -> new Conversation(c.channel(), c.sourceId());
            case null, default -> null;
        };
    }

    @Override
    public void putProfile(UUID id, String document, UUID command) {
        Row before = row(id);
        boolean same = before != null && before.body().equals(document);
        if (before == null || (!same && !ProfileVersion.newer(before.body(), document))) {
            Row row = new Row(
                    Kind.PROFILE, id, 0, Row.grade(Kind.PROFILE, true), null, Scope.EVERYONE, document, Row.Facts.NONE);
            stage(new Op.Put(row, null, command, absent(id)));
            stage(new Op.InEffect());
        } else if (same) {
            stage(new Op.InEffect());
        }
    }

    @Override
    public String nextNumber(String prefix) {
        long last = numbers.computeIfAbsent(prefix, reads::lastOf) + 1;
        stage(new Op.CaseNumber(prefix, last));
        String digits = Long.toString(last);
        return prefix + "-" + "0".repeat(Math.max(0, NUMBER_DIGITS - digits.length())) + digits;
    }

    @Override
    public Optional<Settlement> settled(UUID command) {
        Settlement s = settled.get(command);
        return s != null ? Optional.of(s) : reads.settled(command);
    }

    @Override
    public Optional<UUID> usedFor(UUID console, long number) {
        for (Op op : ops) {
            if (op instanceof Op.Settle s && s.console().equals(console) && s.answer().number() == number) {
                return Optional.of(s.answer().id());
            }
        }
        return reads.usedFor(console, number);
    }

    @Override
    public long lastNumber(UUID console) {
        long last = reads.lastNumber(console);
        for (Op op : ops) {
            if (op instanceof Op.Settle s && s.console().equals(console)) {
                last = Math.max(last, s.answer().number());
            }
        }
        return last;
    }

    @Override
    public void settle(UUID console, Settlement answer, boolean effect) {
        stage(new Op.Settle(
                console,
                new Settlement(
                        answer.id(), answer.number(), answer.status(), effect ? -position : 0, answer.code(),
                        answer.args())));
    }

    @Override
    public void audit(AuditLine line) {
        stage(new Op.Audit(line));
    }

    @Override
    public void setAside(Aside aside) {
        stage(new Op.SetAside(aside));
    }

    @Override
    public void session(SessionRow row) {
        stage(new Op.OpenSession(row));
    }

    @Override
    public void endSession(String tokenHash, Instant at) {
        stage(new Op.EndSession(tokenHash, at));
    }

    @Override
    public void projection(UUID console, String digest) {
        stage(new Op.Shown(console, digest));
    }

    @Override
    public int releaseOutbound(Instant now) {
        return reads.releaseOutbound(now);
    }

    @Override
    public void handedOut(String channel, long upTo) {
        stage(new Op.HandedOut(channel, upTo));
    }

    @Override
    public List<UUID> reached(String channel, long upTo) {
        return reads.reached(channel, upTo);
    }

    @Override
    public boolean stands(CentralStore.Lease lease) {
        return leases.computeIfAbsent(lease, reads::stands);
    }

    @Override
    public void postpone(UUID caseId, Instant until) {
        stage(new Op.Postpone(caseId, until));
    }
}
