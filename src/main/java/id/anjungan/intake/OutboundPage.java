package id.anjungan.intake;

import java.util.List;

/// What `GET /v1/outbound?channel=C&after=N&limit=M` answers: at most `limit` answers with `seq` above `after`, in
/// order, and `next`, the cursor to ask with the next time (`after` again when there was nothing). Asking with a
/// cursor says that everything up to it has reached the channel.
public record OutboundPage(List<OutboundAnswer> answers, long next) {
    public OutboundPage {
        answers = answers == null ? List.of() : List.copyOf(answers);
    }
}
