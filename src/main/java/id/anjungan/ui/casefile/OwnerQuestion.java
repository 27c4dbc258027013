package id.anjungan.ui.casefile;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Right;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Viewer;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.Optional;

/// What is asked before an answer leaves the hands of somebody who does not own the case: two answers to one citizen
/// are worse than a moment's thought. `first` is what Enter does.
record OwnerQuestion(String text, First first) {
    enum First {
        /// Nobody owns it, but somebody else is writing.
        CLAIM_AND_SEND,
        /// Somebody else owns it and the asker may take it over.
        TAKE_OVER_AND_SEND,
        /// Somebody else owns it: the words can be left for them.
        LEAVE_AS_NOTE
    }

    /// Empty when the case is the asker's own, or nobody's and nobody else is writing.
    static Optional<OwnerQuestion> of(CaseFile f, Actor me, Words w, Instant now) {
        Claim held = f.c().claim();
        if (held != null && held.operator().equals(me.id())) {
            return Optional.empty();
        }
        if (held != null) {
            boolean may = me.may(Right.OVERRIDE);
            String key = may ? "casefile.owner.held" : "casefile.owner.theirs";
            return Optional.of(new OwnerQuestion(
                    w.get(key, w.city().operator(held.operator()), w.formats().when(held.since(), now)),
                    may ? First.TAKE_OVER_AND_SEND : First.LEAVE_AS_NOTE));
        }
        return f.viewers().stream()
                .filter(Viewer::typing)
                .findFirst()
                .map(v -> new OwnerQuestion(
                        w.get("casefile.owner.typing", w.city().operator(v.operator())), First.CLAIM_AND_SEND));
    }
}
