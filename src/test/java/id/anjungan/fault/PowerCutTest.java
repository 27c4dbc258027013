package id.anjungan.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.anjungan.kit.Console;
import id.anjungan.kit.Findings;
import id.anjungan.kit.Length;
import id.anjungan.kit.PowerCut;
import id.anjungan.kit.Rig;
import id.anjungan.kit.Weather;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The power goes, and what was not synced is gone with it. Beside the desk sits one that is broken on purpose
/// (NORMAL for FULL): the oracle must catch it, or its silence about the other would mean nothing.
@Timeout(900)
class PowerCutTest {
    @TempDir
    Path dir;

    @Test
    void fault_2_unsynced_pages_are_dropped_and_only_the_broken_build_loses_acts() {
        Optional<Path> library = PowerCut.library(dir);
        assumeTrue(library.isPresent(), "fault 2 needs a C compiler and Linux, to keep synced pages apart");
        long seed = Length.seed();
        try (Rig rig = new Rig(seed, dir.resolve("rig"))) {
            Console full = rig.console("ayu");
            Console normal = rig.console("bima", "loose");
            PowerCut fullPower = PowerCut.of(full, library.get(), seed);
            PowerCut normalPower = PowerCut.of(normal, library.get(), seed);
            rig.begin(20);
            for (int i = 0; i < Length.now().pick(1, 4, 20); i++) {
                aDarkHour(rig, full, normal);
                fullPower.cut(i % 2 == 0 ? 0 : 0.5);
                normalPower.cut(0);
                full.start(rig.dice().nextLong());
                normal.start(rig.dice().nextLong());
            }
            Findings found = rig.judge();
            System.out.println("[kit] fault 2: " + rig.ledger().count() + " acts acknowledged; " + found);
            assertThat(found.all())
                    .as("the broken build loses acts, seed %d", seed)
                    .anyMatch(v -> v.invariant().equals("I1") && v.what().contains("bima"));
            assertThat(found.all())
                    .as("FULL loses nothing, seed %d", seed)
                    .noneMatch(v -> v.what().contains("ayu") || v.id().contains("ayu"));
        }
    }

    /// What the server has answered, to a desk or to a channel, is on its disk.
    @Test
    void fault_2_the_server_loses_its_power_and_nothing_that_it_answered() {
        Optional<Path> library = PowerCut.library(dir);
        assumeTrue(library.isPresent(), "fault 2 needs a C compiler and Linux, to keep synced pages apart");
        long seed = Length.seed();
        try (Rig rig = new Rig(seed, dir.resolve("server"))) {
            PowerCut power = PowerCut.of(rig.server(), library.get(), seed);
            rig.begin(20, "ayu", "bima");
            for (int i = 0; i < Length.now().pick(1, 3, 10); i++) {
                rig.workUntil(60, 20_000);
                rig.awaitActs(10);
                rig.deliver(20);
                power.cut(i % 2 == 0 ? 0 : 0.5);
                rig.server().start();
                rig.consoles().forEach(Console::hurry);
            }
            rig.consoles().forEach(Console::pause);
            Findings found = rig.judge();
            System.out.println("[kit] fault 2, server: " + rig.ledger().count() + " acts acknowledged; " + found);
            assertThat(found.all()).as("seed %d", seed).isEmpty();
        }
    }

    /// Work that only the desk knows of: the line is down.
    private static void aDarkHour(Rig rig, Console... consoles) {
        rig.awaitWork();
        for (Console c : consoles) {
            c.line().weather(Weather.SHUT);
        }
        rig.workUntil(60, 20_000);
        rig.awaitActs(10);
        for (Console c : consoles) {
            c.pause();
        }
    }
}
