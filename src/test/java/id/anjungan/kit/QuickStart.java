package id.anjungan.kit;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// How children are started. For the longer forms the JDK's ahead-of-time cache is made once, from a child that served
/// a desk, because a thousand starts are most of what a thousand kills cost. Without a cache children start as ever.
final class QuickStart {
    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx384m",
            "--enable-native-access=ALL-UNNAMED", "-XX:-UsePerfData");
    private static final List<String> MADE = make();

    private QuickStart() {}

    /// The flags and class path of a child.
    static List<String> flags() {
        return MADE;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> make() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> plain = with(FLAGS, "-cp", path.replace(File.pathSeparator + File.pathSeparator, File.pathSeparator));
        if (Length.now() == Length.SHORT) {
            return plain;
        }
        try {
            Path dir = Files.createTempDirectory("quick-start");
            List<String> jars = with(FLAGS, "-cp", jars(path, dir));
            Path cache = dir.resolve("children.aot");
            List<String> line = with(List.of(java()), "-XX:AOTCacheOutput=" + cache);
            line.addAll(jars);
            line.addAll(List.of(TrainMain.class.getName(), dir.resolve("train").toString()));
            int rc = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(dir.resolve("train.log").toFile())
                    .start()
                    .waitFor();
            System.out.println("[kit] children start " + (Files.exists(cache) ? "from a cache" : "slowly, see " + dir) + ", " + rc);
            return Files.exists(cache) ? with(jars, "-XX:AOTCache=" + cache) : plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return plain;
        }
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /// The cache wants jars only.
    private static String jars(String path, Path dir) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String part : path.split(File.pathSeparator)) {
            Path p = Path.of(part);
            if (Files.isDirectory(p)) {
                jars.add(jar(p, dir.resolve("part" + jars.size() + ".jar")));
            } else if (!part.isEmpty() && Files.exists(p)) {
                jars.add(part);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String jar(Path classes, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path f : all.filter(p -> !p.equals(classes)).toList()) {
                String name = classes.relativize(f).toString().replace(File.separatorChar, '/');
                // Folders, too: whoever looks for migrations looks for theirs.
                out.putNextEntry(new JarEntry(Files.isDirectory(f) ? name + "/" : name));
                if (Files.isRegularFile(f)) {
                    Files.copy(f, out);
                }
            }
        }
        return to.toString();
    }
}
