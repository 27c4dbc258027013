package id.anjungan.app;

import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.Desk;
import id.anjungan.state.LiveDesk;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.WallWindow;
import id.anjungan.ui.shell.wall.Monitor;
import id.anjungan.ui.shell.wall.Monitors;
import id.anjungan.ui.shell.wall.WallStages;
import id.anjungan.ui.shell.wall.WallWindows;
import id.anjungan.ui.shell.wall.Walls;
import id.anjungan.ui.wallboard.Sight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Walls sent from an operator's desk. They never show what the desk holds: a second desk in this process signs in as a
/// wallboard, so what is on the wall came over the wire without a personal value. It is opened with the first wall.
/// Which monitors have one is kept, so they come back with the desk.
final class DeskWalls implements AutoCloseable {
    private static final String SCREENS = "wall.screens";
    private static final String SIGHT = "wall.sight";

    private final Desk desk;
    private final URI server;
    private final Path directory;
    private final Cities cities;
    private final ObjectProperty<Sight> sight;
    private @Nullable LiveDesk wall;
    private @Nullable WallWindows windows;
    private @Nullable Awake awake;

    DeskWalls(Desk desk, URI server, Path directory, Cities cities) {
        this.desk = desk;
        this.server = server;
        this.directory = directory;
        this.cities = cities;
        sight = new SimpleObjectProperty<>(desk.setting(SIGHT).flatMap(Sight::read).orElse(Sight.USUAL));
    }

    /// On the JavaFX thread.
    Walls open() {
        List<String> kept = Arrays.stream(desk.setting(SCREENS).orElse("").split(","))
                .filter(k -> !k.isBlank())
                .toList();
        WallWindows all = new WallWindows(
                Monitors.ofSystem(), this::show, kept, false, keys -> desk.putSetting(SCREENS, String.join(",", keys)));
        windows = all;
        sight.subscribe((was, is) -> desk.putSetting(SIGHT, is.written()));
        return new Walls(all, sight);
    }

    private WallWindows.Open show(Monitor on) {
        LiveDesk d = wallDesk();
        if (awake == null) {
            awake = Awake.hold();
        }
        Lang lang = Lang.of(desk.setting("language").orElse("id"));
        WallWindow window = new WallWindow(d, cities::outlines, lang, sight);
        return WallStages.fill(
                on, window::scene, new SimpleObjectProperty<>("Anjungan · " + desk.profile().get().name().id()));
    }

    private LiveDesk wallDesk() {
        LiveDesk d = wall;
        if (d == null) {
            try {
                d = Desks.open(Files.createDirectories(directory), server, operator(), Role.WALLBOARD, new DeskOptions());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            wall = d;
        }
        return d;
    }

    private String operator() {
        return desk.profile().get().operators().stream()
                .filter(o -> o.role() == Role.WALLBOARD)
                .map(CityProfile.Operator::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The city's profile names no wallboard."));
    }

    @Override
    public void close() {
        WallWindows all = windows;
        if (all != null) {
            FxThread.call(() -> {
                        all.close();
                        return true;
                    })
                    .join();
        }
        if (wall != null) {
            wall.close();
        }
        if (awake != null) {
            awake.close();
        }
    }
}
