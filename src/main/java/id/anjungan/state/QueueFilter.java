package id.anjungan.state;

import java.util.Set;

/// Which open cases the queue shows. Empty sets and blank text mean all; what is given must all be true.
public record QueueFilter(
        boolean mine, boolean unclaimed, boolean breached, Set<String> channels, Set<String> districts,
        Set<String> categories, String text) {
    public static final QueueFilter ALL =
            new QueueFilter(false, false, false, Set.of(), Set.of(), Set.of(), "");

    public QueueFilter {
        channels = Set.copyOf(channels);
        districts = Set.copyOf(districts);
        categories = Set.copyOf(categories);
    }

    public QueueFilter withText(String words) {
        return new QueueFilter(mine, unclaimed, breached, channels, districts, categories, words);
    }
}
