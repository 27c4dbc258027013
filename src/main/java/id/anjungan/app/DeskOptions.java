package id.anjungan.app;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every window can be told on the command line.
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class DeskOptions {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private @Nullable Path data;

    @Option(names = "--operator", paramLabel = "ID", descriptionKey = "operator")
    @Nullable String operator;

    @Option(names = "--theme", paramLabel = "NAME", descriptionKey = "theme")
    @Nullable String theme;

    @Option(names = "--language", paramLabel = "CODE", descriptionKey = "language")
    @Nullable String language;

    @Option(names = "--boundaries", paramLabel = "FILE", descriptionKey = "boundaries", arity = "1")
    List<Path> boundaries = List.of();

    @Option(names = "--full-screen", descriptionKey = "fullscreen")
    boolean fullScreen;

    /// The directory of this desk: the given one itself, or a folder of that name in the user's.
    Path directory(String name) {
        return data != null ? data : DataDirectory.standard().resolve(name);
    }
}
