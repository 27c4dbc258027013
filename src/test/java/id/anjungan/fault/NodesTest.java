package id.anjungan.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.intake.IntakeItem;
import id.anjungan.kit.Connector;
import id.anjungan.kit.Console;
import id.anjungan.kit.Findings;
import id.anjungan.kit.Length;
import id.anjungan.kit.Made;
import id.anjungan.kit.NodesDatabase;
import id.anjungan.kit.Pause;
import id.anjungan.kit.Postgres;
import id.anjungan.kit.Rig;
import id.anjungan.kit.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes as processes on one PostgreSQL, with consoles on both: what only such a city can suffer.
@Timeout(900)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
@SuppressWarnings("NullAway.Init") // begun before all
class NodesTest {
    @TempDir
    static Path dir;

    private final Length length = Length.now();
    private Postgres postgres;
    private NodesDatabase database;
    private Rig rig;
    private int ticks;

    @BeforeAll
    void begin() {
        postgres = new Postgres();
        database = new NodesDatabase(postgres.address());
        rig = Rig.onPostgres(Length.seed(), dir, postgres.address(), 2).begin(12, "ayu", "bima");
        rig.awaitWork();
    }

    @AfterAll
    void end() {
        rig.close();
        postgres.close();
    }

    /// A database that was away is nobody's fault: it may not have made a refusal of any act.
    private void check(String after) {
        rig.check(after);
        assertThat(database.internalRefusals()).as("acts refused for the server's own troubles, after %s", after).isZero();
    }

    @Test
    void fault_03_postgres_is_stopped_at_once_while_both_nodes_write() {
        Runnable stop = rig.feed(50);
        for (int i = 0; i < length.pick(1, 5, 20); i++) {
            rig.workUntil(40, 20_000);
            Pause.millis(rig.dice().nextInt(200));
            postgres.stopAtOnce();
            rig.workUntil(20, 20_000);
            postgres.start();
        }
        rig.workUntil(40, 20_000);
        stop.run();
        check("fault 3, postgres");
    }

    @Test
    void fault_03_the_node_that_ticks_is_killed_and_the_other_ticks_once() {
        for (int i = 0; i < length.pick(1, 4, 20); i++) {
            aNodeDies(ticks++);
        }
        check("fault 3, ticking nodes");
    }

    @Test
    void fault_03_the_node_that_delivers_is_killed_and_the_other_hands_over_once() {
        assumeTrue(length != Length.SHORT, "the delivery of a node that died is waited for in the longer forms");
        try (Connector calls = new Connector(rig.channel().uri(), "CC112");
                Connector app = new Connector(rig.channel().uri(), "WARGAKU")) {
            for (int i = 0; i < length.pick(1, 4, 20); i++) {
                aNodeDies(ticks++);
            }
            check("fault 3, delivering nodes");
            assertThat(Pause.until(30_000, () -> handedOver(calls) && handedOver(app)))
                    .as("every answer that may go out is handed over or uncertain")
                    .isTrue();
            assertThat(calls.handed().values()).as("a channel without keys is handed nothing twice").containsOnly(1);
            for (Connector c : List.of(calls, app)) {
                assertThat(c.handed().keySet()).as("said to be delivered, and was").containsAll(database.delivered(c.channel()));
            }
        }
    }

    private boolean handedOver(Connector c) {
        return c.handed().keySet().containsAll(database.released(c.channel()));
    }

    /// Kills now this node, now that one; the one killed is the one that ticks, because it has lived longer.
    private void aNodeDies(int turn) {
        Server dying = rig.nodes().get(turn % 2);
        Server other = rig.nodes().get((turn + 1) % 2);
        List<UUID> fires = firesThatAreLate(turn);
        NodesDatabase.Lease before = database.lease("ticker");
        rig.consoles().forEach(Console::go);
        Pause.millis(rig.dice().nextInt(700));
        dying.kill();
        rig.balance();
        rig.workUntil(40, 20_000);
        assertThat(Pause.until(20_000, () -> database.lease("ticker").fencing() > before.fencing()))
                .as("the other node ticks")
                .isTrue();
        assertThat(Pause.until(20_000, () -> fires.stream().noneMatch(f -> database.breaches(f).isEmpty())))
                .as("what was late is said")
                .isTrue();
        dying.start();
        rig.balance();
        for (UUID fire : fires) {
            assertThat(database.breaches(fire)).as("each deadline is missed once").doesNotHaveDuplicates();
        }
        assertThat(other.process().alive()).isTrue();
    }

    /// Fires whose deadlines pass when the nodes' clocks jump.
    private List<UUID> firesThatAreLate(int turn) {
        List<IntakeItem> items = new ArrayList<>();
        for (int i = 0; i < length.pick(4, 20, 60); i++) {
            items.add(Made.fire("late" + turn + "-" + i, rig.dice()));
        }
        rig.consoles().forEach(Console::pause);
        rig.deliver(items);
        List<UUID> ids = items.stream().map(i -> Ids.ofItem(i.channel(), i.sourceId())).toList();
        for (Server n : rig.nodes()) {
            n.clock("PT" + 10 * (turn + 1) + "M");
        }
        return ids;
    }

    @Test
    void fault_12_a_commit_is_late_and_nothing_appears_below_a_cursor() {
        database.slowCommits(true);
        rig.workUntil(length.pick(60, 1_000, 4_000), 120_000);
        database.slowCommits(false);
        check("fault 12");
    }

    /// The rig can fail: somebody takes a number early and commits it late, as a sequence would.
    @Test
    void fault_12_numbers_taken_early_and_committed_late_are_caught() {
        check("fault 12, before");
        UUID lost = database.anyCase();
        long early = database.takeNumber();
        rig.consoles().getFirst().act(new Command.AddNote(lost, "sesudahnya"));
        rig.awaitHead();
        database.put(early, lost);
        rig.patience(length.pick(600, 2_000, 2_000));
        Findings found = rig.judge();
        rig.patience(30_000);
        assertThat(found.of("I4")).as("a record below every cursor: %s", found).isTrue();
        database.put(database.takeNumber(), lost);
        check("fault 12, mended");
    }

    @Test
    void fault_14_a_long_transaction_of_somebody_else_does_not_hold_the_feed() {
        UUID id = database.anyCase();
        try (NodesDatabase.Hold hold = database.holdUnrelated()) {
            rig.work(length.pick(500, 10_000, 60_000));
            rig.awaitHead();
            assertThat(hold.stands()).isTrue();
        }
        check("fault 14, unrelated, " + id);
    }

    @Test
    void fault_14_a_transaction_that_holds_the_counter_holds_the_feed_and_loses_nothing() {
        try (NodesDatabase.Hold hold = database.holdCounter()) {
            rig.workUntil(40, 20_000);
            // Longer than a node waits for a lock, and longer than a desk waits for its answer.
            Pause.millis(length.pick(500, 15_000, 45_000));
            assertThat(hold.stands()).isTrue();
            assertThat(rig.consoles()).as("acts wait, and are not lost").anyMatch(c -> c.state().orElseThrow().waiting() > 0);
        }
        check("fault 14, the counter");
    }

    @Test
    void fault_14_a_node_that_is_frozen_in_its_transaction_does_not_hold_the_other() {
        assumeTrue(length != Length.SHORT, "a frozen node's transaction is waited for in the longer forms");
        Server frozen = rig.nodes().getFirst();
        Console elsewhere = rig.consoles().get(1);
        database.slowGroups(true);
        rig.consoles().forEach(Console::go);
        boolean inside = Pause.until(60_000, () -> {
            Pause.millis(rig.dice().nextInt(100));
            frozen.process().stop();
            Pause.millis(800);
            boolean idle = database.idleInTransaction();
            if (!idle) {
                frozen.process().resume();
            }
            return idle;
        });
        assertThat(inside).as("a node was frozen inside a transaction").isTrue();
        elsewhere.pause();
        assertThat(Pause.until(20_000, () -> elsewhere.state().filter(s -> s.waiting() == 0).isPresent()))
                .as("the other node goes on while the first is frozen")
                .isTrue();
        frozen.process().resume();
        database.slowGroups(false);
        check("fault 14, a frozen node");
    }
}
