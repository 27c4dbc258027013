package id.anjungan.state;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Priority;
import java.util.Optional;
import java.util.Set;

/// What is looked for, open or closed. Empty sets and blank text mean all; of one kind any may be true, of different
/// kinds each must. `words` may stand anywhere in a case, `reporter` in the name, account or phone number of who
/// reported. `owners` are operators' ids; `unclaimed` is one more that may be true beside them.
public record SearchQuery(
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
        boolean breached) {
    public static final SearchQuery NOTHING = words("");

    public SearchQuery {
        channels = Set.copyOf(channels);
        districts = Set.copyOf(districts);
        villages = Set.copyOf(villages);
        categories = Set.copyOf(categories);
        agencies = Set.copyOf(agencies);
        priorities = Set.copyOf(priorities);
        states = Set.copyOf(states);
        owners = Set.copyOf(owners);
    }

    /// These words anywhere, and nothing else asked for.
    public static SearchQuery words(String words) {
        return new SearchQuery(
                words, "", "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, false);
    }

    /// Whether nothing but words is asked for.
    public boolean plain() {
        return equals(words(words));
    }

    /// The same with this asked of the reporter.
    public SearchQuery withReporter(String other) {
        return new SearchQuery(
                words, other, address, channels, districts, villages, categories, agencies, priorities, states, owners,
                unclaimed, breached);
    }

    public boolean isEmpty() {
        return words.isBlank() && plain();
    }

    /// The same as a filter of the queue; empty when the queue cannot be filtered so. `me` is the operator here.
    public Optional<QueueFilter> filter(String me) {
        boolean mine = owners.equals(Set.of(me));
        boolean whose = owners.isEmpty() || (mine && !unclaimed);
        boolean beyond = !reporter.isBlank() || !address.isBlank() || !villages.isEmpty() || !priorities.isEmpty()
                || !states.isEmpty() || !whose;
        return beyond
                ? Optional.empty()
                : Optional.of(new QueueFilter(
                        mine, unclaimed, breached, channels, districts, categories, agencies, words));
    }
}
