package id.anjungan.geo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The boundary files that a desk has taken over, one set a city, kept as they were given. A set is replaced as a
/// whole: it is copied beside the old one and named as the present one by a single move, so that whatever goes wrong
/// on the way leaves the old one in use. A file for one level leaves the kept file of the other where it is. Any thread.
public final class BoundaryShelf {
    /// No outlines of a city need more.
    static final long LARGEST = 200L << 20;

    private static final String PRESENT = "present";

    private final @Nullable Path directory;
    private final AtomicInteger version = new AtomicInteger();

    public BoundaryShelf(Path directory) {
        this.directory = directory;
    }

    private BoundaryShelf() {
        directory = null;
    }

    /// A shelf that keeps nothing.
    public static BoundaryShelf none() {
        return new BoundaryShelf();
    }

    /// Counts what was taken over or removed since the start.
    public int version() {
        return version.get();
    }

    /// The files in use for a city; empty when none were taken over.
    public synchronized List<Path> files(String city) {
        try {
            return present(city);
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Reads the files as they would be used. `goOn` is told how far it is, from 0 to 1, and stops the reading by
    /// saying no; the answer is then null. What cannot be read is a problem in the answer, never thrown.
    public @Nullable BoundaryTrial trial(String city, Collection<Area> table, List<Path> chosen, DoublePredicate goOn) {
        BoundaryImport in = new BoundaryImport(table);
        List<BoundaryTrial.Read> read = new ArrayList<>();
        Set<Area.Level> levels = EnumSet.noneOf(Area.Level.class);
        List<Path> kept = files(city);
        double steps = chosen.size() + kept.size() + 1.0;
        for (Path file : chosen) {
            double done = read.size();
            if (!into(in, file, part -> goOn.test((done + part) / steps))) {
                return null;
            }
            read.add(new BoundaryTrial.Read(file, in.levels()));
            levels.addAll(in.levels());
        }
        for (Path file : kept) {
            if (java.util.Collections.disjoint(levelsOf(file), levels) && !into(in, file, part -> goOn.test(read.size() / steps))) {
                return null;
            }
        }
        Boundaries all = in.done();
        return goOn.test(1) ? new BoundaryTrial(read, all, List.copyOf(table)) : null;
    }

    private static boolean into(BoundaryImport in, Path file, DoublePredicate goOn) {
        String name = file.getFileName().toString();
        try {
            if (Files.size(file) > LARGEST) {
                in.refuse(name, "larger than " + (LARGEST >> 20) + " MB");
                return true;
            }
            return goOn.test(0) && in.read(name, Files.readString(file), goOn);
        } catch (java.nio.charset.CharacterCodingException e) {
            in.refuse(name, "not UTF-8 text");
        } catch (IOException e) {
            in.refuse(name, "cannot be read: " + e.getMessage());
        }
        return true;
    }

    /// Keeps the files of a trial and uses them from now on.
    public synchronized void take(String city, BoundaryTrial trial) throws IOException {
        Path home = home(city);
        if (!trial.usable()) {
            throw new IOException("the files bring no outlines");
        }
        Path next = Files.createDirectories(home.resolve(UUID.randomUUID().toString()));
        Set<Area.Level> levels = EnumSet.noneOf(Area.Level.class);
        int n = 0;
        for (BoundaryTrial.Read r : trial.files()) {
            levels.addAll(r.levels());
            Files.copy(r.file(), next.resolve(name(n++, r.levels(), r.file())));
        }
        for (Path old : present(city)) {
            if (java.util.Collections.disjoint(levelsOf(old), levels)) {
                Files.copy(old, next.resolve(name(n++, levelsOf(old), Path.of(plainName(old)))));
            }
        }
        point(home, next.getFileName().toString());
    }

    /// The city is drawn from what the desk was started with again.
    public synchronized void remove(String city) throws IOException {
        point(home(city), "");
    }

    private Path home(String city) throws IOException {
        if (directory == null) {
            throw new IOException("this desk has no place to keep boundaries");
        }
        return Files.createDirectories(directory.resolve(city));
    }

    private void point(Path home, String set) throws IOException {
        Path fresh = home.resolve(PRESENT + ".new");
        Files.writeString(fresh, set);
        Files.move(fresh, home.resolve(PRESENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        int _ = version.incrementAndGet();
        sweep(home, set);
    }

    /// Sets that are not in use only take room: what cannot be deleted now is deleted next time.
    private static void sweep(Path home, String keep) throws IOException {
        try (Stream<Path> sets = Files.list(home)) {
            for (Path set : sets.filter(Files::isDirectory).toList()) {
                if (!set.getFileName().toString().equals(keep)) {
                    delete(set);
                }
            }
        }
    }

    private static void delete(Path set) throws IOException {
        try (Stream<Path> all = Files.walk(set)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        }
    }

    private List<Path> present(String city) throws IOException {
        if (directory == null || !Files.exists(directory.resolve(city).resolve(PRESENT))) {
            return List.of();
        }
        String set = Files.readString(directory.resolve(city).resolve(PRESENT)).strip();
        if (set.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.resolve(city).resolve(set))) {
            return files.sorted().toList();
        }
    }

    /// A kept file says in its name where it stands and which levels it has: `0_dv_villages.geojson`.
    private static String name(int n, Set<Area.Level> levels, Path file) {
        String mark = (levels.contains(Area.Level.DISTRICT) ? "d" : "") + (levels.contains(Area.Level.VILLAGE) ? "v" : "");
        return n + "_" + mark + "_" + file.getFileName();
    }

    private static Set<Area.Level> levelsOf(Path kept) {
        String mark = kept.getFileName().toString().split("_", 3)[1];
        Set<Area.Level> out = EnumSet.noneOf(Area.Level.class);
        if (mark.contains("d")) {
            out.add(Area.Level.DISTRICT);
        }
        if (mark.contains("v")) {
            out.add(Area.Level.VILLAGE);
        }
        return out;
    }

    private static String plainName(Path kept) {
        return kept.getFileName().toString().split("_", 3)[2];
    }
}
