package id.anjungan.state;

import id.anjungan.domain.Decision;
import org.jspecify.annotations.Nullable;

/// What became of an attempt to take back or change a waiting action; `why` is set when it is `REFUSED`.
public record WaitingResult(Outcome outcome, Decision.@Nullable Refused why) {
    public enum Outcome {
        DONE,
        /// It was sent and may have taken effect; the server's answer must be awaited.
        SENT,
        /// It does not wait any more: the server has answered.
        GONE,
        /// As changed it would be refused; it stays as it was.
        REFUSED
    }
}
