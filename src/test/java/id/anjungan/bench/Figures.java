package id.anjungan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// Where measured figures go: the console, and one line of CSV each under `target/bench`.
public final class Figures {
    private static final Path DIR = Path.of("target", "bench");

    private Figures() {}

    /// A figure beside the budget or floor it is judged by.
    public static void print(String file, String what, double value, String unit, String beside) {
        String line = String.format(Locale.ROOT, "%s,%.3f,%s,%s", what, value, unit, beside);
        System.out.println("BENCH " + line);
        try {
            Files.createDirectories(DIR);
            Files.writeString(
                    DIR.resolve(file + ".csv"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
