package id.anjungan.fault;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.kit.Console;
import id.anjungan.kit.Made;
import id.anjungan.kit.Rig;
import id.anjungan.kit.Weather;
import java.util.List;
import java.util.UUID;

/// Small scenes that several tests play.
final class Scenes {
    private Scenes() {}

    /// Ayu claims a case, is cut off (and frozen, when asked), works on; meanwhile the lead takes the case over; then
    /// Ayu is back with a write under the old number. The id of the case.
    static UUID lateWriteAfterTakeOver(Rig rig, String source, boolean frozen) {
        Console ayu = rig.of("ayu");
        Console lead = rig.of("ratna");
        rig.awaitWork();
        rig.deliver(List.of(Made.fire(source, rig.dice())));
        UUID id = Ids.ofItem("CC112", source);
        rig.untilAll(id, c -> true);
        assertThat(ayu.act(new Command.ClaimCase(id)).orElse("nothing")).startsWith("ACK");
        rig.untilAll(id, c -> c.claim() != null && !c.claim().provisional() && c.fencing() == 1);
        ayu.line().weather(Weather.SHUT);
        assertThat(ayu.act(new Command.VerifyCase(id, 1)).orElse("nothing")).startsWith("ACK");
        if (frozen) {
            ayu.process().stop();
        }
        assertThat(lead.act(new Command.ClaimCase(id)).orElse("nothing")).startsWith("ACK");
        rig.until(lead, id, c -> c.claim() != null && c.claim().operator().equals("ratna") && !c.claim().provisional());
        if (frozen) {
            ayu.process().resume();
        }
        return id;
    }
}
