package id.anjungan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Decision.Accepted;
import id.anjungan.domain.Decision.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever several operators, a lead and the server do in whatever order, with whatever delay.
class DecidePropertyTest {
    private static final int DEEDS = 150;

    @Property(tries = 200)
    void no_reachable_state_breaks_an_invariant(@ForAll long seed) {
        Town town = new Town();
        Deeds deeds = new Deeds(seed, town);
        for (int i = 0; i < DEEDS; i++) {
            Deeds.Deed deed = deeds.next(town.policy);
            Map<UUID, Entity> before = new LinkedHashMap<>(town.all);
            Decision decision = town.give(deed.command(), deed.context());
            if (decision instanceof Accepted(List<Change> changes)) {
                Invariants.step(before, changes, deed.context());
                changes.forEach(c -> Invariants.state(town.all, ((Change.Put) c).entity()));
            }
        }
        Invariants.state(town.all);
    }

    /// The properties mean something only when what they make up reaches everything there is.
    @Example
    void the_deeds_made_up_here_meet_every_command_every_refusal_and_every_event() {
        Set<String> done = new HashSet<>();
        Set<Refusal> refused = EnumSet.noneOf(Refusal.class);
        Set<String> told = new HashSet<>();
        for (long seed = 0; seed < 800; seed++) {
            Town town = new Town();
            Deeds deeds = new Deeds(seed, town);
            for (int i = 0; i < DEEDS; i++) {
                Deeds.Deed deed = deeds.next(town.policy);
                switch (town.give(deed.command(), deed.context())) {
                    case Accepted(List<Change> changes) when !changes.isEmpty() ->
                        done.add(deed.command().getClass().getSimpleName());
                    case Accepted _ -> {}
                    case Refused r -> refused.add(r.code());
                }
            }
            town.every(Entry.class).map(Entry::code).forEach(told::add);
        }
        assertThat(done).containsAll(commands(Command.class).toList());
        assertThat(refused)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Refusal.INTERNAL, Refusal.TEXT_TOO_LONG, Refusal.TOO_MANY, Refusal.PERSONAL_VALUE)));
        assertThat(told)
                .contains("breached", "breach-withdrawn", "level-raised", "chat-reopened", "taken-over", "privacy",
                        "imported-closed", "answer-cancelled", "released-absent", "released-signed-out");
    }

    private static Stream<String> commands(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(DecidePropertyTest::commands)
                : Stream.of(kind.getSimpleName());
    }

    @Property(tries = 100)
    void the_same_view_command_and_context_always_give_the_same_answer(@ForAll long seed) {
        Town town = new Town();
        Deeds deeds = new Deeds(seed, town);
        for (int i = 0; i < DEEDS; i++) {
            Deeds.Deed deed = deeds.next(town.policy);
            Decision once = Decide.decide(View.of(town.all.values()), deed.command(), deed.context());
            assertThat(town.give(deed.command(), deed.context())).isEqualTo(once);
        }
    }

    @Property(tries = 100)
    void what_was_done_is_not_done_again_by_giving_it_again(@ForAll long seed) {
        Town town = new Town();
        Deeds deeds = new Deeds(seed, town);
        for (int i = 0; i < DEEDS; i++) {
            Deeds.Deed deed = deeds.next(town.policy);
            boolean intake = deed.command() instanceof Command.ReceiveItem
                    || (deed.command() instanceof Command.ReceiveChatLine)
                    || deed.command() instanceof Command.Tick
                    || deed.command() instanceof Command.DetectIncident;
            if (town.give(deed.command(), deed.context()) instanceof Accepted && intake) {
                assertThat(town.give(deed.command(), deed.context())).isEqualTo(new Accepted(List.of()));
            }
        }
    }

    /// A desk decides at once on what it has, provisionally; when the server's answers have come, it keeps those. Both
    /// were given the same, so they must have decided the same, and only called it provisional.
    @Property(tries = 100)
    void console_and_server_given_the_same_commands_agree(@ForAll long seed) {
        Town server = new Town();
        Town console = new Town(SmallCity.POLICY, true);
        Deeds deeds = new Deeds(seed, server);
        for (int i = 0; i < DEEDS; i++) {
            Deeds.Deed deed = deeds.next(server.policy);
            Decision settled = server.give(deed.command(), deed.context());
            Decision atOnce = console.give(deed.command(), deed.asProvisional().context());
            assertThat(atOnce.getClass()).isEqualTo(settled.getClass());
        }
        assertThat(settled(console.all)).isEqualTo(settled(server.all));
    }

    /// What is done offline is decided again on what the server has by then; a refusal there leaves nothing behind.
    @Property(tries = 100)
    void effective_is_base_and_pending_and_nothing_else(@ForAll long seed) {
        Town server = new Town();
        Deeds deeds = new Deeds(seed, server);
        List<Deeds.Deed> pending = new ArrayList<>();
        for (int i = 0; i < DEEDS; i++) {
            Deeds.Deed deed = deeds.next(server.policy);
            if (i % 3 == 0 && !(deed.command() instanceof Command.ByServer)) {
                pending.add(deed);
            } else {
                server.give(deed.command(), deed.context());
            }
        }
        Town console = new Town(SmallCity.POLICY, true);
        console.all.putAll(server.all);
        pending.forEach(d -> console.give(d.command(), d.asProvisional().context()));
        pending.forEach(d -> server.give(d.command(), d.context()));
        assertThat(settled(console.all)).isEqualTo(settled(server.all));
        Invariants.state(console.all);
    }

    private static Map<UUID, Entity> settled(Map<UUID, Entity> all) {
        Map<UUID, Entity> settled = new HashMap<>();
        all.forEach((id, e) -> settled.put(id, switch (e) {
            case Case c when c.claim() != null ->
                c.edit(c.updatedAt(), c.updatedAt()).claim(settled(c.claim())).build().withVersion(c.version());
            case Chat c when c.claim() != null -> c.with(c.state(), settled(c.claim()), c.fencing());
            case Alarm a ->
                new Alarm(
                        a.id(), a.key(), a.kind(), a.caseId(), a.priority(), a.level(), a.raisedAt(), a.clearedAt(),
                        a.acknowledgedBy(), a.acknowledgedAt(), false);
            default -> e;
        }));
        return settled;
    }

    private static Claim settled(Claim c) {
        return new Claim(c.operator(), c.fencing(), c.since(), false);
    }

    /// The ticker sleeps until the next tick: one moment earlier nothing would have happened, and then it does.
    @Property(tries = 200)
    void the_next_tick_never_lies(@ForAll long seed) {
        Town town = new Town();
        Deeds deeds = new Deeds(seed, town);
        for (int i = 0; i < 60; i++) {
            Deeds.Deed deed = deeds.next(town.policy);
            town.give(deed.command(), deed.context());
        }
        town.every(Case.class).toList().forEach(c -> follow(town, c.id(), c.updatedAt()));
    }

    private static void follow(Town town, UUID id, Instant since) {
        town.now = since;
        town.ok(SmallCity.TICKER, new Command.Tick(id));
        Optional<Instant> next = TickRules.nextTick(town.aduan(id), town.policy);
        for (int n = 0; next.isPresent(); n++) {
            assertThat(n).as("time alone ends").isLessThan(50);
            assertThat(next.get()).isAfter(town.now);
            town.now = next.get().minusMillis(1);
            assertThat(town.ok(SmallCity.TICKER, new Command.Tick(id))).isEmpty();
            town.now = next.get();
            assertThat(town.ok(SmallCity.TICKER, new Command.Tick(id))).isNotEmpty();
            next = TickRules.nextTick(town.aduan(id), town.policy);
        }
        town.now = town.now.plusSeconds(100_000_000);
        assertThat(town.ok(SmallCity.TICKER, new Command.Tick(id))).isEmpty();
    }
}
