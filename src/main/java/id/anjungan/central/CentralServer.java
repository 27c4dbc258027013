package id.anjungan.central;

import id.anjungan.domain.Decide;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Policy;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The central server, embedded or alone: opens its store, serves, ticks. Made running by `start`; `close` ends the
/// streams, settles what waits, and folds the database. Any thread.
public final class CentralServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CentralServer.class);
    private static final long STOP_MILLIS = 3_000;

    private final CentralConfig config;
    private final CentralStore store;
    private final Head head;
    private final Writer writer;
    private final Ticker ticker;
    private final Sessions sessions;
    private final ExecutorService threads;
    private final List<Routes.Route> routes;
    private final Javalin http;

    private CentralServer(CentralConfig config, CentralStore store, Decider decider) {
        this.config = config;
        this.store = store;
        City city = config.city();
        Policy policy = city.policy();
        head = new Head(store.head());
        writer = new Writer(store, policy, head);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        SystemCommands decide = new SystemCommands(policy, decider, config.clock());
        sessions = new Sessions(city, store, writer, config.clock());
        Outbound outbound = new Outbound(decide, writer, store, head);
        Ephemerals ephemerals = new Ephemerals(head);
        Neighbours neighbours = new Neighbours(store, head, ephemerals, sessions);
        sessions.onEnd(neighbours::ended);
        store.watch(neighbours);
        Incidents incidents = new Incidents(city, store, writer, decide, threads);
        Unreadable unreadable = new Unreadable();
        Api api = new Api(
                city, store, sessions, new Commands(city, decide, writer, store), neighbours, config.clock(), unreadable,
                writer.pace());
        StreamApi stream = new StreamApi(
                new Feed.Sources(store, head, new Tail(store), unreadable, config.clock()), sessions, ephemerals, writer);
        IntakeApi intake = new IntakeApi(
                new Intake(city, decide, incidents, store.blobs()), outbound, writer, config.channelToken());
        ticker = new Ticker(store, writer, decide, sessions, outbound);
        publishProfile(city);
        routes = Routes.of(api, stream, intake, new CasesApi(store, sessions, unreadable),
                new FilesApi(store, sessions, writer, config.clock()),
                new SettingsApi(store, sessions, neighbours, config.clock()));
        http = serve(config, routes);
        ticker.start();
    }

    /// Starts serving; returns when the port is open. A database that cannot be opened or a port that is taken
    /// throws.
    public static CentralServer start(CentralConfig config) {
        return start(config, Decide::decide);
    }

    static CentralServer start(CentralConfig config, Decider decider) {
        CentralStore store = Stores.open(config.database());
        try {
            CentralServer server = new CentralServer(config, store, decider);
            LOG.info("central serves {} at {}", config.city().policy().city(), server.baseUri());
            return server;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void publishProfile(City city) {
        Waits.on(writer.submit(Work.<Boolean>of(
                tx -> {
                    tx.putProfile(Api.profileId(), city.document(), Ids.of("profile", city.policy().version()));
                    return base -> true;
                },
                (tx, incident) -> base -> false)));
    }

    private static Javalin serve(CentralConfig config, List<Routes.Route> routes) {
        return Javalin.start(c -> {
            c.concurrency.useVirtualThreads = true;
            c.startup.showJavalinBanner = false;
            c.startup.showOldJavalinVersionWarning = false;
            c.http.compressionStrategy = CompressionStrategy.NONE;
            c.jetty.host = config.host();
            c.jetty.port = config.port();
            c.jetty.modifyServer(s -> s.setStopTimeout(STOP_MILLIS));
            Routes.register(c.routes, routes);
        });
    }

    /// Whether small frames leave at once instead of waiting for more (Nagle).
    boolean noDelay() {
        for (Connector c : http.jettyServer().server().getConnectors()) {
            if (c instanceof ServerConnector s && !s.getAcceptedTcpNoDelay()) {
                return false;
            }
        }
        return true;
    }

    /// The migration its database is at.
    public int migration() {
        return store.migration();
    }

    /// Where it listens.
    public URI baseUri() {
        return URI.create("http://" + config.host() + ":" + http.port());
    }

    /// Does what is due now, for tests that move the clock.
    void tickNow() {
        sessions.leaveWordNow();
        ticker.pass();
    }

    List<String> routeNames() {
        return Routes.names(routes);
    }

    CentralStore store() {
        return store;
    }

    Head head() {
        return head;
    }

    @Override
    public void close() {
        head.close();
        ticker.close();
        http.stop();
        threads.close();
        writer.close();
        store.close();
        LOG.info("central has stopped");
    }
}
