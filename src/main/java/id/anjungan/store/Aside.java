package id.anjungan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Keeps a damaged file, with its journal, under a name that says so and when it was last written, such as
/// `cache.db.damaged-20261124T075711Z`.
final class Aside {
    static final List<String> PARTS = List.of("", "-wal", "-shm");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Aside() {}

    /// Moves the file away; for what can be fetched again. Of older ones only `others` stay.
    static Path move(Path file, int others) {
        try {
            Path kept = free(file);
            for (String end : PARTS) {
                Path part = part(file, end);
                if (Files.exists(part)) {
                    Files.move(part, part(kept, end));
                }
            }
            forget(file, kept, others);
            return kept;
        } catch (IOException e) {
            throw new StoreException("cannot set the damaged file aside: " + e.getMessage(), e);
        }
    }

    /// Copies the file; for what must not be missing at any moment.
    static Path copy(Path file) {
        try {
            Path kept = free(file);
            copy(file, kept);
            return kept;
        } catch (IOException e) {
            throw new StoreException("cannot set the damaged file aside: " + e.getMessage(), e);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (String end : PARTS) {
            if (Files.exists(part(from, end))) {
                Files.copy(part(from, end), part(to, end), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path file) throws IOException {
        for (String end : PARTS.reversed()) {
            Files.deleteIfExists(part(file, end));
        }
    }

    static Path part(Path file, String end) {
        return file.resolveSibling(file.getFileName() + end);
    }

    private static Path free(Path file) throws IOException {
        String when = NAME.format(Files.getLastModifiedTime(file).toInstant());
        Path name = part(file, ".damaged-" + when);
        for (int n = 2; Files.exists(name); n++) {
            name = part(file, ".damaged-" + when + "-" + n);
        }
        return name;
    }

    private static void forget(Path file, Path kept, int others) throws IOException {
        String like = file.getFileName() + ".damaged-";
        try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
            List<Path> old = siblings
                    .filter(f -> f.getFileName().toString().startsWith(like))
                    .filter(f -> PARTS.stream().skip(1).noneMatch(end -> f.toString().endsWith(end)))
                    .filter(f -> !f.getFileName().equals(kept.getFileName()))
                    .sorted()
                    .toList();
            for (Path f : old.subList(0, Math.max(0, old.size() - others))) {
                delete(f);
            }
        }
    }
}
