package id.anjungan.fault;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Ids;
import id.anjungan.domain.Link;
import id.anjungan.intake.IntakeItem;
import id.anjungan.kit.Console;
import id.anjungan.kit.Length;
import id.anjungan.kit.Made;
import id.anjungan.kit.Pause;
import id.anjungan.kit.Rig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An hour of about twenty times the usual load, its minutes played one after another as fast as the desks show them:
/// each brings reports by the dozen and one fire that five people call in, while the operators work on.
@Timeout(1_800)
class FloodTest {
    private static final int REPORTS = 30;
    private static final int CALLERS = 5;
    /// Farther apart than two reports of one incident may be.
    private static final double APART = 0.003;

    @TempDir
    Path dir;

    @Test
    void fault_19_in_a_flood_each_fire_sounds_on_every_desk_and_its_callers_are_one_incident() {
        Length length = Length.now();
        try (Rig rig = new Rig(Length.seed(), dir).begin(6, "ayu", "bima", "ratna")) {
            rig.awaitWork();
            rig.consoles().forEach(Console::go);
            List<List<UUID>> fires = new ArrayList<>();
            long slowest = 0;
            for (int minute = 0; minute < length.pick(3, 20, 60); minute++) {
                List<IntakeItem> items = minute(rig, minute);
                long from = System.nanoTime();
                rig.deliver(items);
                List<UUID> calls = items.subList(0, CALLERS).stream()
                        .map(i -> Ids.ofItem(i.channel(), i.sourceId()))
                        .toList();
                awaitAlarm(rig, calls.getFirst());
                slowest = Math.max(slowest, (System.nanoTime() - from) / 1_000_000);
                fires.add(calls);
            }
            System.out.println("[kit] fault 19: " + fires.size() + " minutes of " + (REPORTS + CALLERS)
                    + " reports; the slowest fire was on all desks " + slowest + " ms after it was sent");
            fires.forEach(calls -> calls.forEach(id -> rig.untilAll(id, c -> c.link(Link.Kind.INCIDENT).isPresent())));
            assertThat(incidents(rig, fires)).as("one incident a fire").hasSize(fires.size());
            rig.check("fault 19, a flood of " + fires.size() + " minutes");
        }
    }

    private static List<IntakeItem> minute(Rig rig, int minute) {
        List<IntakeItem> items = new ArrayList<>();
        int row = minute % 30;
        int column = minute / 30;
        for (int i = 0; i < CALLERS; i++) {
            items.add(Made.fireAt("call" + minute + "-" + i, -7.21 - row * APART, 112.66 + column * APART, rig.dice()));
        }
        for (int i = 0; i < REPORTS; i++) {
            items.add(Made.road("flood" + minute + "-" + i, rig.dice()));
        }
        return items;
    }

    private static void awaitAlarm(Rig rig, UUID caseId) {
        UUID alarm = Ids.of("alarm", "case:" + caseId + ":emergency:1");
        for (Console c : rig.consoles()) {
            // Somebody who works may have acknowledged it already: then it has sounded, and its record says so.
            boolean shown = Pause.until(30_000, () -> c.state().filter(s -> s.alarms().contains(alarm)).isPresent()
                    || rig.has(c, alarm));
            assertThat(shown).as("the fire sounds on %s", c.operator()).isTrue();
        }
    }

    private static Set<UUID> incidents(Rig rig, List<List<UUID>> fires) {
        Set<UUID> all = new HashSet<>();
        for (List<UUID> calls : fires) {
            Set<UUID> one = new HashSet<>();
            for (UUID id : calls) {
                rig.held(rig.of("ratna"), id).flatMap(c -> c.link(Link.Kind.INCIDENT)).map(Link::target).ifPresent(one::add);
            }
            assertThat(one).as("what %s callers told is one incident", calls.size()).hasSize(1);
            all.addAll(one);
        }
        return all;
    }
}
