package id.anjungan.app;

import id.anjungan.central.RestoreEpoch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The step after restoring a backup of the central database: begins a new history.
@Command(name = "restore-epoch", mixinStandardHelpOptions = true, sortOptions = false)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class RestoreEpochCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() throws Exception {
        RestoreEpoch.Renewed renewed = RestoreEpoch.renew(database.database(spec));
        spec.commandLine().getOut().printf(
                "Epoch %s is now %s. Last number %d; case numbers go on %d higher. Start central: every desk takes a new"
                        + " snapshot and offers its settled commands again.%n",
                renewed.before(), renewed.now(), renewed.head(), RestoreEpoch.SKIPPED_CASE_NUMBERS);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
