package id.anjungan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Decision.Accepted;
import id.anjungan.domain.Decision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All entities of a small city and a hand to act on them, with a time that moves only when told to.
final class Town implements View {
    final Map<UUID, Entity> all = new LinkedHashMap<>();
    final Policy policy;
    private final boolean provisional;
    Instant now = SmallCity.NINE;
    private int commands;

    Town() {
        this(SmallCity.POLICY, false);
    }

    Town(Policy policy, boolean provisional) {
        this.policy = policy;
        this.provisional = provisional;
    }

    @Override
    public Optional<Entity> find(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Decision give(Actor actor, Command command) {
        return give(actor, command, now);
    }

    /// Given by an actor who did it at `at`, received now.
    Decision give(Actor actor, Command command, Instant at) {
        return give(command, new Context(actor, policy, at, now, nextCommand(), provisional));
    }

    Decision give(Command command, Context context) {
        Decision decision = Decide.decide(this, command, context);
        if (decision instanceof Accepted(List<Change> changes)) {
            changes.forEach(this::apply);
        }
        return decision;
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Put(Entity e) -> all.put(e.id(), e);
        }
    }

    UUID nextCommand() {
        return Ids.of("test-command", Integer.toString(commands++));
    }

    /// What the command changed; fails when it was refused.
    List<Change> ok(Actor actor, Command command) {
        return changes(give(actor, command));
    }

    List<Change> ok(Actor actor, Command command, Instant at) {
        return changes(give(actor, command, at));
    }

    private static List<Change> changes(Decision decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted) decision).changes();
    }

    /// Why the command was not done; fails when it was, or when it changed something all the same.
    Refused no(Actor actor, Command command) {
        Map<UUID, Entity> before = Map.copyOf(all);
        Decision decision = give(actor, command);
        assertThat(decision).isInstanceOf(Refused.class);
        assertThat(all).isEqualTo(before);
        return (Refused) decision;
    }

    UUID report(String channel, String source, String category) {
        ReceivedItem item = item(channel, source, category);
        ok(SmallCity.TICKER, item.command());
        return item.command().caseId();
    }

    UUID report(String category) {
        return report("sp4n", "n" + commands, category);
    }

    /// An item still to be delivered, with its id.
    record ReceivedItem(Command.ReceiveItem command) {
        ReceivedItem closed(Outcome outcome, @Nullable Instant when) {
            Command.ReceiveItem c = command;
            return new ReceivedItem(new Command.ReceiveItem(
                    c.caseId(), c.number(), c.channel(), c.sourceId(), c.person(), c.category(), c.priority(),
                    c.privacy(), c.location(), c.reportedAt(), c.text(), c.attachments(), outcome, when));
        }

        ReceivedItem privacy(Privacy privacy) {
            Command.ReceiveItem c = command;
            return new ReceivedItem(new Command.ReceiveItem(
                    c.caseId(), c.number(), c.channel(), c.sourceId(), c.person(), c.category(), c.priority(),
                    privacy, c.location(), c.reportedAt(), c.text(), c.attachments(), c.alreadyClosed(), c.closedAt()));
        }
    }

    ReceivedItem item(String channel, String source, String category) {
        return new ReceivedItem(new Command.ReceiveItem(
                Ids.ofItem(channel, source), channel + "-" + source, channel, source, person(source), category, null,
                Privacy.OPEN, Location.of(-7.25, 112.75), now, "a hole in the road", List.of(), null,
                null));
    }

    static Person person(String source) {
        return new Person(Ids.of("person", source), "Siti " + source, "0812", null, null, false);
    }

    UUID chatLine(String source, String line, String text, boolean ends) {
        UUID id = Ids.ofItem("wbs", source);
        ok(SmallCity.TICKER, line(source, line, text, ends));
        return id;
    }

    Command.ReceiveChatLine line(String source, String line, String text, boolean ends) {
        return new Command.ReceiveChatLine(
                Ids.ofItem("wbs", source), "W-" + source, "wbs", source, line, person(source), Location.UNKNOWN, now,
                text, ends);
    }

    Case aduan(UUID id) {
        return find(Case.class, id).orElseThrow();
    }

    Chat chat(UUID id) {
        return find(Chat.class, id).orElseThrow();
    }

    Clock clock(UUID id, String rule) {
        return aduan(id).clocks().stream()
                .filter(k -> k.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    <T extends Entity> Stream<T> every(Class<T> kind) {
        return all.values().stream().filter(kind::isInstance).map(kind::cast);
    }

    /// The timeline of a case or chat, as codes.
    List<String> timeline(UUID about) {
        return every(Entry.class)
                .filter(e -> e.about().equals(about))
                .map(Entry::code)
                .toList();
    }

    Optional<Alarm> alarm(UUID caseId, Alarm.Kind kind) {
        return every(Alarm.class)
                .filter(a -> caseId.equals(a.caseId()) && a.kind() == kind)
                .findFirst();
    }

    Message outbound(UUID about) {
        return every(Message.class)
                .filter(m -> m.about().equals(about) && m.kind() == Message.Kind.OUTBOUND)
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
