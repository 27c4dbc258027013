package id.anjungan.fault;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.kit.ChaosProxy;
import id.anjungan.kit.Console;
import id.anjungan.kit.Length;
import id.anjungan.kit.Made;
import id.anjungan.kit.Pause;
import id.anjungan.kit.Rig;
import id.anjungan.kit.Weather;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Faults of the line and of who holds what, one after another in one city of two operators and a lead, which also
/// shows that each fault leaves it whole for the next.
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
@SuppressWarnings("NullAway.Init") // begun before all
class LineFaultsTest {
    @TempDir
    static Path dir;

    private final Length length = Length.now();
    private Rig rig;

    @BeforeAll
    void begin() {
        rig = new Rig(Length.seed(), dir).begin(12, "ayu", "bima", "ratna");
        rig.awaitWork();
    }

    @AfterAll
    void end() {
        rig.close();
    }

    private void everywhere(Weather w) {
        rig.consoles().forEach(c -> c.line().weather(w));
        rig.channel().weather(w);
    }

    private int mischief() {
        return rig.channel().mischief() + rig.consoles().stream().mapToInt(c -> c.line().mischief()).sum();
    }

    @Test
    void fault_03_the_server_is_killed_while_consoles_push() {
        Runnable stop = rig.feed(50);
        for (int i = 0; i < length.pick(1, 5, 20); i++) {
            rig.workUntil(30, 20_000);
            Pause.millis(rig.dice().nextInt(200));
            rig.server().killAndLaunch(true);
            rig.server().awaitStart();
            rig.consoles().forEach(Console::hurry);
        }
        stop.run();
        rig.check("fault 3");
    }

    /// A fast desk sends few requests, and the dice may spare them all: it works on until one was met.
    private void workUntilMet(int before, int acts) {
        rig.workUntil(acts, 60_000);
        for (int i = 0; i < 20 && mischief() <= before; i++) {
            rig.workUntil(acts / 4, 60_000);
        }
    }

    @Test
    void fault_04_the_answer_is_lost_after_the_commit() {
        int before = mischief();
        everywhere(Weather.losingAnswers(0.5));
        rig.deliver(length.pick(4, 20, 60));
        workUntilMet(before, length.pick(60, 400, 2_000));
        assertThat(mischief()).as("lost answers").isGreaterThan(before);
        rig.check("fault 4");
    }

    @Test
    void fault_05_requests_arrive_twice_late_and_out_of_order() {
        int before = mischief();
        everywhere(Weather.doubling(0.6));
        rig.deliver(length.pick(4, 20, 60));
        workUntilMet(before, length.pick(60, 400, 2_000));
        rig.consoles().forEach(c -> c.line().everythingAgain());
        rig.channel().everythingAgain();
        assertThat(mischief()).as("doubled requests").isGreaterThan(before);
        rig.check("fault 5");
    }

    @Test
    void fault_06_the_line_flaps_is_slow_and_cuts_in_the_middle_of_answers() {
        rig.consoles().forEach(Console::go);
        for (int i = 0; i < length.pick(4, 20, 100); i++) {
            everywhere(i % 4 == 0 ? Weather.SHUT : i % 4 == 1 ? Weather.slow(30, 8_000) : Weather.halving(0.4));
            Pause.millis(rig.dice().nextInt(300));
            everywhere(Weather.CLEAR);
            rig.consoles().forEach(Console::hurry);
            Pause.millis(rig.dice().nextInt(150));
        }
        rig.check("fault 6");
    }

    @Test
    void fault_07_the_line_is_deaf_in_one_direction() {
        Console ayu = rig.of("ayu");
        for (boolean back : new boolean[] {true, false}) {
            rig.awaitWork();
            ayu.line().weather(Weather.deaf(back, !back));
            int before = rig.ledger().count();
            ayu.go();
            assertThat(Pause.until(15_000, () -> rig.ledger().count() > before + 5)).as("work goes on").isTrue();
            if (length != Length.SHORT) {
                long from = System.nanoTime();
                boolean told = Pause.until(15_000, () -> ayu.state().filter(s -> !s.link().equals("LIVE")).isPresent());
                System.out.println("[kit] fault 7: told after " + (System.nanoTime() - from) / 1_000_000 + " ms");
                assertThat(told).as("an operator behind a deaf line is told within 15 s").isTrue();
            }
        }
        rig.check("fault 7");
    }

    @Test
    void fault_08_something_answers_rubbish_in_the_servers_place() throws InterruptedException {
        everywhere(Weather.lying(0.5));
        List<IntakeItem> items = new ArrayList<>();
        for (int i = 0; i < length.pick(3, 10, 40); i++) {
            items.add(Made.report("lie" + i, rig.dice()));
        }
        try (IntakeClient real = new IntakeClient(rig.channel().uri(), InstantSource.system())) {
            // The program's own channel client must come through, too: again until a true answer.
            real.deliver(items);
        }
        rig.deliver(items);
        rig.workUntil(length.pick(40, 300, 1_500), 60_000);
        rig.check("fault 8");
    }

    @Test
    void fault_08_a_channel_whose_line_answers_rubbish_does_not_hold_up_the_others() throws InterruptedException {
        List<IntakeItem> sick = new ArrayList<>();
        List<IntakeItem> well = new ArrayList<>();
        for (int i = 0; i < length.pick(3, 20, 100); i++) {
            sick.add(Made.fire("sick" + i, rig.dice()));
            well.add(Made.road("well" + i, rig.dice()));
        }
        try (ChaosProxy line = new ChaosProxy(rig.server().port(), Length.seed());
                IntakeClient broken = new IntakeClient(line.uri(), InstantSource.system());
                IntakeClient sound = new IntakeClient(rig.channel().uri(), InstantSource.system())) {
            line.weather(Weather.lying(1));
            Thread stuck = Thread.ofVirtual().start(() -> {
                try {
                    broken.deliver(sick);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            for (IntakeItem item : well) {
                sound.deliver(List.of(item));
            }
            assertThat(stuck.isAlive()).as("the sick channel still tries, and holds nobody up").isTrue();
            assertThat(Pause.until(30_000, broken::serverAway)).as("it says that it is not answered").isTrue();
            sick.forEach(i -> assertThat(rig.held(rig.of("ratna"), Ids.ofItem(i.channel(), i.sourceId()))).isEmpty());
            well.forEach(i -> rig.untilAll(Ids.ofItem(i.channel(), i.sourceId()), c -> true));
            line.weather(Weather.CLEAR);
            stuck.join();
            sick.forEach(i -> rig.untilAll(Ids.ofItem(i.channel(), i.sourceId()), c -> true));
        }
        rig.check("fault 8, one channel");
    }

    @Test
    void fault_09_poison_items_are_set_aside_and_the_rest_goes_on() {
        List<IntakeItem> items = new ArrayList<>();
        for (int i = 0; i < length.pick(40, 2_000, 10_000); i++) {
            items.add(i % 20 == 7 ? Made.poison("poison" + i) : Made.report("plain" + i, rig.dice()));
            if (items.size() == 500) {
                rig.deliver(items);
                items.clear();
            }
        }
        rig.deliver(items);
        rig.check("fault 9");
    }

    @Test
    void fault_10_operators_claim_the_same_cases_at_once_also_without_a_line() {
        for (boolean offline : new boolean[] {false, true}) {
            String prefix = offline ? "off" : "on";
            List<IntakeItem> items = new ArrayList<>();
            for (int i = 0; i < length.pick(4, 30, 200); i++) {
                items.add(Made.report(prefix + i, rig.dice()));
            }
            rig.awaitWork();
            rig.deliver(items);
            List<UUID> ids = items.stream().map(i -> Ids.ofItem(i.channel(), i.sourceId())).toList();
            ids.forEach(id -> rig.untilAll(id, c -> true));
            if (offline) {
                everywhere(Weather.SHUT);
            }
            for (UUID id : ids) {
                rig.of("ayu").tell(new Command.ClaimCase(id));
                rig.of("bima").tell(new Command.ClaimCase(id));
            }
            rig.of("ayu").act(new Command.AddNote(ids.getFirst(), "ayu " + prefix));
            rig.of("bima").act(new Command.AddNote(ids.getFirst(), "bima " + prefix));
            rig.check("fault 10, " + (offline ? "offline" : "online"));
        }
    }

    @Test
    void fault_11_a_frozen_holder_wakes_after_the_case_was_taken_over() {
        UUID id = Scenes.lateWriteAfterTakeOver(rig, "frozen", true);
        rig.check("fault 11");
        rig.until(rig.of("ayu"), id, c -> c.claim() != null && c.claim().operator().equals("ratna"));
        assertThat(rig.of("ayu").state().orElseThrow().refused()).as("the late write is shown as refused").isPositive();
    }

    @Test
    void fault_17_clocks_jump_by_days() {
        for (String jump : List.of("PT72H", "PT-72H", "PT0S")) {
            rig.of("ayu").process().tell("clock " + jump);
            rig.workUntil(length.pick(15, 100, 400), 20_000);
        }
        rig.check("fault 17");
    }

    /// Machines in two zones of the country, one that changes its clock by an hour between two starts, as where there
    /// is summer time.
    @Test
    void fault_17_machines_stand_in_different_time_zones() {
        String[] zones = {"Asia/Jakarta", "Asia/Makassar", "America/New_York"};
        for (int i = 0; i < zones.length; i++) {
            Console c = rig.consoles().get(i);
            c.environment(Map.of("TZ", zones[i]));
            c.kill();
            c.start(rig.dice().nextLong());
        }
        rig.awaitWork();
        rig.workUntil(length.pick(20, 100, 400), 20_000);
        rig.check("fault 17, time zones");
    }

    @Test
    void fault_19_a_flood_of_emergencies_reaches_every_desk() {
        List<IntakeItem> fires = new ArrayList<>();
        for (int i = 0; i < length.pick(50, 300, 1_000); i++) {
            fires.add(Made.fire("flood" + i, rig.dice()));
        }
        rig.awaitWork();
        long from = System.nanoTime();
        rig.deliver(fires);
        UUID last = Ids.of("alarm", "case:" + Ids.ofItem("CC112", fires.getLast().sourceId()) + ":emergency:1");
        for (Console c : rig.consoles()) {
            assertThat(Pause.until(30_000, () -> c.state().filter(s -> s.alarms().contains(last)).isPresent()))
                    .as("the last fire sounds on %s", c.operator())
                    .isTrue();
        }
        System.out.println("[kit] fault 19: " + fires.size() + " fires, the last on all desks "
                + (System.nanoTime() - from) / 1_000_000 + " ms after the first was sent");
        rig.workUntil(length.pick(20, 200, 1_000), 30_000);
        rig.check("fault 19");
    }
}
