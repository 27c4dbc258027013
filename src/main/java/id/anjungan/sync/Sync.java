package id.anjungan.sync;

import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Session;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheReader;
import id.anjungan.store.CacheTx;
import id.anjungan.store.DeskDb;
import id.anjungan.store.StreamPosition;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one loop between the desk and the server: signs in, takes a snapshot or catches up, follows the stream, sends
/// the outbox, and backs off while the server is away. Runs on virtual threads; every method may be called from any.
public final class Sync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final String EPOCH = "epoch";
    private static final String REPAIRED = "repaired-at";
    private static final Duration REPAIR_EVERY = Duration.ofHours(6);

    private final SyncConfig config;
    private final DeskDb desk;
    private final CacheDb cache;
    private final Overlay overlay;
    private final ServerTime time;
    private final SyncListener listener;
    private final Http http;
    private final Comparison comparison;
    private final AtomicBoolean comparing = new AtomicBoolean();
    private final Pusher pusher;
    private final Backoff backoff = new Backoff(this::nextTryIn);
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final AtomicReference<@Nullable InputStream> open = new AtomicReference<>();
    private volatile SyncStatus status;
    private volatile boolean closed;
    private @Nullable Thread follow;
    private @Nullable Thread push;

    public Sync(
            SyncConfig config, DeskDb desk, CacheDb cache, Overlay overlay, ServerTime time, SyncListener listener) {
        this.config = config;
        this.desk = desk;
        this.cache = cache;
        this.overlay = overlay;
        this.time = time;
        this.listener = listener;
        this.status = SyncStatus.of(SyncStatus.Phase.CONNECTING, time.instant());
        this.http = new Http(config.server(), time);
        this.comparison = new Comparison(cache, http);
        this.pusher = new Pusher(http, desk, overlay, time, session::get, this::signInAgain, listener::settled, this::doubt);
    }

    /// The way for files.
    public FileTransfer files() {
        return new FileTransfer(http, session::get);
    }

    public void start() {
        follow = Thread.ofVirtual().name("sync-follow").start(this::loop);
        push = Thread.ofVirtual().name("sync-push").start(pusher::run);
    }

    public SyncStatus status() {
        return status;
    }

    /// There is something to send.
    public void push() {
        pusher.work();
    }

    /// A person asks: try at once.
    public void hurry() {
        backoff.hurry();
        pusher.hurry();
    }

    /// Tells the other desks something short-lived; lost when the server is away.
    public void tell(String topic, Map<String, String> args) {
        Session s = session.get();
        if (s != null && status.phase() == SyncStatus.Phase.LIVE) {
            Thread.ofVirtual().name("sync-tell").start(() -> tell(s, topic, args));
        }
    }

    private void tell(Session s, String topic, Map<String, String> args) {
        try {
            http.ephemeral(s.token(), topic, args);
        } catch (IOException e) {
            LOG.debug("telling {}: {}", topic, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks the server for closed cases that this desk may not have any more; fails when it is away.
    public CompletableFuture<Elsewhere.Answer> older(String words, @Nullable Instant closedBefore, int limit) {
        return asked("older", s -> Elsewhere.of(http.older(s.token(), words, closedBefore, limit)));
    }

    /// One case as the server has it now.
    public CompletableFuture<Elsewhere.Whole> oneCase(UUID id) {
        return asked("case", s -> Elsewhere.of(http.oneCase(s.token(), id)));
    }

    /// Gives what the operator has set here and gets all that holds; fails when the server is away.
    public CompletableFuture<Map<String, SettingAt>> settings(Map<String, SettingAt> here) {
        return asked("settings", s -> SettingAt.in(http.settings(s.token(), SettingAt.out(here))));
    }

    /// Ends this desk's session and begins no other; completes with whether the server was told. When it was not, its
    /// operator counts as absent after a while.
    public CompletableFuture<Boolean> signOut() {
        closed = true;
        closeStream();
        return asked("sign-out", s -> {
                    http.signOut(s.token());
                    return true;
                })
                .exceptionally(e -> false);
    }

    private interface Question<T> {
        T of(Session s) throws IOException, InterruptedException;
    }

    private <T> CompletableFuture<T> asked(String what, Question<T> question) {
        Session s = session.get();
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (s == null) {
            answer.completeExceptionally(new IOException("the server is away"));
            return answer;
        }
        Thread.ofVirtual().name("sync-" + what).start(() -> {
            try {
                answer.complete(question.of(s));
            } catch (IOException | InterruptedException | RuntimeException e) {
                LOG.debug("asking for {}: {}", what, e.getMessage());
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /// Drops a stream on which nothing was heard for too long, and now and then has this desk compared with its
    /// server. Called about once a second.
    public void watch() {
        if (comparison.due(time.instant())) {
            var _ = compare();
        }
        boolean quiet = time.silence().map(s -> s.compareTo(config.silence()) > 0).orElse(false);
        if (quiet && open.get() != null) {
            LOG.info("the stream has gone quiet and is opened anew");
            closeStream();
        }
    }

    /// Compares this desk with its server now; nothing when that is not possible.
    public CompletableFuture<Optional<Compared>> compare() {
        Session s = session.get();
        if (s == null || status.phase() != SyncStatus.Phase.LIVE || !comparing.compareAndSet(false, true)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<Optional<Compared>> done = new CompletableFuture<>();
        Thread.ofVirtual().name("sync-compare").start(() -> {
            try {
                done.complete(compared(s));
            } catch (InterruptedException | RuntimeException e) {
                LOG.debug("comparing with the server: {}", e.getMessage());
                done.complete(Optional.empty());
            } finally {
                comparing.set(false);
            }
        });
        return done;
    }

    private Optional<Compared> compared(Session s) throws InterruptedException {
        int generation = cache.generation();
        Instant closedBefore =
                listener.closedSince().map(t -> t.truncatedTo(ChronoUnit.SECONDS)).orElse(null);
        Comparison.Result result = comparison.compare(s, closedBefore, time.instant());
        if (result == Comparison.Result.UNKNOWN || closed || cache.generation() != generation) {
            return Optional.empty();
        }
        boolean repair = result == Comparison.Result.DIFFERS && mayRepair();
        if (repair) {
            LOG.error("this desk does not hold what the server says it should; it takes a new snapshot");
            desk.putSetting(REPAIRED, time.instant().toString()).join();
            forget();
            closeStream();
            backoff.hurry();
        }
        Compared told = new Compared(time.instant(), result == Comparison.Result.SAME, repair);
        listener.compared(told);
        return Optional.of(told);
    }

    /// A difference that a new snapshot does not mend is a fault of the program; fetching everything again and again
    /// would be another.
    private boolean mayRepair() {
        return desk.setting(REPAIRED)
                .map(t -> Instant.parse(t).plus(REPAIR_EVERY).isBefore(time.instant()))
                .orElse(true);
    }

    /// What was sent had no answer. A line may be deaf in one direction while its stream still comes in, and *live*
    /// would then be said for ever to an operator whose actions reach nobody: only a stream that can be opened anew
    /// proves that the server hears this desk.
    private void doubt() {
        closeStream();
    }

    private void closeStream() {
        InputStream in = open.get();
        if (in != null) {
            close(in);
        }
    }

    private void loop() {
        while (!closed) {
            try {
                once();
                backoff.worked();
                backoff.pause(Duration.ZERO);
            } catch (Http.Problem p) {
                if (p.status == 401 || p.otherVersion()) {
                    session.set(null);
                }
                offline(p.otherVersion() ? SyncStatus.OUTDATED : p.getMessage());
                pause(p.retryAfter);
            } catch (IOException | RuntimeException e) {
                if (!closed) {
                    LOG.debug("the stream has ended: {}", e.toString());
                    offline(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
                    pause(Duration.ZERO);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause(Duration atLeast) {
        try {
            backoff.pause(atLeast);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void once() throws IOException, InterruptedException {
        Session s = signedIn();
        StreamPosition at = Follower.join(cache.position());
        if (at.epoch() != null && !at.epoch().equals(s.epoch())) {
            forget();
            at = Follower.join(cache.position());
        }
        Http.Open stream = http.stream(s.token(), at.query());
        open.set(stream.raw());
        try {
            // The sender may have asked for a new sign-in while there was no stream yet that it could close.
            if (!s.equals(session.get())) {
                backoff.hurry();
                return;
            }
            backoff.worked();
            pusher.hurry();
            new Follower(cache, overlay, time, new Owner(), at).follow(stream.lines());
            if (!closed) {
                offline("the server closed the stream");
            }
        } finally {
            open.set(null);
            close(stream.raw());
        }
    }

    private Session signedIn() throws IOException, InterruptedException {
        Session s = session.get();
        if (s == null) {
            s = http.signIn(config.operator(), desk.console());
            time.said(s.at());
            if (history(s.epoch())) {
                s = http.signIn(config.operator(), desk.console());
            }
            listener.signedIn(s.actor());
            session.set(s);
            pusher.hurry();
        }
        return s;
    }

    private void signInAgain() {
        session.set(null);
        closeStream();
        backoff.hurry();
    }

    private void forget() {
        Follower.join(cache.write(tx -> {
            tx.forgetPosition();
            return null;
        }));
    }

    /// The server's history is this one. When it was another before, what that had settled is offered again.
    /// True when this console has a new identity since.
    private boolean history(UUID epoch) {
        String known = desk.setting(EPOCH).orElse(null);
        if (epoch.toString().equals(known)) {
            return false;
        }
        if (known != null) {
            int n = desk.offerAgain(epoch).join();
            LOG.warn("the server has another history; {} settled commands are offered again", n);
            Follower.join(overlay.load());
        }
        desk.putSetting(EPOCH, epoch.toString()).join();
        return known != null;
    }

    private final class Owner implements Follower.Owner {
        @Override
        public void progress(long loaded, long total) {
            become(new SyncStatus(SyncStatus.Phase.LOADING, time.instant(), loaded, total, null, null));
        }

        @Override
        public void live() {
            become(SyncStatus.of(SyncStatus.Phase.LIVE, time.instant()));
            comparison.live(time.instant());
        }

        @Override
        public void ephemeral(Frame.Ephemeral frame) {
            listener.ephemeral(frame.topic(), frame.operator(), frame.args());
        }

        @Override
        public void history(UUID epoch) {
            if (Sync.this.history(epoch)) {
                signInAgain();
            }
        }
    }

    private void offline(@Nullable String problem) {
        become(new SyncStatus(SyncStatus.Phase.OFFLINE, time.instant(), 0, 0, problem, null));
    }

    private void nextTryIn(long ms) {
        SyncStatus now = status;
        if (now.phase() == SyncStatus.Phase.OFFLINE) {
            become(new SyncStatus(
                    now.phase(), now.since(), 0, 0, now.problem(), time.instant().plusMillis(ms)));
        }
    }

    private void become(SyncStatus next) {
        SyncStatus now = next.after(status);
        status = now;
        listener.status(now);
    }

    /// The full text that an interrupted first snapshot left, and settled commands past their time.
    public void tidy() {
        var _ = desk.prune(time.instant(), config.keepSettled());
        if (!Follower.join(cache.position()).loading() && !Follower.join(cache.write(CacheTx::missingDocs)).isEmpty()) {
            Docs.write(cache);
        }
    }

    private static final int EXPIRED_AT_ONCE = 2_000;

    /// Lets go of cases closed before this moment, a batch at a time behind everything live. Gives how many.
    public int expire(Instant closedBefore) {
        int all = 0;
        try (CacheReader reader = cache.reader()) {
            while (!closed) {
                List<UUID> some = reader.closedBefore(closedBefore, EXPIRED_AT_ONCE);
                List<Consumer<CacheTx>> steps = new ArrayList<>();
                some.forEach(id -> steps.add(tx -> tx.expire(id, closedBefore)));
                Follower.join(cache.bulk(steps));
                all += some.size();
                if (some.size() < EXPIRED_AT_ONCE) {
                    break;
                }
            }
        }
        if (all > 0) {
            LOG.info("{} cases closed before {} have left this desk", all, closedBefore);
        }
        return all;
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("closing the stream: {}", e.getMessage());
        }
    }

    /// Stops both loops; what was not sent stays in the outbox.
    @Override
    public void close() {
        closed = true;
        closeStream();
        stop(follow);
        stop(push);
        http.close();
    }

    private static void stop(@Nullable Thread t) {
        if (t == null) {
            return;
        }
        t.interrupt();
        try {
            t.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
