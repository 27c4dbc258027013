package id.anjungan.app;

import id.anjungan.channel.feed.FeedImport;
import id.anjungan.channel.feed.FeedOptions;
import id.anjungan.channel.feed.FeedProgress;
import id.anjungan.channel.feed.FeedResult;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings a file of real reports in through a server's intake. Shows progress on standard error, and ends with one
/// line on standard output: `read N accepted N aside N`.
@Command(name = "feed", mixinStandardHelpOptions = true, sortOptions = false)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class FeedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "feed.file")
    private Path file;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "server", required = true, converter = ServerOption.class)
    private URI server;

    @Option(names = "--profile", paramLabel = "P", descriptionKey = "feed.profile")
    private @Nullable String profile;

    @Option(names = "--channel", paramLabel = "CODE", descriptionKey = "feed.channel")
    private @Nullable String channel;

    @Option(names = "--category", paramLabel = "CODE", descriptionKey = "feed.category")
    private @Nullable String category;

    @Option(names = "--map", paramLabel = "FIELD=COLUMN", descriptionKey = "feed.map")
    private Map<String, String> columns = Map.of();

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "feed.speed", defaultValue = "0")
    private double speed;

    @Option(names = "--aside", paramLabel = "FILE", descriptionKey = "feed.aside")
    private @Nullable Path aside;

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(file)) {
            throw new IOException("There is no readable file " + file + ".");
        }
        CityProfile city = profile == null ? Servers.profile(server) : ProfileLoader.load(profile);
        Path asideFile = aside == null ? Path.of(file.getFileName() + ".aside.csv") : aside;
        FeedOptions options = new FeedOptions(server, city, channel, category, columns, speed, asideFile, null);
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
        FeedResult result = new FeedImport(file, options, InstantSource.system(), p -> bar.show(p.share(), words(p))).run();
        bar.done();
        PrintWriter out = spec.commandLine().getOut();
        if (result.aside() > 0) {
            spec.commandLine().getErr().println("set aside, each with its line and reason: " + asideFile.toAbsolutePath());
        }
        out.println(result.line());
        out.flush();
        return 0;
    }

    private static String words(FeedProgress p) {
        String rate = String.format(java.util.Locale.ROOT, "%,d rows  %,.0f/s", p.soFar().read(), p.rowsPerSecond());
        return p.serverAway() ? rate + "  the server is away, waiting" : rate;
    }
}
