package id.anjungan.wall;

import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Command;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.simulator.Scenario;
import id.anjungan.simulator.Simulator;
import id.anjungan.simulator.SimulatorConfig;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import id.anjungan.state.QueueRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A day in a city, through the public intake, with an operator who works, and a wall that watches.
final class Day implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final CityProfile city;
    final Path database;
    final CentralServer central;
    final Simulator simulator;
    final LiveDesk desk;
    final LiveDesk wall;
    private final Path dir;

    Day(Path dir, String profile, double speed) {
        this.dir = dir;
        city = ProfileLoader.load(profile);
        database = dir.resolve("central.db");
        InstantSource clock = InstantSource.system();
        central = CentralServer.start(CentralConfig.of(new ProfileCity(city), database, clock));
        simulator = new Simulator(new SimulatorConfig(
                city, central.baseUri(), 11, speed, Scenario.NORMAL, clock, clock.instant()));
        desk = desk(Role.LEAD);
        wall = desk(Role.WALLBOARD);
        wall.wall().subscribe(d -> {});
        desk.wall().subscribe(d -> {});
    }

    private LiveDesk desk(Role role) {
        String who = city.operators().stream().filter(o -> o.role() == role).findFirst().orElseThrow().id();
        return LiveDesk.open(DeskConfig.of(
                dir.resolve(who), central.baseUri(), who, role, InstantSource.system(), "dibatalkan"));
    }

    Path wallFiles() {
        return dir.resolve(wall.actor().id());
    }

    static boolean live(LiveDesk d) {
        return d.status().get().link() == DeskStatus.Link.LIVE;
    }

    /// Brings in the hours before, lets the city go on for a moment while the operator works, then stops it.
    void pass(int hours) throws InterruptedException {
        simulator.backfill(hours);
        simulator.start();
        await().atMost(PATIENCE).until(() -> live(desk) && live(wall) && desk.queue().page().get().total() > 20);
        work();
        long had = simulator.progress().accepted();
        await().atMost(PATIENCE).until(() -> simulator.progress().accepted() > had + 20);
        simulator.close();
    }

    private void work() {
        desk.queue().window(0, 60);
        await().atMost(PATIENCE).until(() -> desk.queue().page().get().rows().size() >= 30);
        List<QueueRow> rows = desk.queue().page().get().rows();
        List<Command> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            QueueRow r = rows.get(i);
            String agency = city.category(r.category()).orElseThrow().agency();
            switch (i % 4) {
                case 0 -> all.add(new Command.DisposeCase(r.id(), 0, List.of(agency), "mohon ditindaklanjuti"));
                case 1 -> all.add(new Command.AcknowledgeCase(r.id()));
                case 2 -> all.add(new Command.CloseCase(r.id(), 0, Outcome.RESOLVED, "Sudah kami tangani, terima kasih."));
                default -> all.add(new Command.HoldCase(r.id(), 0, "menunggu data dari warga"));
            }
        }
        desk.submitAll(all).join();
    }

    /// What the server's own file says.
    <T> T sql(String query, Row<T> row) {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(query)) {
            return row.read(r);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    int number(String query) {
        return sql(query, r -> r.next() ? r.getInt(1) : 0);
    }

    List<String> texts(String query) {
        return sql(query, r -> {
            List<String> all = new ArrayList<>();
            while (r.next()) {
                String s = r.getString(1);
                if (s != null && !s.isBlank()) {
                    all.add(s);
                }
            }
            return all;
        });
    }

    interface Row<T> {
        T read(ResultSet r) throws SQLException;
    }

    @Override
    public void close() {
        simulator.close();
        desk.close();
        wall.close();
        central.close();
    }
}
