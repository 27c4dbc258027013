package id.anjungan.domain;

import java.util.Set;

/// Which cases are looked for, open or closed. Empty sets and blank text mean all; of one kind any may be true, of different
/// kinds each must. `words` may stand anywhere in a case, `reporter` in the name, account or phone number of who
/// reported. `owners` are operators' ids; `unclaimed` is one more that may be true beside them.
public record CaseQuery(
        String words,
        String reporter,
        String address,
        Set<String> channels,
        Set<String> districts,
        Set<String> villages,
        Set<String> categories,
        Set<String> agencies,
        Set<Priority> priorities,
        Set<CaseState> states,
        Set<String> owners,
        boolean unclaimed,
        boolean breached,
        Set<String> tags) {
    public static final CaseQuery NOTHING = words("");

    public CaseQuery {
        channels = Set.copyOf(channels);
        districts = Set.copyOf(districts);
        villages = Set.copyOf(villages);
        categories = Set.copyOf(categories);
        agencies = Set.copyOf(agencies);
        priorities = Set.copyOf(priorities);
        states = Set.copyOf(states);
        owners = Set.copyOf(owners);
        tags = Set.copyOf(tags);
    }

    public CaseQuery(
            String words, String reporter, String address, Set<String> channels, Set<String> districts,
            Set<String> villages, Set<String> categories, Set<String> agencies, Set<Priority> priorities,
            Set<CaseState> states, Set<String> owners, boolean unclaimed, boolean breached) {
        this(
                words, reporter, address, channels, districts, villages, categories, agencies, priorities, states, owners,
                unclaimed, breached, Set.of());
    }

    /// These words anywhere, and nothing else asked for.
    public static CaseQuery words(String words) {
        return new CaseQuery(
                words, "", "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, false);
    }

    /// Whether nothing but words is asked for.
    public boolean plain() {
        return equals(words(words));
    }

    /// The same with this asked of the reporter.
    public CaseQuery withReporter(String other) {
        return new CaseQuery(
                words, other, address, channels, districts, villages, categories, agencies, priorities, states, owners,
                unclaimed, breached, tags);
    }

    public boolean isEmpty() {
        return words.isBlank() && plain();
    }
}
