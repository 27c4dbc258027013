package id.anjungan.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what of this machine is fit for work, and what to do about the rest. Ends with 1 when something is unfit.
@Command(name = "doctor", mixinStandardHelpOptions = true, sortOptions = false)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "server", converter = ServerOption.class)
    private @Nullable URI server;

    @Option(names = "--city", paramLabel = "CITY", descriptionKey = "city", defaultValue = "surabaya")
    private String city;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private @Nullable Path data;

    @Override
    public Integer call() {
        DoctorReport report = new Doctor(data == null ? DataDirectory.standard() : data, city, server).look();
        report.print(spec.commandLine().getOut());
        return report.fitForWork() ? 0 : 1;
    }
}
