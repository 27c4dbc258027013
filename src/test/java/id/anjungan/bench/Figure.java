package id.anjungan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/// Prints a measured figure beside its floor of the same run, and keeps it as a line of `target/bench/*.csv`
/// (`figure,value,unit,floor,ratio,load`). The load is the machine's average of the last minute: a figure taken on a
/// busy machine says less than its ratio.
final class Figure {
    private static final Path DIR = Path.of("target", "bench");

    private Figure() {}

    /// A figure without a floor of its own.
    static void print(String file, String name, double value, String unit) {
        print(file, name, value, unit, Double.NaN);
    }

    static void print(String file, String name, double value, String unit, double floor) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        boolean alone = Double.isNaN(floor);
        System.out.printf(
                Locale.ROOT, "%-52s %,12.2f %-8s %s  load %.1f%n", name, value, unit,
                alone ? "" : String.format(Locale.ROOT, "floor %,12.2f  ratio %.2f", floor, value / floor), load);
        String line = String.format(
                Locale.ROOT, "\"%s\",%.3f,%s,%s,%s,%.2f%n", name, value, unit,
                alone ? "" : String.format(Locale.ROOT, "%.3f", floor),
                alone ? "" : String.format(Locale.ROOT, "%.3f", value / floor), load);
        try {
            Files.createDirectories(DIR);
            Files.writeString(DIR.resolve(file + ".csv"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Begins a file anew.
    static void begin(String file) throws IOException {
        Files.createDirectories(DIR);
        Files.writeString(DIR.resolve(file + ".csv"), "figure,value,unit,floor,ratio,load\n");
    }

    /// The value that this share of the samples does not exceed.
    static double at(double share, double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    /// Processor time of this whole process in nanoseconds.
    static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
