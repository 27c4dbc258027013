package id.anjungan.sync;

import id.anjungan.domain.Case;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.protocol.CaseRecord;
import id.anjungan.protocol.OlderCases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the server answers about cases that are not on this desk.
public final class Elsewhere {
    private Elsewhere() {}

    /// A case with the beginning of the citizen's words, which may be empty.
    public record Found(Case c, String words) {}

    /// Newest first; `complete` is false when there may be more.
    public record Answer(List<Found> cases, boolean complete) {}

    /// Everything of a case that this desk may see.
    public record Whole(Case c, @Nullable Person person, List<Entry> entries, List<Message> messages) {}

    static Answer of(OlderCases answer) {
        return new Answer(answer.cases().stream().map(f -> new Found(f.c(), f.title())).toList(), answer.complete());
    }

    static Whole of(CaseRecord r) {
        return new Whole(r.c(), r.person(), r.entries(), r.messages());
    }
}
