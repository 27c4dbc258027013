package id.anjungan.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// A console or a server whose machine can lose its power. A small library, compiled when the test runs and preloaded into the
/// child, keeps what was synced of each database file apart from what was only written. A cut kills the process and
/// puts the files back to what was synced; of the rest none or a seeded choice of pages survives, as on a real disk.
public final class PowerCut {
    private static final int PAGE = 4096;

    private final Path dir;
    private final Path durable;
    private final Runnable kill;
    private final Random dice;

    private PowerCut(Path dir, Runnable kill, long seed) {
        this.dir = dir;
        this.kill = kill;
        this.durable = dir.resolveSibling(dir.getFileName() + ".durable");
        this.dice = new Random(seed);
        try {
            Files.createDirectories(durable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Before it is started.
    public static PowerCut of(Console console, Path library, long seed) {
        PowerCut cut = new PowerCut(console.dir(), console::kill, seed);
        console.environment(cut.environment(library));
        return cut;
    }

    /// Before it is started.
    public static PowerCut of(Server server, Path library, long seed) {
        PowerCut cut = new PowerCut(Objects.requireNonNull(server.database().getParent()), server::kill, seed);
        server.environment(cut.environment(library));
        return cut;
    }

    private Map<String, String> environment(Path library) {
        return Map.of(
                "LD_PRELOAD", library.toString(), "KIT_WATCHED", dir.toAbsolutePath().toString(),
                "KIT_DURABLE", durable.toAbsolutePath().toString());
    }

    /// The library; empty where there is no C compiler for Linux.
    public static Optional<Path> library(Path dir) {
        return Preload.compiled("unsynced", dir);
    }

    /// The power goes. `survives` is the chance of a written, unsynced page to be on the disk all the same.
    public void cut(double survives) {
        kill.run();
        try {
            for (String name : names()) {
                byte[] left = left(bytes(dir.resolve(name)), bytes(durable.resolve(name)), survives);
                Files.write(dir.resolve(name), left);
                Files.write(durable.resolve(name), left);
            }
            try (var all = Files.list(dir)) {
                for (Path shm : all.filter(f -> f.toString().endsWith("-shm")).toList()) {
                    Files.delete(shm);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path dir : List.of(dir, durable)) {
            try (var all = Files.list(dir)) {
                all.map(f -> f.getFileName().toString())
                        .filter(n -> n.endsWith(".db") || n.endsWith("-wal"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private byte[] left(byte[] written, byte[] synced, double survives) {
        byte[] left = synced.clone();
        for (int at = 0; at < written.length; at += PAGE) {
            int to = Math.min(at + PAGE, written.length);
            boolean same = to <= synced.length && Arrays.equals(written, at, to, synced, at, to);
            if (!same && survives > 0 && dice.nextDouble() < survives) {
                left = left.length < to ? Arrays.copyOf(left, to) : left;
                System.arraycopy(written, at, left, at, to - at);
            }
        }
        return left;
    }
}
