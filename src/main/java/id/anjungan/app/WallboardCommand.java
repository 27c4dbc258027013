package id.anjungan.app;

import id.anjungan.domain.Role;
import id.anjungan.state.LiveDesk;
import id.anjungan.text.Lang;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The wall against a server somewhere: signs in as a wallboard, so no personal value ever reaches it.
@Command(name = "wallboard", mixinStandardHelpOptions = true, sortOptions = false)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class WallboardCommand implements Callable<Integer> {
    @Option(names = "--server", paramLabel = "URL", descriptionKey = "server", required = true, converter = ServerOption.class)
    private URI server;

    @Mixin
    private DeskOptions options = new DeskOptions();

    @Override
    public Integer call() throws Exception {
        Screen.need();
        String operator = Servers.operator(server, Role.WALLBOARD, options.operator);
        try (Shutdown stop = Shutdown.watch();
                DataDirectory data = DataDirectory.open(options.directory("wallboard"), false);
                LiveDesk desk = Desks.open(data.path(), server, operator, Role.WALLBOARD, options)) {
            Lang lang = Lang.of(desk.setting("language").orElse("id"));
            Windows.wall(desk, new Cities(options.boundaries), lang, options.fullScreen, stop::over);
            stop.await();
        }
        return 0;
    }
}
