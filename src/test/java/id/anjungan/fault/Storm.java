package id.anjungan.fault;

import id.anjungan.kit.ChaosProxy;
import id.anjungan.kit.Console;
import id.anjungan.kit.Pause;
import id.anjungan.kit.Rig;
import id.anjungan.kit.Weather;
import java.util.Random;

/// Random faults, one after another and over one another, by dice: consoles and server are killed, also while they
/// start; processes are frozen; lines are cut, slow, deaf, lossy, doubling, lying; the channel delivers all the while.
final class Storm {
    private final Rig rig;
    private final Random dice;

    Storm(Rig rig, long seed) {
        this.rig = rig;
        this.dice = new Random(seed);
    }

    /// Until there were so many kills and so many acknowledged acts more, then the oracle judges.
    void rage(int kills, int acts, String name) {
        int killed = rig.ledger().kills() + kills;
        int acted = rig.ledger().count() + acts;
        Runnable stopFeeding = rig.feed(150);
        rig.consoles().forEach(Console::go);
        while (rig.ledger().kills() < killed || rig.ledger().count() < acted) {
            happen(rig.ledger().kills() < killed);
            Pause.millis(10 + dice.nextInt(120));
        }
        rig.calm();
        stopFeeding.run();
        rig.check(name);
    }

    private void happen(boolean mayKill) {
        int what = dice.nextInt(100);
        Console c = rig.consoles().get(dice.nextInt(rig.consoles().size()));
        if (what < 45 && mayKill) {
            // Now and then in the middle of its start, else with something done.
            if (dice.nextInt(6) > 0) {
                Pause.until(20_000, c::ready);
                Pause.millis(dice.nextInt(150));
            }
            c.kill();
            c.launch(dice.nextLong());
            c.go();
        } else if (what < 60 && mayKill) {
            rig.server().killAndLaunch(dice.nextInt(6) > 0);
            rig.consoles().forEach(Console::hurry);
        } else if (what < 66) {
            freeze(dice.nextBoolean() ? c.process() : rig.server().process());
        } else if (what < 72) {
            c.line().cut();
        } else {
            turn(dice.nextInt(4) == 0 ? rig.channel() : c.line());
        }
    }

    private void freeze(id.anjungan.kit.ChildProcess p) {
        p.stop();
        Pause.millis(dice.nextInt(400));
        p.resume();
    }

    private void turn(ChaosProxy line) {
        line.weather(switch (dice.nextInt(8)) {
            case 0 -> Weather.SHUT;
            case 1 -> Weather.slow(40, 0);
            case 2 -> Weather.slow(5, 32_000);
            case 3 -> Weather.deaf(dice.nextBoolean(), dice.nextBoolean());
            case 4, 5 -> Weather.STORM;
            default -> Weather.CLEAR;
        });
    }
}
