package id.anjungan.profile;

import java.util.List;
import java.util.stream.Collectors;

/// A profile that cannot be used, with everything that is wrong with it at once, in the order of its files.
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String profile;
    private final transient List<Mistake> mistakes;

    ProfileException(String profile, List<Mistake> mistakes) {
        super("mistakes in the profile " + profile + ": " + mistakes.size() + ", first: " + mistakes.getFirst());
        this.profile = profile;
        this.mistakes = List.copyOf(mistakes);
    }

    /// Never empty.
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /// For the person who wrote the profile: one line a mistake, with file, line, field and the remedy.
    public String explain() {
        String count = mistakes.size() == 1 ? "one mistake" : mistakes.size() + " mistakes";
        return mistakes.stream()
                .map(m -> "  " + m)
                .collect(Collectors.joining("\n", "The profile " + profile + " has " + count + ":\n", "\n"));
    }
}
