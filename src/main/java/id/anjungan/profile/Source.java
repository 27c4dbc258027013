package id.anjungan.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Where the files of a profile come from. Reading blocks: keep it off the FX thread.
public sealed interface Source {
    /// A profile that is packed with the program, under `assets/profiles/<name>`.
    record ClassPath(String name) implements Source {
        @Override
        public Optional<String> text(String file) throws IOException {
            try (InputStream in = Source.class.getResourceAsStream("/assets/profiles/" + name + "/" + file)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        @Override
        public String label() {
            return name;
        }
    }

    /// A folder that holds the files.
    record Folder(Path path) implements Source {
        @Override
        public Optional<String> text(String file) throws IOException {
            Path p = path.resolve(file);
            return Files.isRegularFile(p) ? Optional.of(Files.readString(p)) : Optional.empty();
        }

        @Override
        public String label() {
            return path.toString();
        }
    }

    /// A zip of such a folder, with or without the folder itself.
    record Zip(Path path) implements Source {
        /// More than any honest profile needs; a zip that unpacks to more is refused.
        private static final int LARGEST_BYTES = 16 << 20;

        @Override
        public Optional<String> text(String file) throws IOException {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                Optional<? extends ZipEntry> entry = zip.stream()
                        .filter(e -> !e.isDirectory() && named(e.getName(), file))
                        .findFirst();
                return entry.isPresent() ? Optional.of(read(zip, entry.get())) : Optional.empty();
            }
        }

        private static boolean named(String entry, String file) {
            int slash = entry.indexOf('/');
            return entry.equals(file) || (slash >= 0 && entry.substring(slash + 1).equals(file));
        }

        private static String read(ZipFile zip, ZipEntry entry) throws IOException {
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
                if (bytes.length > LARGEST_BYTES) {
                    throw new IOException(entry.getName() + " is larger than " + LARGEST_BYTES + " bytes");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }

        @Override
        public String label() {
            return path.toString();
        }
    }

    /// The text of one file, or empty when the profile has no such file.
    Optional<String> text(String file) throws IOException;

    /// What to call this profile in a report.
    String label();

    /// What a person means who writes `surabaya`, `./boston` or `boston.zip`: an existing folder, an existing
    /// file (taken as zip), and otherwise a packed profile of that name.
    static Source of(String nameOrPath) {
        Path path = Path.of(nameOrPath);
        if (Files.isDirectory(path)) {
            return new Folder(path);
        }
        return Files.isRegularFile(path) ? new Zip(path) : new ClassPath(nameOrPath);
    }
}
