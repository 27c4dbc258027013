package id.anjungan.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line's root: without a subcommand it shows what there is to do.
@Command(
        name = "anjungan",
        mixinStandardHelpOptions = true,
        version = "Anjungan 0.1.0",
        sortOptions = false,
        subcommands = {
            DemoCommand.class,
            ConsoleCommand.class,
            WallboardCommand.class,
            CentralCommand.class,
            SimulateCommand.class,
            FeedCommand.class,
            DoctorCommand.class,
            ShotsCommand.class,
            HelpCommand.class
        })
final class AnjunganCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }
}
