package id.anjungan.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Small libraries in C that stand between a child process and its disk: compiled when the test runs, and preloaded.
public final class Preload {
    private Preload() {}

    /// Compiles `kit/NAME.c` into a directory; empty where there is no C compiler for Linux.
    public static Optional<Path> compiled(String name, Path dir) {
        Path lib = dir.resolve(name + ".so");
        Path source = dir.resolve(name + ".c");
        try (InputStream in = Preload.class.getResourceAsStream("/kit/" + name + ".c")) {
            if (in == null || !System.getProperty("os.name").equals("Linux")) {
                return Optional.empty();
            }
            Files.createDirectories(dir);
            Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
            int rc = new ProcessBuilder("cc", "-shared", "-fPIC", "-O1", "-o", lib.toString(), source.toString(), "-ldl")
                    .inheritIO()
                    .start()
                    .waitFor();
            return rc == 0 ? Optional.of(lib) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
