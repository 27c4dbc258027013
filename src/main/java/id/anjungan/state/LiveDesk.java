package id.anjungan.state;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Policy;
import id.anjungan.profile.CityProfile;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheReader;
import id.anjungan.store.DeskDb;
import id.anjungan.sync.Compared;
import id.anjungan.sync.Overlay;
import id.anjungan.sync.Rules;
import id.anjungan.sync.ServerTime;
import id.anjungan.sync.Sync;
import id.anjungan.sync.SyncConfig;
import id.anjungan.sync.SyncListener;
import id.anjungan.sync.SyncStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk: files, sync loop and projections wired together. Opening reads the two files of the data directory and
/// needs no server. One desk a data directory. Every method may be called from any thread.
public final class LiveDesk implements Desk {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);
    private static final String OFFSET = "clock-offset";
    private static final String HEARD = "heard-at";
    private static final Duration STALE = Duration.ofSeconds(6);

    private static final String CACHE_REBUILT = "cache-rebuilt";
    private static final String COPIES_DIFFER = "copies-differ";
    private static final Duration TYPING_PACE = Duration.ofSeconds(3);
    private static final int TIDY_SECONDS = 3_600;

    private final DeskConfig config;
    private final DeskDb desk;
    private final CacheDb cache;
    private volatile @Nullable Projector projecting;
    private final CacheReader searching;
    private final Finder finder;
    private final ServerTime time;
    private final Who who;
    private final Overlay overlay;
    private final Projector projector;
    private final Sync sync;
    private final Acts acts;
    private final boolean cacheWasEmpty;
    private final ExecutorService asides = Executors.newSingleThreadExecutor(daemon("desk-read"));
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(daemon("desk-second"));
    private volatile LinkDetail.@Nullable Compared compared;
    private volatile @Nullable Typed typed;
    private long seconds;

    private LiveDesk(DeskConfig config) {
        this.config = config;
        desk = DeskDb.open(config.dataDir().resolve("desk.db"));
        cache = CacheDb.open(config.dataDir().resolve("cache.db"));
        Path kept = cache.keptAside();
        if (kept != null) {
            told(kept);
        }
        cache.onRebuilt(this::told);
        searching = cache.reader();
        finder = new Finder(cache.reader());
        cacheWasEmpty = searching.empty();
        time = new ServerTime(config.machine(), config.nanos(), keptOffset());
        who = new Who(config);
        searching.profile().ifPresent(who::profile);
        overlay = new Overlay(cache, desk, who);
        overlay.load().join();
        projector = new Projector(cache, desk, overlay, who);
        projecting = projector;
        sync = new Sync(
                SyncConfig.of(config.server(), config.operator(), config.role()), desk, cache, overlay, time, new Hearing());
        who.sync = sync;
        // Never in the place of something newer: words that come back do not overwrite a draft.
        acts = new Acts(
                overlay, projector, searching, asides, new Acts.Times(time::instant, this::heardAt), sync::push,
                (about, text) -> kept(desk.keepDraft(about, text)), config.undoReason());
    }

    /// Opens a desk on its files and starts its loop.
    public static LiveDesk open(DeskConfig config) {
        LiveDesk d = new LiveDesk(config);
        d.projector.flush().join();
        d.sync.start();
        var _ = d.ticker.scheduleAtFixedRate(d::second, 1, 1, TimeUnit.SECONDS);
        d.asides.execute(d::tidy);
        return d;
    }

    /// The cache was damaged and is begun anew; the operator is told, since it takes a while to fill.
    private void told(Path kept) {
        Map<String, String> args = Map.of("file", String.valueOf(kept.getFileName()));
        kept(desk.note(config.machine().instant(), CACHE_REBUILT, args).thenRun(this::showNotes));
    }

    /// Only once a note is in the file: what was read before would not have it, and nothing would ask again.
    private void showNotes() {
        Projector p = projecting;
        if (p != null) {
            p.want(Part.NOTES, Part.STATUS);
        }
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return Thread.ofPlatform().name(name).daemon().factory();
    }

    private Duration keptOffset() {
        try {
            return Duration.parse(desk.setting(OFFSET).orElse("PT0S"));
        } catch (java.time.format.DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    private void tidy() {
        try {
            sync.tidy();
            var _ = closedSince().map(sync::expire);
        } catch (RuntimeException e) {
            LOG.warn("tidying the files: {}", e.getMessage());
        }
    }

    /// Who sits here and in which city: what local decisions and projections are made with.
    private final class Who implements Rules, Projector.Surroundings {
        private final DeskConfig config;
        private volatile Actor actor;
        private final ValueSignal<CityProfile> city = new ValueSignal<>(Cities.none());
        private volatile Policy policy = city.get().toPolicy();
        private volatile @Nullable Sync sync;
        private String document = "";

        Who(DeskConfig config) {
            this.config = config;
            this.actor = kept().orElse(Actor.of(config.operator(), config.operator(), config.role()));
        }

        private Optional<Actor> kept() {
            return desk.actor().filter(a -> a.id().equals(config.operator()));
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public Policy policy() {
            return policy;
        }

        @Override
        public Map<String, Duration> channels() {
            return Cities.channels(city.get());
        }

        @Override
        public Instant now() {
            return time.instant();
        }

        @Override
        public boolean live() {
            return link() == DeskStatus.Link.LIVE || link() == DeskStatus.Link.LOADING;
        }

        @Override
        public synchronized void profile(String text) {
            if (text.equals(document)) {
                return;
            }
            try {
                CityProfile next = config.profileOf().apply(text);
                policy = next.toPolicy();
                document = text;
                city.publish(next);
            } catch (RuntimeException e) {
                LOG.error("the city's profile cannot be read and the one before stays: {}", e.getMessage());
            }
        }

        private DeskStatus.Link link() {
            Sync s = sync;
            SyncStatus.Phase now = s == null ? SyncStatus.Phase.CONNECTING : s.status().phase();
            boolean quiet = time.silence().map(d -> d.compareTo(STALE) > 0).orElse(true);
            return switch (now) {
                case LIVE -> quiet ? DeskStatus.Link.STALE : DeskStatus.Link.LIVE;
                case LOADING -> quiet ? DeskStatus.Link.STALE : DeskStatus.Link.LOADING;
                case OFFLINE -> DeskStatus.Link.OFFLINE;
                case CONNECTING -> cacheWasEmpty ? DeskStatus.Link.CONNECTING : DeskStatus.Link.OFFLINE;
            };
        }

        @Override
        public DeskStatus status(int setAside) {
            Sync s = sync;
            Instant heard = heardAt();
            Duration age = heard == null ? Duration.ZERO : Duration.between(heard, now());
            return new DeskStatus(
                    link(), heard, age.isNegative() ? Duration.ZERO : Duration.ofSeconds(age.toSeconds()),
                    desk.waiting(), desk.refused(), setAside, s == null ? -1 : s.status().progress(),
                    s == null ? null : s.status().problem());
        }

        @Override
        public LinkDetail detail() {
            Sync s = sync;
            SyncStatus now = s == null ? null : s.status();
            return now == null
                    ? new LinkDetail(link(), now(), 0, 0, null)
                    : new LinkDetail(link(), now.since(), now.loaded(), now.total(), now.nextTry(), compared);
        }
    }

    private @Nullable Instant heardAt() {
        Instant now = time.heardAt();
        return now != null ? now : desk.setting(HEARD).flatMap(LiveDesk::instant).orElse(null);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private final class Hearing implements SyncListener {
        @Override
        public void status(SyncStatus status) {
            projector.want(Part.STATUS, Part.ALARMS);
        }

        @Override
        public void signedIn(Actor actor) {
            who.actor = actor;
            kept(desk.putActor(actor));
            kept(desk.putSetting(OFFSET, time.offset().toString()));
            projector.want(Part.STATUS, Part.QUEUE, Part.TILES, Part.MAP, Part.CHATS);
        }

        /// A difference is told once, with what is done about it; that all is well only the status page says.
        @Override
        public void compared(Compared result) {
            compared = new LinkDetail.Compared(result.at(), result.same(), result.repaired());
            if (result.repaired()) {
                kept(desk.note(config.machine().instant(), COPIES_DIFFER, Map.of()).thenRun(LiveDesk.this::showNotes));
            }
            projector.want(Part.STATUS);
        }

        @Override
        public Optional<Instant> closedSince() {
            return LiveDesk.this.closedSince();
        }

        @Override
        public void ephemeral(String topic, String operator, Map<String, String> args) {
            projector.viewers.saw(topic, operator, args, time.instant());
            projector.want(Part.CASE_FILE, Part.QUEUE);
        }

        @Override
        public void settled() {
            projector.want(Part.STATUS, Part.REFUSED, Part.QUEUE, Part.CASE_FILE, Part.CHATS, Part.CHAT_FILE);
        }
    }

    /// What nobody waits for is at least said when the disk fails.
    private static void kept(CompletableFuture<?> write) {
        var _ = write.whenComplete((v, e) -> {
            if (e != null) {
                LOG.error("desk.db could not be written: {}", e.getMessage());
            }
        });
    }

    private void second() {
        try {
            projector.second(sync::watch);
            if (seconds++ % 5 == 0) {
                selection().get().ifPresent(this::tellViewing);
            }
            if (seconds % TIDY_SECONDS == 60) {
                asides.execute(this::tidy);
            }
            Instant heard = time.heardAt();
            if (seconds % 30 == 0 && heard != null) {
                kept(desk.putSetting(HEARD, heard.toString()));
            }
        } catch (RuntimeException e) {
            LOG.error("the desk's second", e);
        }
    }

    private void tellViewing(UUID caseId) {
        sync.tell(Viewers.VIEWING, Map.of(Viewers.CASE, caseId.toString()));
    }

    @Override
    public Actor actor() {
        return who.actor();
    }

    @Override
    public Instant now() {
        return time.instant();
    }

    @Override
    public CompletableFuture<Receipt> submit(Command command) {
        return submitAll(List.of(command), n -> {}).thenApply(List::getFirst);
    }

    @Override
    public CompletableFuture<List<Receipt>> submitAll(List<? extends Command> commands, IntConsumer progress) {
        return acts.submit(commands, progress);
    }

    @Override
    public CompletableFuture<Optional<Receipt>> undo() {
        return acts.undo();
    }

    @Override
    public CompletableFuture<List<Case>> cases(Collection<UUID> ids) {
        return CompletableFuture.supplyAsync(
                () -> ids.stream().flatMap(id -> searching.find(Case.class, id).stream()).toList(), asides);
    }

    @Override
    public Signal<CityProfile> profile() {
        return who.city;
    }

    @Override
    public Signal<DeskStatus> status() {
        return projector.status;
    }

    @Override
    public Signal<List<ChannelTile>> tiles() {
        return projector.tiles;
    }

    @Override
    public Signal<Figures> figures() {
        return projector.figures;
    }

    @Override
    public Signal<List<DistrictFigure>> districts() {
        return projector.districts;
    }

    @Override
    public QueueModel queue() {
        return projector.queue;
    }

    @Override
    public Signal<MapData> map() {
        return projector.map;
    }

    @Override
    public Signal<List<ChatRow>> chats() {
        return projector.chats;
    }

    @Override
    public Signal<List<AlarmRow>> alarms() {
        return projector.alarms;
    }

    @Override
    public Signal<Optional<UUID>> selection() {
        return projector.selection;
    }

    @Override
    public void select(@Nullable UUID caseId) {
        projector.selection.publish(Optional.ofNullable(caseId));
        projector.want(Part.CASE_FILE);
        if (caseId != null) {
            tellViewing(caseId);
        }
    }

    @Override
    public Signal<Optional<CaseFile>> caseFile() {
        return projector.caseFile;
    }

    @Override
    public void openChat(@Nullable UUID chatId) {
        projector.chat.publish(Optional.ofNullable(chatId));
        projector.want(Part.CHAT_FILE);
    }

    @Override
    public Signal<Optional<ChatFile>> chatFile() {
        return projector.chatFile;
    }

    @Override
    public Signal<List<RefusedAction>> refused() {
        return projector.refused;
    }

    @Override
    public void dismissRefused(UUID commandId) {
        kept(desk.dismiss(commandId, now()).thenRun(() -> projector.want(Part.REFUSED, Part.STATUS)));
    }

    @Override
    public Signal<LinkDetail> link() {
        return projector.link;
    }

    @Override
    public Signal<List<WaitingAction>> waiting() {
        return new Signal<>() {
            @Override
            public List<WaitingAction> get() {
                return projector.waiting.get();
            }

            @Override
            public Subscription subscribe(Consumer<? super List<WaitingAction>> listener) {
                Subscription s = projector.waiting.subscribe(listener);
                projector.want(Part.WAITING);
                return s;
            }
        };
    }

    @Override
    public CompletableFuture<WaitingResult> cancelWaiting(UUID commandId) {
        return acts.cancel(commandId);
    }

    @Override
    public CompletableFuture<WaitingResult> editWaiting(UUID commandId, Command changed) {
        return acts.edit(commandId, changed);
    }

    @Override
    public Signal<List<FileNote>> notes() {
        return projector.notes;
    }

    @Override
    public void dismissNote(long number) {
        kept(desk.dismissNote(number).thenRun(() -> projector.want(Part.NOTES)));
    }

    /// Counted from the desk's estimate of server time.
    @Override
    public Optional<Instant> closedSince() {
        Duration keep = who.city.get().keepClosed();
        return keep.isZero() ? Optional.empty() : Optional.of(now().minus(keep));
    }

    @Override
    public CompletableFuture<List<QueueRow>> search(String text, int limit) {
        return CompletableFuture.supplyAsync(
                () -> searching.search(text, limit).stream().map(Rows::of).toList(), asides);
    }

    @Override
    public CompletableFuture<SearchFound> find(SearchQuery query, int limit) {
        return finder.find(query, limit, now(), Files.seesPersons(actor().rights()));
    }

    @Override
    public CompletableFuture<OlderFound> older(String words, int limit) {
        return sync.older(words, closedSince().orElse(null), limit).thenApply(Older::found);
    }

    @Override
    public CompletableFuture<CaseFile> olderFile(UUID caseId) {
        return sync.oneCase(caseId).thenApply(Older::file);
    }

    @Override
    public void saveDraft(UUID about, String text) {
        kept(desk.saveDraft(about, text));
        if (!text.isBlank()) {
            tellTyping(about);
        }
    }

    /// Colleagues forget it after ten seconds, so it is said again while the writing goes on, and not more often.
    private void tellTyping(UUID about) {
        Instant now = now();
        Typed was = typed;
        if (was == null || !was.about().equals(about) || was.at().plus(TYPING_PACE).isBefore(now)) {
            typed = new Typed(about, now);
            sync.tell(Viewers.TYPING, Map.of(Viewers.CASE, about.toString()));
        }
    }

    private record Typed(UUID about, Instant at) {}

    @Override
    public CompletableFuture<Optional<String>> draft(UUID about) {
        return desk.draft(about);
    }

    @Override
    public Optional<String> setting(String key) {
        return desk.setting("user." + key);
    }

    @Override
    public void putSetting(String key, String value) {
        kept(desk.putSetting("user." + key, value));
    }

    /// Compares what is here with the server now; false when it was not the same, empty when that cannot be said.
    public CompletableFuture<Optional<Boolean>> compareNow() {
        return sync.compare().thenApply(c -> c.map(Compared::same));
    }

    @Override
    public void reconnect() {
        sync.hurry();
    }

    /// Stops the loop, then the projections, then closes the files; what was not sent stays queued.
    @Override
    public void close() {
        ticker.shutdownNow();
        sync.close();
        projector.close();
        asides.shutdown();
        try {
            if (!asides.awaitTermination(2, TimeUnit.SECONDS)) {
                asides.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        searching.close();
        finder.close();
        cache.close();
        desk.close();
    }
}
