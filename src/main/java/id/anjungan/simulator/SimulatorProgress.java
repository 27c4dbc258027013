package id.anjungan.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a simulator is. `accepted` + `known` + `aside` = delivered. `until` is the simulated moment up to which
/// all has been delivered. `serverAway`: the last try failed and is being repeated. `problem` is what the server
/// refuses outright, in words, or null. `talking`: open conversations.
public record SimulatorProgress(
        long accepted, long known, long aside, int talking, Instant until, boolean serverAway, @Nullable String problem) {
    public long delivered() {
        return accepted + known + aside;
    }
}
