package id.anjungan.app;

import id.anjungan.domain.Role;
import id.anjungan.geo.BoundaryShelf;
import id.anjungan.geo.tile.TileShelf;
import id.anjungan.state.LiveDesk;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The operator's desk against a server somewhere.
@Command(name = "console", mixinStandardHelpOptions = true, sortOptions = false)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class ConsoleCommand implements Callable<Integer> {
    @Option(names = "--server", paramLabel = "URL", descriptionKey = "server", required = true, converter = ServerOption.class)
    private URI server;

    @Mixin
    private DeskOptions options = new DeskOptions();

    @Override
    public Integer call() throws Exception {
        Screen.need();
        String operator = Servers.operator(server, Role.OPERATOR, options.operator);
        try (Shutdown stop = Shutdown.watch();
                DataDirectory data = DataDirectory.open(options.directory("console-" + operator), false);
                TileShelf tiles = Tiles.shelf(data.path());
                LiveDesk desk = Desks.open(data.path(), server, operator, Role.OPERATOR, options)) {
            Cities cities = new Cities(options.boundaries, new BoundaryShelf(data.path().resolve("boundaries")));
            try (DeskWalls walls = new DeskWalls(desk, server, data.path().resolve("wall"), cities)) {
                Windows.console(desk, cities, tiles, walls, options.fullScreen, stop::over);
                stop.await();
            }
        }
        return 0;
    }
}
