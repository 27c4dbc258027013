package id.anjungan.kit;

import java.util.ArrayList;
import java.util.List;

/// What a check found, each with its invariant (I1…I8), the id it is about, and what is wrong.
public final class Findings {
    /// One violation.
    public record Violation(String invariant, String id, String what) {
        @Override
        public String toString() {
            return invariant + " " + id + ": " + what;
        }
    }

    private final List<Violation> all = new ArrayList<>();

    void add(String invariant, Object id, String what) {
        all.add(new Violation(invariant, String.valueOf(id), what));
    }

    void addAll(Findings other) {
        all.addAll(other.all);
    }

    public List<Violation> all() {
        return List.copyOf(all);
    }

    public boolean of(String invariant) {
        return all.stream().anyMatch(v -> v.invariant().equals(invariant));
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder();
        all.stream().limit(30).forEach(v -> s.append("\n  ").append(v));
        return all.size() + " violations" + s + (all.size() > 30 ? "\n  …" : "");
    }
}
