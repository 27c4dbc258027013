package id.anjungan.protocol;

import id.anjungan.domain.Case;
import java.util.List;

/// What `GET /v1/cases?q=W&closedBefore=T` answers: closed cases in which every word begins a word, newest first.
/// `complete` is false when there may be more than were looked through.
public record OlderCases(List<Found> cases, boolean complete) {
    public OlderCases {
        cases = cases == null ? List.of() : List.copyOf(cases);
    }

    /// `title` is the beginning of the citizen's words; empty when the case is sensitive or they may not be seen.
    public record Found(Case c, String title) {}
}
