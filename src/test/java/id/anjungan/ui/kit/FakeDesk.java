package id.anjungan.ui.kit;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Case;
import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.AlarmRow;
import id.anjungan.state.Beside;
import id.anjungan.state.CaseFile;
import id.anjungan.state.ChannelTile;
import id.anjungan.state.ChatFile;
import id.anjungan.state.ChatRow;
import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.Figures;
import id.anjungan.state.FileNote;
import id.anjungan.state.LinkDetail;
import id.anjungan.state.OlderFound;
import id.anjungan.state.MapData;
import id.anjungan.state.QueueRow;
import id.anjungan.state.Receipt;
import id.anjungan.state.RefusedAction;
import id.anjungan.state.SearchFound;
import id.anjungan.state.WaitingAction;
import id.anjungan.state.WaitingResult;
import id.anjungan.state.WallData;
import id.anjungan.ui.control.answer.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A desk in memory: signals are set by the test, and what was submitted is remembered. Time stands still unless
/// moved.
public final class FakeDesk implements Desk, Memory {
    public static final Instant START = Instant.parse("2026-11-24T07:32:07Z");

    public final FakeSignal<CityProfile> profile = new FakeSignal<>(Surabaya.PROFILE);
    public final FakeSignal<DeskStatus> status = new FakeSignal<>(
            new DeskStatus(DeskStatus.Link.LIVE, START, Duration.ofMillis(300), 0, 0, 0, -1, null));
    public final FakeSignal<List<ChannelTile>> tiles = new FakeSignal<>(List.of());
    public final FakeSignal<Figures> figures = new FakeSignal<>(Figures.EMPTY);
    public final FakeSignal<List<DistrictFigure>> districts = new FakeSignal<>(List.of());
    public final FakeSignal<MapData> map = new FakeSignal<>(MapData.EMPTY);
    public final FakeSignal<List<ChatRow>> chats = new FakeSignal<>(List.of());
    public final FakeSignal<List<AlarmRow>> alarms = new FakeSignal<>(List.of());
    public final FakeSignal<Optional<UUID>> selection = new FakeSignal<>(Optional.empty());
    public final FakeSignal<Optional<CaseFile>> caseFile = new FakeSignal<>(Optional.empty());
    public final FakeSignal<Optional<ChatFile>> chatFile = new FakeSignal<>(Optional.empty());
    public final FakeSignal<List<RefusedAction>> refused = new FakeSignal<>(List.of());
    public final FakeSignal<LinkDetail> link =
            new FakeSignal<>(new LinkDetail(DeskStatus.Link.LIVE, START.minusSeconds(3_600), 0, 0, null));
    public final FakeSignal<List<WaitingAction>> waiting = new FakeSignal<>(List.of());
    public final FakeSignal<List<FileNote>> notes = new FakeSignal<>(List.of());
    public final FakeSignal<WallData> wall = new FakeSignal<>(WallData.EMPTY);
    public final FakeSignal<Beside> beside = new FakeSignal<>(Beside.NONE);
    public int reconnects;
    public int signedOut;
    public final FakeQueue queue;
    /// Every command given, in order.
    public final List<Command> submitted = new ArrayList<>();
    public final Map<UUID, String> drafts = new ConcurrentHashMap<>();
    public final Map<String, String> settings = new HashMap<>();
    /// Photos and recordings.
    public final FakeFiles caseFiles = new FakeFiles();
    /// Files to show when selected.
    public final Map<UUID, CaseFile> files = new HashMap<>();
    public final Map<UUID, ChatFile> chatFiles = new HashMap<>();
    /// Decides what becomes of a command; accepts by default.
    public Function<Command, Decision> decides = c -> new Decision.Accepted(List.of());

    private final Actor actor;
    private volatile Instant now = START;

    public FakeDesk() {
        this(Actor.of("fajar", "Fajar Hidayat", Role.OPERATOR));
    }

    public FakeDesk(Actor actor) {
        this.actor = actor;
        queue = new FakeQueue(actor.id(), this::now);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public CompletableFuture<Boolean> signOut() {
        signedOut++;
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public FakeSignal<Beside> beside() {
        return beside;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public CompletableFuture<Receipt> submit(Command command) {
        submitted.add(command);
        return CompletableFuture.completedFuture(new Receipt(UUID.randomUUID(), decides.apply(command)));
    }

    @Override
    public CompletableFuture<List<Receipt>> submitAll(List<? extends Command> commands, IntConsumer progress) {
        List<Receipt> all = new ArrayList<>();
        for (Command c : commands) {
            all.add(submit(c).join());
            progress.accept(all.size());
        }
        return CompletableFuture.completedFuture(all);
    }

    /// Those whose file is here.
    @Override
    public CompletableFuture<List<Case>> cases(Collection<UUID> ids) {
        return CompletableFuture.completedFuture(ids.stream()
                .flatMap(id -> Optional.ofNullable(files.get(id)).map(CaseFile::c).stream())
                .toList());
    }

    @Override
    public CompletableFuture<Optional<Receipt>> undo() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public FakeSignal<CityProfile> profile() {
        return profile;
    }

    @Override
    public FakeSignal<WallData> wall() {
        return wall;
    }

    @Override
    public FakeSignal<DeskStatus> status() {
        return status;
    }

    @Override
    public FakeSignal<List<ChannelTile>> tiles() {
        return tiles;
    }

    @Override
    public FakeSignal<Figures> figures() {
        return figures;
    }

    @Override
    public FakeSignal<List<DistrictFigure>> districts() {
        return districts;
    }

    @Override
    public FakeQueue queue() {
        return queue;
    }

    @Override
    public FakeSignal<MapData> map() {
        return map;
    }

    public final FakeMaps maps = new FakeMaps();

    @Override
    public FakeMaps maps() {
        return maps;
    }

    @Override
    public FakeSignal<List<ChatRow>> chats() {
        return chats;
    }

    @Override
    public FakeSignal<List<AlarmRow>> alarms() {
        return alarms;
    }

    @Override
    public FakeSignal<Optional<UUID>> selection() {
        return selection;
    }

    @Override
    public void select(@Nullable UUID caseId) {
        selection.set(Optional.ofNullable(caseId));
        caseFile.set(Optional.ofNullable(caseId == null ? null : files.get(caseId)));
    }

    @Override
    public FakeSignal<Optional<CaseFile>> caseFile() {
        return caseFile;
    }

    @Override
    public void openChat(@Nullable UUID chatId) {
        chatFile.set(Optional.ofNullable(chatId == null ? null : chatFiles.get(chatId)));
    }

    @Override
    public FakeSignal<Optional<ChatFile>> chatFile() {
        return chatFile;
    }

    @Override
    public FakeSignal<List<RefusedAction>> refused() {
        return refused;
    }

    @Override
    public void dismissRefused(UUID commandId) {
        refused.set(refused.get().stream().filter(r -> !r.commandId().equals(commandId)).toList());
    }

    @Override
    public FakeSignal<LinkDetail> link() {
        return link;
    }

    @Override
    public void reconnect() {
        reconnects++;
    }

    @Override
    public FakeSignal<List<WaitingAction>> waiting() {
        return waiting;
    }

    @Override
    public CompletableFuture<WaitingResult> cancelWaiting(UUID commandId) {
        return change(commandId, null);
    }

    @Override
    public CompletableFuture<WaitingResult> editWaiting(UUID commandId, Command changed) {
        return change(commandId, changed);
    }

    private CompletableFuture<WaitingResult> change(UUID id, @Nullable Command changed) {
        List<WaitingAction> all = new ArrayList<>();
        WaitingResult.Outcome outcome = WaitingResult.Outcome.GONE;
        for (WaitingAction a : waiting.get()) {
            if (!a.commandId().equals(id) || a.sent()) {
                outcome = a.commandId().equals(id) ? WaitingResult.Outcome.SENT : outcome;
                all.add(a);
            } else {
                outcome = WaitingResult.Outcome.DONE;
                if (changed != null) {
                    all.add(new WaitingAction(id, changed, a.at(), a.caseNumber(), a.tries(), a.triedAt(), false));
                }
            }
        }
        waiting.set(all);
        return CompletableFuture.completedFuture(new WaitingResult(outcome, null));
    }

    @Override
    public FakeSignal<List<FileNote>> notes() {
        return notes;
    }

    @Override
    public void dismissNote(long number) {
        notes.set(notes.get().stream().filter(n -> n.number() != number).toList());
    }

    @Override
    public Optional<Instant> closedSince() {
        return Optional.of(now.minus(Duration.ofDays(90)));
    }

    @Override
    public CompletableFuture<List<QueueRow>> search(String text, int limit) {
        return CompletableFuture.completedFuture(queue.all().stream()
                .filter(r -> (r.number() + " " + r.title()).toLowerCase(java.util.Locale.ROOT).contains(text))
                .limit(limit)
                .toList());
    }

    /// Every question, in order; answered from the queue's rows, and from `reporters` and `addresses`.
    public final List<CaseQuery> questions = new ArrayList<>();
    public final List<SearchFound.Reporter> reporters = new ArrayList<>();
    public final List<String> addresses = new ArrayList<>();
    public Function<CaseQuery, CompletableFuture<SearchFound>> finds = this::found;

    @Override
    public CompletableFuture<SearchFound> find(CaseQuery query, int limit) {
        questions.add(query);
        return finds.apply(query);
    }

    /// What the server would find, and what it was asked.
    public final List<OlderFound.Older> older = new ArrayList<>();
    public final List<String> olderAsked = new ArrayList<>();
    public boolean serverAway;

    @Override
    public CompletableFuture<OlderFound> older(String words, int limit) {
        olderAsked.add(words);
        return serverAway
                ? CompletableFuture.failedFuture(new java.io.IOException("away"))
                : CompletableFuture.completedFuture(new OlderFound(older, true));
    }

    @Override
    public CompletableFuture<CaseFile> olderFile(UUID caseId) {
        return caseFile.get()
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.failedFuture(new java.io.IOException("away")));
    }

    private CompletableFuture<SearchFound> found(CaseQuery q) {
        String words = q.words().toLowerCase(java.util.Locale.ROOT);
        List<QueueRow> rows = queue.all().stream()
                .filter(r -> (r.number() + " " + r.title()).toLowerCase(java.util.Locale.ROOT).contains(words))
                .filter(r -> q.districts().isEmpty() || (r.district() != null && q.districts().contains(r.district())))
                .filter(r -> q.states().isEmpty() || q.states().contains(r.state()))
                .limit(7)
                .toList();
        return CompletableFuture.completedFuture(q.plain()
                ? new SearchFound(
                        rows,
                        reporters.stream().filter(r -> r.person().toString().toLowerCase(java.util.Locale.ROOT).contains(words)).toList(),
                        addresses.stream().filter(a -> a.toLowerCase(java.util.Locale.ROOT).contains(words)).toList())
                : new SearchFound(rows, List.of(), List.of()));
    }

    @Override
    public void saveDraft(UUID about, String text) {
        if (text.isBlank()) {
            drafts.remove(about);
        } else {
            drafts.put(about, text);
        }
    }

    @Override
    public CompletableFuture<Optional<String>> draft(UUID about) {
        return CompletableFuture.completedFuture(Optional.ofNullable(drafts.get(about)));
    }

    @Override
    public FakeFiles files() {
        return caseFiles;
    }

    @Override
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public void putSetting(String key, String value) {
        settings.put(key, value);
    }

    @Override
    public void close() {}
}
