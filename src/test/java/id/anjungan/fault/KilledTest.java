package id.anjungan.fault;

import id.anjungan.kit.Console;
import id.anjungan.kit.Length;
import id.anjungan.kit.Pause;
import id.anjungan.kit.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes die at any moment.
@Timeout(600)
class KilledTest {
    @TempDir
    Path dir;

    @Test
    void fault_1_a_console_is_killed_while_its_operator_works() {
        try (Rig rig = new Rig(Length.seed(), dir).begin(30, "ayu", "bima")) {
            for (int i = 0; i < Length.now().pick(2, 10, 30); i++) {
                rig.workUntil(1, 20_000);
                Pause.millis(1 + rig.dice().nextInt(600));
                Console c = rig.consoles().get(i % 2);
                c.kill();
                c.start(rig.dice().nextLong());
            }
            rig.check("fault 1");
        }
    }
}
