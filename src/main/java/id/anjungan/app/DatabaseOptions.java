package id.anjungan.app;

import id.anjungan.central.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Which database central uses. A password belongs into the environment, where other people on the machine do not
/// read it in the list of processes.
final class DatabaseOptions {
    @Option(names = "--database", paramLabel = "FILE|URL", descriptionKey = "database")
    private @Nullable String location;

    @Option(
            names = "--database-user", paramLabel = "NAME", descriptionKey = "database.user",
            defaultValue = "${env:ANJUNGAN_DATABASE_USER}")
    private @Nullable String user;

    @Option(
            names = "--database-password", paramLabel = "WORD", descriptionKey = "database.password",
            defaultValue = "${env:ANJUNGAN_DATABASE_PASSWORD}", showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private @Nullable String password;

    /// The database; the folder of a file is made when it is not there. Asked for here and not by picocli, which
    /// would also ask a command whose subcommand has been given it.
    Database database(CommandSpec of) throws IOException {
        if (location == null) {
            throw new ParameterException(of.commandLine(), "Missing required option: '--database=<FILE|URL>'");
        }
        Database named = new Database(location, user, password);
        if (named.postgres()) {
            return named;
        }
        Path file = Path.of(location).toAbsolutePath();
        Files.createDirectories(file.getParent());
        return Database.file(file);
    }
}
