package id.anjungan.state;

import id.anjungan.domain.Case;
import id.anjungan.domain.Message;
import id.anjungan.store.CaseFacts;
import id.anjungan.sync.Elsewhere;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// From what the server answers about cases that are not here to what is shown of them.
final class Older {
    private Older() {}

    static OlderFound found(Elsewhere.Answer answer) {
        List<OlderFound.Older> all = new ArrayList<>();
        for (Elsewhere.Found f : answer.cases()) {
            Case c = f.c();
            Instant closed = c.closedAt();
            all.add(new OlderFound.Older(Rows.of(CaseFacts.of(c, f.words())), closed == null ? c.updatedAt() : closed));
        }
        return new OlderFound(all, answer.complete());
    }

    static CaseFile file(Elsewhere.Whole r) {
        return new CaseFile(
                r.c(), r.person(), r.entries(),
                r.messages().stream().collect(Collectors.toMap(Message::id, Function.identity())), null, List.of(), List.of(),
                List.of(), List.of());
    }
}
