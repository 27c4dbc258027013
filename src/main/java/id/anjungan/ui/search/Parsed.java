package id.anjungan.ui.search;

import id.anjungan.domain.CaseQuery;
import java.util.List;
import java.util.Optional;

/// What a typed line asks for, what of it was understood as more than words, and what was not understood. With problems
/// the query is not to be answered: it would find something else than was asked for.
record Parsed(CaseQuery query, List<Understood> understood, List<Problem> problems) {
    Parsed {
        understood = List.copyOf(understood);
        problems = List.copyOf(problems);
    }

    /// One operator, and the name of what it was taken to mean.
    record Understood(Operator operator, String meaning) {}

    /// What was not understood; `nearest` is what may have been meant.
    sealed interface Problem {
        Optional<String> nearest();

        record UnknownOperator(String name, Optional<String> nearest) implements Problem {}

        record UnknownValue(Operator operator, String typed, Optional<String> nearest) implements Problem {}
    }
}
