package id.anjungan.geo;

import java.nio.file.Path;
import java.util.List;

/// Boundary files as they would be used, before anybody has agreed to it: what they bring, what was repaired and what
/// was left out. `files` are the chosen ones, in order.
public record BoundaryTrial(List<Read> files, Boundaries boundaries, List<Area> table) {
    /// One file and the levels it has outlines of.
    public record Read(Path file, java.util.Set<Area.Level> levels) {
        public Read {
            levels = java.util.Set.copyOf(levels);
        }
    }

    public BoundaryTrial {
        files = List.copyOf(files);
        table = List.copyOf(table);
    }

    /// How many areas of this level have an outline of their own.
    public long matched(Area.Level level) {
        return table.stream().filter(a -> a.level() == level && boundaries.covers(a.code())).count();
    }

    /// How many areas of this level the city has.
    public long known(Area.Level level) {
        return table.stream().filter(a -> a.level() == level).count();
    }

    /// Everything that was found, what was left out first.
    public List<BoundaryProblem> problems() {
        return boundaries.problems().stream()
                .sorted(java.util.Comparator.comparing((BoundaryProblem p) -> !p.kind().rejects()))
                .toList();
    }

    /// Each of the files brought something, so there is something to take over.
    public boolean usable() {
        return !files.isEmpty() && files.stream().noneMatch(f -> f.levels().isEmpty());
    }
}
