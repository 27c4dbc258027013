package id.anjungan.fault;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.kit.Findings;
import id.anjungan.kit.Length;
import id.anjungan.kit.Rig;
import id.anjungan.kit.Rows;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The rig must be able to fail: servers broken on purpose, each caught by the oracle. (The third broken build, NORMAL
/// for FULL, is in `PowerCutTest`.)
@Timeout(300)
class BrokenServerTest {
    private static final int ROUNDS = 8;

    @TempDir
    Path dir;

    private static boolean told(Findings found) {
        return found.of("I4") || found.of("I1");
    }

    @Test
    void a_server_without_fencing_and_then_one_that_reuses_numbers_are_caught() {
        long seed = Length.seed();
        try (Rig rig = new Rig(seed, dir, "unfenced").begin(8, "ayu", "ratna")) {
            unfenced(rig, seed);
            reused(rig, seed);
        }
    }

    /// Ayu's desk is cut off while it holds a case; the lead takes the case over; then Ayu's late write arrives.
    private static void unfenced(Rig rig, long seed) {
        Scenes.lateWriteAfterTakeOver(rig, "f1", false);
        Findings found = rig.judge();
        assertThat(found.of("I3")).as("no fencing, seed %d: %s", seed, found).isTrue();
        assertThat(found.of("I4")).as("nothing else is broken yet, seed %d: %s", seed, found).isFalse();
    }

    /// Every third group does not move the counter, so the next takes the same numbers.
    private static void reused(Rig rig, long seed) {
        Rows.sabotage(
                rig.server().database(),
                "CREATE TRIGGER reused AFTER UPDATE ON counter WHEN new.seq % 3 = 0 "
                        + "BEGIN UPDATE counter SET seq = old.seq; END",
                "CREATE TRIGGER replaced BEFORE INSERT ON change_log "
                        + "BEGIN DELETE FROM change_log WHERE seq = new.seq; END");
        rig.patience(4_000);
        // Whether a number that is used twice is seen depends on which group takes it: a few rounds make it sure.
        rig.workUntil(60, 20_000);
        Findings found = rig.judge();
        for (int round = 1; round < ROUNDS && !told(found); round++) {
            rig.workUntil(60, 20_000);
            found = rig.judge();
        }
        assertThat(told(found)).as("numbers reused, seed %d: %s", seed, found).isTrue();
        System.out.println("[kit] numbers reused: " + found);
    }
}
