package id.anjungan.app;

import id.anjungan.domain.Role;
import id.anjungan.state.LiveDesk;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.WallWindow;
import id.anjungan.ui.shell.wall.Monitor;
import id.anjungan.ui.shell.wall.Monitors;
import id.anjungan.ui.shell.wall.WallStages;
import id.anjungan.ui.shell.wall.WallWindows;
import id.anjungan.ui.wallboard.Sight;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The wall against a server somewhere: signs in as a wallboard, so no personal value ever reaches it. On one monitor or
/// several it fills them and needs no hand: with `--keep` it starts again after a crash, and it starts without its
/// server, from what it has kept.
@Command(name = "wallboard", mixinStandardHelpOptions = true, sortOptions = false)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class WallboardCommand implements Callable<Integer> {
    private static final int STOOD_STILL = 70;

    @Spec
    private CommandSpec spec;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "server", required = true, converter = ServerOption.class)
    private URI server;

    @Option(names = "--screen", paramLabel = "N", descriptionKey = "wall.screen", arity = "1")
    private List<String> screens = List.of();

    @Option(names = "--sight", paramLabel = "INCHxM", descriptionKey = "wall.sight")
    private @Nullable String sight;

    @Option(names = "--keep", descriptionKey = "wall.keep")
    private boolean keep;

    @Mixin
    private DeskOptions options = new DeskOptions();

    @Override
    public Integer call() throws Exception {
        Screen.need();
        if (sight != null && Sight.read(sight).isEmpty()) {
            throw new IllegalArgumentException("--sight is the diagonal in inches and the distance in metres, such as 165x8.");
        }
        return keep ? kept() : wall();
    }

    /// Runs the same command without `--keep` and starts it again whenever it falls.
    private int kept() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        List<String> command = Keeper.again(spec.root().commandLine().getParseResult().originalArgs().stream()
                .filter(a -> !a.equals("--keep"))
                .toList());
        Keeper keeper = new Keeper(
                () -> new ProcessBuilder(command).inheritIO().start(),
                time -> stopped.await(time.toMillis(), TimeUnit.MILLISECONDS), System::nanoTime);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            keeper.stop();
        }, "keeper"));
        return keeper.run();
    }

    private int wall() throws Exception {
        try (Shutdown stop = Shutdown.watch();
                DataDirectory data = DataDirectory.open(options.directory("wallboard"), false);
                LiveDesk desk = Desks.open(data.path(), server, operator(data.path()), Role.WALLBOARD, options)) {
            if (sight != null) {
                desk.putSetting("sight", sight);
            }
            Lang lang = Lang.of(desk.setting("language").orElse("id"));
            Sight by = (sight == null ? desk.setting("sight") : java.util.Optional.of(sight)).flatMap(Sight::read).orElse(Sight.USUAL);
            Cities cities = new Cities(options.boundaries);
            if (screens.isEmpty() && !options.fullScreen) {
                Windows.wall(desk, cities, lang, by, stop::over);
                stop.await();
                return 0;
            }
            return fill(desk, cities, lang, by, stop);
        }
    }

    private int fill(LiveDesk desk, Cities cities, Lang lang, Sight by, Shutdown stop) throws Exception {
        FxThread.start();
        try (Awake awake = Awake.hold();
                Watchdog _ = Watchdog.watch(FxThread::run, () -> Runtime.getRuntime().halt(STOOD_STILL))) {
            PrintWriter err = spec.commandLine().getErr();
            awake.problems().forEach(p -> err.println("the screen may go dark: " + p));
            err.flush();
            WallWindows windows = FxThread.call(() -> {
                        Monitors monitors = Monitors.ofSystem();
                        return new WallWindows(
                                monitors,
                                on -> WallStages.fill(
                                        on,
                                        new WallWindow(desk, cities::outlines, lang, new SimpleObjectProperty<>(by))::scene,
                                        new SimpleObjectProperty<>("Anjungan")),
                                keys(screens, monitors.now()), true, keys -> {});
                    })
                    .join();
            stop.await();
            FxThread.call(() -> {
                        windows.close();
                        return true;
                    })
                    .join();
        }
        return 0;
    }

    /// Screens are named by their number from the left, by size and place, or all of them; the first when none is. A
    /// number no screen has now is one that is to come.
    static List<String> keys(List<String> named, List<Monitor> present) {
        List<String> keys = new ArrayList<>();
        for (String name : named.isEmpty() ? List.of("1") : named) {
            if (name.equalsIgnoreCase("all")) {
                present.forEach(m -> keys.add(m.key()));
            } else if (name.matches("\\d{1,2}")) {
                int n = Integer.parseInt(name);
                keys.add(n >= 1 && n <= present.size() ? present.get(n - 1).key() : "0x0+" + n + "+0");
            } else {
                keys.add(name);
            }
        }
        return keys.stream().distinct().toList();
    }

    /// Who signs in is remembered, so that a wall that starts without its server knows.
    private String operator(Path data) throws IOException, InterruptedException {
        Path file = data.resolve("wallboard.operator");
        try {
            String who = Servers.operator(server, Role.WALLBOARD, options.operator);
            Files.writeString(file, who);
            return who;
        } catch (IOException e) {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            throw e;
        }
    }
}
