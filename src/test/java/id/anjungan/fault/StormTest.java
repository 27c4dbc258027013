package id.anjungan.fault;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.kit.Length;
import id.anjungan.kit.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many storms, each in a new city with a seed of its own (the first is `-Dseed`, or by chance), so that one can be
/// played again alone: `-Dseed=N -Dstorms=1`.
@Timeout(14_400)
class StormTest {
    @TempDir
    Path dir;

    @Test
    void whatever_breaks_and_in_whatever_order_nothing_is_lost() {
        Length length = Length.now();
        long first = Length.seed();
        int storms = Integer.getInteger("storms", length.pick(1, 4, 42));
        int kills = 0;
        int acts = 0;
        int items = 0;
        for (int i = 0; i < storms; i++) {
            long seed = first + i;
            try (Rig rig = new Rig(seed, dir.resolve("storm" + i)).begin(20, "ayu", "bima", "ratna")) {
                new Storm(rig, seed).rage(length.pick(4, 25, 25), length.pick(300, 2_000, 2_500), "storm with seed " + seed);
                kills += rig.ledger().kills();
                acts += rig.ledger().count();
                items += rig.ledger().items().size();
            }
            System.out.println("[kit] storms so far: " + (i + 1) + ", kills " + kills + ", acts acknowledged " + acts
                    + ", items answered " + items);
        }
        // Each storm judges what was lost (the rig's oracle); that there was something to lose is judged here.
        assertThat(acts).as("acts acknowledged").isPositive();
        assertThat(items).as("items answered").isPositive();
    }
}
