package id.anjungan.state;

import id.anjungan.domain.Person;
import java.util.List;

/// What was found. People and addresses are looked for only by words; people only where this desk may see them.
public record SearchFound(List<QueueRow> cases, List<Reporter> people, List<String> addresses) {
    public static final SearchFound NOTHING = new SearchFound(List.of(), List.of(), List.of());

    public SearchFound {
        cases = List.copyOf(cases);
        people = List.copyOf(people);
        addresses = List.copyOf(addresses);
    }

    /// Somebody who reported, and how many cases of theirs are here.
    public record Reporter(Person person, int cases) {}
}
