package id.anjungan.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One decision while it is being made: what the rules read, the guards they share, and the changes so far.
/// A later change of the same entity replaces the earlier one, and is read back by the rules that follow.
final class Deciding {
    static final int TEXT_LIMIT = 20_000;

    private final View view;
    final Context ctx;
    private final Map<UUID, Change> changes = new LinkedHashMap<>();
    private int made;

    Deciding(View view, Context ctx) {
        this.view = view;
        this.ctx = ctx;
    }

    List<Change> changes() {
        return new ArrayList<>(changes.values());
    }

    Instant at() {
        return ctx.at();
    }

    Instant receivedAt() {
        return ctx.receivedAt();
    }

    Policy policy() {
        return ctx.policy();
    }

    String actor() {
        return ctx.actor().id();
    }

    <T extends Entity> Optional<T> find(Class<T> kind, UUID id) {
        if (changes.get(id) instanceof Change.Put(Entity e)) {
            return Optional.of(e).filter(kind::isInstance).map(kind::cast);
        }
        return view.find(kind, id);
    }

    /// However many steps a decision takes, a case's version grows by one.
    void put(Entity entity) {
        Entity next = entity instanceof Case c
                ? c.withVersion(view.find(Case.class, c.id()).map(Case::version).orElse(0L) + 1)
                : entity;
        changes.put(next.id(), new Change.Put(next));
    }

    UUID nextId() {
        return Ids.ofCommand(ctx.commandId(), made++);
    }

    void entry(UUID about, String code, Map<String, String> args) {
        entry(about, code, args, null);
    }

    void entry(UUID about, String code, Map<String, String> args, @Nullable UUID message) {
        entry(nextId(), about, code, args, message);
    }

    void entry(UUID id, UUID about, String code, Map<String, String> args, @Nullable UUID message) {
        put(new Entry(
                id, about, code, args, actor(), at(), receivedAt(), ctx.recordedOffline(), message));
    }

    void need(Right right) {
        if (!ctx.actor().may(right)) {
            throw new Refusing(Refusal.NO_RIGHT, Map.of("right", right.name()));
        }
    }

    /// The case, within the actor's scope.
    Case caseOf(UUID id) {
        Case c = find(Case.class, id).orElseThrow(() -> notFound(id));
        inScope(c.channel(), c.location());
        return c;
    }

    void inScope(String channel, Location location) {
        if (!ctx.actor().covers(channel, location.district())) {
            throw new Refusing(Refusal.OUT_OF_SCOPE, Map.of("channel", channel));
        }
    }

    /// The case, open.
    Case openCase(UUID id) {
        Case c = caseOf(id);
        if (!c.open()) {
            throw new Refusing(Refusal.CLOSED, Map.of("state", c.state().name()));
        }
        return c;
    }

    /// The case, open, and not held by somebody else.
    Case writable(UUID id, long fencing) {
        Case c = openCase(id);
        guardClaim(c.claim(), c.fencing(), fencing);
        return c;
    }

    Chat chatOf(UUID id) {
        Chat c = find(Chat.class, id).orElseThrow(() -> notFound(id));
        inScope(c.channel(), c.location());
        if (c.state() == Chat.State.ENDED) {
            throw new Refusing(Refusal.CHAT_ENDED, Map.of());
        }
        return c;
    }

    /// Somebody else holding it refuses, unless the actor may override; an old fencing number always refuses,
    /// because what the actor saw is no longer so.
    void guardClaim(@Nullable Claim held, long current, long seen) {
        if (held != null && !held.operator().equals(actor()) && !ctx.actor().may(Right.OVERRIDE)) {
            throw new Refusing(seen < current ? Refusal.STALE_CLAIM : Refusal.CLAIMED_BY_OTHER, holder(held));
        }
        if (seen < current) {
            throw new Refusing(Refusal.STALE_CLAIM, held == null ? Map.of() : holder(held));
        }
    }

    static Map<String, String> holder(Claim held) {
        return Map.of("by", held.operator(), "since", held.since().toString());
    }

    String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Refusing(Refusal.TEXT_MISSING, Map.of("field", field));
        }
        return within(field, value.strip());
    }

    /// The text trimmed, or null when there is none to speak of.
    @Nullable String optionalText(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : within(field, value.strip());
    }

    private static String within(String field, String value) {
        if (value.length() > TEXT_LIMIT) {
            throw new Refusing(Refusal.TEXT_TOO_LONG, Map.of("field", field, "limit", Integer.toString(TEXT_LIMIT)));
        }
        return value;
    }

    /// A note for colleagues on a case or chat; its id.
    UUID note(UUID about, String text) {
        UUID id = nextId();
        put(new Message(
                id, about, Message.Kind.NOTE, actor(), at(), text, List.of(), Message.Delivery.NONE, null));
        return id;
    }

    Refusing notFound(UUID id) {
        return new Refusing(Refusal.NOT_FOUND, Map.of("id", id.toString()));
    }

    Refusing unknown(String what, String code) {
        return new Refusing(Refusal.UNKNOWN_CODE, Map.of("what", what, "code", code));
    }
}
