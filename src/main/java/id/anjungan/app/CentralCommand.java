package id.anjungan.app;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.Database;
import id.anjungan.central.ProfileCity;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the central server until it is told to stop.
@Command(
        name = "central", mixinStandardHelpOptions = true, sortOptions = false,
        subcommands = RestoreEpochCommand.class)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class CentralCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "P", descriptionKey = "profile", defaultValue = "surabaya")
    private String profile;

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port", defaultValue = "7112")
    private int port;

    @Option(names = "--host", paramLabel = "ADDRESS", descriptionKey = "host", defaultValue = CentralConfig.LOOPBACK)
    private String host;

    @Override
    public Integer call() throws Exception {
        CityProfile city = ProfileLoader.load(profile);
        Database where = database.database(spec);
        CentralConfig config = CentralConfig.of(new ProfileCity(city), where, InstantSource.system())
                .withHost(host)
                .withPort(port);
        try (Shutdown stop = Shutdown.watch();
                CentralServer server = CentralServer.start(config)) {
            spec.commandLine().getOut().printf(
                    "Central of %s at %s, database %s, migration %d%n",
                    city.name().en(), server.baseUri(), where, server.migration());
            spec.commandLine().getOut().flush();
            stop.await();
        }
        return 0;
    }
}
