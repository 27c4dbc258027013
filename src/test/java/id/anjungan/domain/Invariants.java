package id.anjungan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What must be true of every state that can be reached, and of every step between two.
final class Invariants {
    /// Every text an actor gives in a property test contains this, so that it can be looked for where it must not be.
    static final String PERSONAL = "PRIBADI";

    private Invariants() {}

    /// Every state on its own.
    static void state(Map<UUID, Entity> all) {
        all.values().forEach(e -> state(all, e));
    }

    /// One entity among all.
    static void state(Map<UUID, Entity> all, Entity entity) {
        switch (entity) {
            case Case c -> {
                state(c);
                c.links().stream()
                        .filter(l -> l.kind() == Link.Kind.INCIDENT)
                        .forEach(l -> counted(all, all.get(l.target())));
                merged(all, c);
            }
            case Chat c -> state(c);
            case Alarm a -> assertThat(a.acknowledgedBy() == null).isEqualTo(a.acknowledgedAt() == null);
            case Incident i -> counted(all, i);
            case Person _, Message _, Entry _, WallPlan _ -> {}
        }
        if (!(entity instanceof Person) && !(entity instanceof Message)) {
            assertThat(entity.toString()).as("personal values live in persons and messages").doesNotContain(PERSONAL);
        }
    }

    /// What repeats a case and the case it repeats know of each other, and nothing is merged in a chain.
    private static void merged(Map<UUID, Entity> all, Case c) {
        c.main().ifPresent(m -> {
            assertThat(((Case) Objects.requireNonNull(all.get(m))).duplicates()).contains(c.id());
            assertThat(c.duplicates()).as("no chains: %s", c).isEmpty();
        });
        for (UUID d : c.duplicates()) {
            assertThat(((Case) Objects.requireNonNull(all.get(d))).main()).contains(c.id());
        }
    }

    private static void counted(Map<UUID, Entity> all, @Nullable Entity target) {
        assertThat(target).as("a link points at something").isInstanceOf(Incident.class);
        Incident incident = (Incident) Objects.requireNonNull(target);
        assertThat(linked(all, incident.id())).as("cases of %s", incident).isEqualTo(incident.cases());
    }

    private static long linked(Map<UUID, Entity> all, UUID incident) {
        return all.values().stream()
                .filter(e -> e instanceof Case c
                        && c.links().stream()
                                .anyMatch(l -> l.kind() == Link.Kind.INCIDENT
                                        && l.target().equals(incident)))
                .count();
    }

    private static void state(Case c) {
        assertThat(c.open()).as("open means no outcome: %s", c).isEqualTo(c.outcome() == null);
        assertThat(c.open()).as("open means not closed: %s", c).isEqualTo(c.closedAt() == null);
        Claim claim = c.claim();
        if (!c.open()) {
            assertThat(claim).as("no claim survives closing: %s", c).isNull();
            assertThat(c.clocks()).as("no clock survives closing").allMatch(k -> k.stopped() != null);
        }
        if (claim != null) {
            assertThat(claim.fencing()).as("the claim is the latest: %s", c).isEqualTo(c.fencing());
        }
        c.clocks().forEach(Invariants::state);
        assertThat(c.clocks().stream().map(Clock::rule)).as("one clock a rule").doesNotHaveDuplicates();
        if (c.state() == CaseState.ON_HOLD) {
            assertThat(c.clocks().stream().filter(Clock::paused).map(Clock::pauseReason)).doesNotContainNull();
        } else {
            assertThat(c.clocks()).as("clocks stand still on hold only: %s", c).noneMatch(Clock::paused);
        }
        if (c.acknowledgedAt() != null) {
            assertThat(c.clocks()).as("seen, so not waiting to be seen").noneMatch(k -> k.running()
                    && k.rule().equals("seen"));
        }
    }

    private static void state(Clock k) {
        boolean stopped = k.stopped() != null;
        int ways = (stopped ? 1 : 0) + (k.paused() ? 1 : 0) + (k.running() ? 1 : 0);
        assertThat(ways).as("stopped, paused or running: %s", k).isEqualTo(1);
        assertThat(k.paused()).as("%s", k).isEqualTo(k.pausedAt() != null);
        assertThat(k.paused()).as("%s", k).isEqualTo(k.pauseReason() != null);
        assertThat(k.remaining() == null || !k.running()).as("%s", k).isTrue();
        assertThat(k.remaining() == null || !k.remaining().isNegative()).as("%s", k).isTrue();
        assertThat(k.breachedAt() == null || k.breachedAt().equals(k.due())).as("%s", k).isTrue();
        if (stopped && k.breachedAt() != null) {
            assertThat(k.stopped()).as("missed, so stopped late: %s", k).isAfter(k.due());
        }
        assertThat(k.due().isBefore(k.started())).as("%s", k).isFalse();
    }

    private static void state(Chat c) {
        assertThat(c.state() == Chat.State.ENDED).as("%s", c).isEqualTo(c.endedAt() != null);
        assertThat(c.state() == Chat.State.ACTIVE).as("active means held: %s", c).isEqualTo(c.claim() != null);
        Claim claim = c.claim();
        if (claim != null) {
            assertThat(claim.fencing()).as("%s", c).isEqualTo(c.fencing());
        }
    }

    /// One accepted command, from before to after.
    static void step(Map<UUID, Entity> before, List<Change> changes, Context ctx) {
        Set<UUID> touched = new HashSet<>();
        List<Entity> next = changes.stream().map(c -> ((Change.Put) c).entity()).toList();
        Set<UUID> told =
                next.stream().filter(Entry.class::isInstance).map(e -> ((Entry) e).about()).collect(Collectors.toSet());
        for (Entity e : next) {
            assertThat(touched.add(e.id())).as("one change an entity").isTrue();
            Entity was = before.get(e.id());
            if (e instanceof Entry || (e instanceof Person && was != null)) {
                assertThat(was).as("entries are only ever added: %s", e).isNull();
            }
            switch (e) {
                case Case c -> step((Case) was, c, told, ctx);
                case Chat c when was instanceof Chat old ->
                    assertThat(c.fencing()).isGreaterThanOrEqualTo(old.fencing());
                case Alarm a when was instanceof Alarm old -> step(old, a);
                case Message m when was instanceof Message old -> {
                    assertThat(m.withDelivery(old.delivery()).withAttachments(old.attachments()))
                            .as("words never change").isEqualTo(old);
                    old.attachments().forEach(a -> assertThat(m.attachments())
                            .as("no file is lost, and none comes back for those who lost it")
                            .anyMatch(n -> n.sha256().equals(a.sha256()) && (n.restricted() || !a.restricted())));
                }
                default -> {}
            }
        }
    }

    private static void step(@Nullable Case was, Case c, Set<UUID> told, Context ctx) {
        assertThat(told).as("every change of a case is on its timeline: %s", c).contains(c.id());
        if (was == null) {
            assertThat(c.version()).isEqualTo(1);
            return;
        }
        assertThat(c.version()).isEqualTo(was.version() + 1);
        assertThat(c.updatedAt()).isEqualTo(ctx.receivedAt());
        assertThat(c.fencing()).isGreaterThanOrEqualTo(was.fencing());
        assertThat(c.level()).isGreaterThanOrEqualTo(was.level());
        Instant seen = was.acknowledgedAt();
        assertThat(seen == null || seen.equals(c.acknowledgedAt())).as("seen once is seen").isTrue();
        assertThat(c.privacy().coversAllOf(was.privacy()) || ctx.actor().may(Right.LOWER_PRIVACY))
                .as("shown again only by right")
                .isTrue();
        if (!Objects.equals(was.claim(), c.claim()) && c.claim() != null) {
            assertThat(c.claim().fencing()).as("every claim has a new number").isGreaterThan(was.fencing());
        }
        assertThat(c.dispositions().size()).isGreaterThanOrEqualTo(was.dispositions().size());
        for (Clock k : was.clocks()) {
            Clock now = c.clocks().stream()
                    .filter(n -> n.rule().equals(k.rule()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("a clock never disappears: " + k));
            if (!now.due().equals(k.due())) {
                assertThat(k.running()).as("a running deadline never moves: %s to %s", k, now).isFalse();
            }
            assertThat(now.started()).isEqualTo(k.started());
        }
    }

    private static void step(Alarm was, Alarm a) {
        if (was.acknowledgedAt() != null && a.acknowledgedAt() == null) {
            assertThat(a.raisedAt()).as("unheard again only when raised again").isAfterOrEqualTo(was.raisedAt());
            assertThat(was.clearedAt() != null || was.kind() == Alarm.Kind.SYSTEM).isTrue();
        } else if (was.acknowledgedAt() != null) {
            assertThat(a.acknowledgedAt()).isEqualTo(was.acknowledgedAt());
            assertThat(a.acknowledgedBy()).isEqualTo(was.acknowledgedBy());
        }
    }
}
