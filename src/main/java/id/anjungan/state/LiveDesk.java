package id.anjungan.state;

import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.Actor;
import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Message;
import id.anjungan.profile.CityProfile;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheReader;
import id.anjungan.store.DeskDb;
import id.anjungan.store.FileCache;
import id.anjungan.store.OutgoingFiles;
import id.anjungan.sync.Compared;
import id.anjungan.sync.Overlay;
import id.anjungan.sync.ServerTime;
import id.anjungan.sync.Sync;
import id.anjungan.sync.SyncConfig;
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
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk: files, sync loop and projections wired together. Opening reads the two files of the data directory and
/// needs no server. One desk a data directory. Every method may be called from any thread.
public final class LiveDesk implements Desk {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);
    static final String OFFSET = "clock-offset";
    static final String HEARD = "heard-at";
    private static final String CACHE_REBUILT = "cache-rebuilt";
    private static final int TIDY_SECONDS = 3_600;

    private final DeskConfig config;
    private final DeskDb desk;
    private final CacheDb cache;
    private volatile @Nullable Projector projecting;
    private final CacheReader searching;
    private final Finder finder;
    private final MapQuestions maps;
    private final ServerTime time;
    private final Who who;
    private final Overlay overlay;
    private final Projector projector;
    private final Sync sync;
    private final Acts acts;
    private final Typing typing;
    private final LiveFiles files;
    private final OwnSettings settings;
    private final ExecutorService asides = Executors.newSingleThreadExecutor(daemon("desk-read"));
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(daemon("desk-second"));
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
        time = new ServerTime(config.machine(), config.nanos(), keptOffset());
        who = new Who(config, desk, time, searching.empty());
        searching.profile().ifPresent(who::profile);
        overlay = new Overlay(cache, desk, who);
        overlay.load().join();
        projector = new Projector(cache, desk, overlay, who);
        projecting = projector;
        Hearing hearing = new Hearing(config, desk, time, who, projector, this::closedSince);
        sync = new Sync(
                SyncConfig.of(config.server(), config.operator(), config.role()), desk, cache, overlay, time,
                hearing);
        who.loop(sync);
        maps = new MapQuestions(
                cache.reader(), asides, time::instant, at -> projector.queue.wanted(who.actor().id(), at));
        typing = new Typing(sync);
        settings = new OwnSettings(desk, config.operator(), time, sync::settings);
        hearing.settings(settings);
        files = new LiveFiles(
                OutgoingFiles.open(config.dataDir().resolve("files").resolve("outgoing")),
                FileCache.open(config.dataDir().resolve("files").resolve("cache"), FileSettings.cacheBytes(desk), config.machine()),
                sync.files(), new LiveFiles.Owner(time::instant, r -> actor().may(r), who::live, this::submit, this::messages));
        // Never in the place of something newer: words that come back do not overwrite a draft.
        acts = new Acts(
                overlay, projector, searching, asides, new Acts.Times(time::instant, who::heardAt), sync::push,
                (about, text) -> Unwaited.kept(desk.keepDraft(about, text)), config.undoReason());
    }

    /// Opens a desk on its files and starts its loop.
    public static LiveDesk open(DeskConfig config) {
        LiveDesk d = new LiveDesk(config);
        d.projector.flush().join();
        d.sync.start();
        d.files.start();
        var _ = d.ticker.scheduleAtFixedRate(d::second, 1, 1, TimeUnit.SECONDS);
        d.asides.execute(d::tidy);
        return d;
    }

    /// The cache was damaged and is begun anew; the operator is told, since it takes a while to fill.
    private void told(Path kept) {
        Map<String, String> args = Map.of("file", String.valueOf(kept.getFileName()));
        Unwaited.kept(desk.note(config.machine().instant(), CACHE_REBUILT, args).thenRun(this::showNotes));
    }

    private void showNotes() {
        Projector p = projecting;
        if (p != null) {
            p.showNotes();
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

    private void second() {
        try {
            projector.second(sync::watch);
            files.line(who.live());
            settings.line(who.live());
            if (seconds++ % 5 == 0) {
                selection().get().ifPresent(typing::viewing);
            }
            if (seconds % TIDY_SECONDS == 60) {
                asides.execute(this::tidy);
            }
            Instant heard = time.heardAt();
            if (seconds % 30 == 5 && heard != null) {
                Unwaited.kept(desk.putSetting(HEARD, heard.toString()));
            }
        } catch (RuntimeException e) {
            LOG.error("the desk's second", e);
        }
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
    public MapReader maps() {
        return maps;
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
    public Signal<Beside> beside() {
        return projector.beside;
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
            typing.viewing(caseId);
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
        Unwaited.kept(desk.dismiss(commandId, now()).thenRun(() -> projector.want(Part.REFUSED, Part.STATUS)));
    }

    @Override
    public Signal<LinkDetail> link() {
        return projector.link;
    }

    @Override
    public Signal<List<WaitingAction>> waiting() {
        return new AskedSignal<>(projector.waiting, () -> projector.want(Part.WAITING));
    }

    @Override
    public Signal<WallData> wall() {
        return new AskedSignal<>(projector.wall, () -> projector.want(Part.TILES));
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
        Unwaited.kept(desk.dismissNote(number).thenRun(() -> projector.want(Part.NOTES)));
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
    public CompletableFuture<SearchFound> find(CaseQuery query, int limit) {
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
        Unwaited.kept(desk.saveDraft(about, text));
        if (!text.isBlank()) {
            typing.typing(about, now());
        }
    }

    @Override
    public CompletableFuture<Optional<String>> draft(UUID about) {
        return desk.draft(about);
    }

    private CompletableFuture<List<Message>> messages(Collection<UUID> cases) {
        return CompletableFuture.supplyAsync(
                () -> cases.stream().flatMap(id -> searching.messages(id).stream()).toList(), asides);
    }

    @Override
    public DeskFiles files() {
        return files;
    }

    @Override
    public Optional<String> setting(String key) {
        return settings.get(key);
    }

    @Override
    public void putSetting(String key, String value) {
        settings.put(key, value);
        files.limit(FileSettings.cacheBytes(desk));
    }

    @Override
    public Signal<Long> settingsCame() {
        return settings.came();
    }

    /// Compares what is here with the server now; false when it was not the same, empty when that cannot be said.
    public CompletableFuture<Optional<Boolean>> compareNow() {
        return sync.compare().thenApply(c -> c.map(Compared::same));
    }

    @Override
    public void reconnect() {
        sync.hurry();
    }

    @Override
    public CompletableFuture<Boolean> signOut() {
        return sync.signOut();
    }

    /// Stops the loop, then the projections, then closes the files; what was not sent stays queued.
    @Override
    public void close() {
        ticker.shutdownNow();
        files.close();
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
        maps.close();
        cache.close();
        desk.close();
    }
}
