package id.anjungan.state;

import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.Actor;
import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.profile.CityProfile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The one thing views know of the rest: what to show, as signals, and what to do, as commands. Every method may be
/// called from any thread and returns without IO; what takes time is a future. Usable with the server away.
public interface Desk extends AutoCloseable {

    /// Who sits here.
    Actor actor();

    /// The desk's best estimate of server time: last heartbeat plus monotonic time since.
    Instant now();

    /// Gives a command. Completes when it is durable in `desk.db` and its effect is in the projections, or when
    /// the local decision refuses it (then nothing is queued). Completes exceptionally only when the desk's disk
    /// fails: the action is then *not* done.
    CompletableFuture<Receipt> submit(Command command);

    /// Gives several commands as one bulk action, which [#undo] takes back as one. They are decided one by one and in
    /// portions: `progress` hears, on any thread, how many have been.
    CompletableFuture<List<Receipt>> submitAll(List<? extends Command> commands, IntConsumer progress);

    default CompletableFuture<List<Receipt>> submitAll(List<? extends Command> commands) {
        return submitAll(commands, n -> {});
    }

    /// These cases as they are now, in their order; those this desk does not have are left out.
    CompletableFuture<List<Case>> cases(Collection<UUID> ids);

    /// Takes back the last undoable action of this desk; empty when there is none.
    CompletableFuture<Optional<Receipt>> undo();

    /// The city this desk works for: from the server's stream, kept for the next start; empty before the first.
    Signal<CityProfile> profile();

    Signal<DeskStatus> status();

    Signal<List<ChannelTile>> tiles();

    Signal<Figures> figures();

    Signal<List<DistrictFigure>> districts();

    /// What the walls show and the figures for it; kept up to date while somebody listens.
    Signal<WallData> wall();

    /// The queue as it is being read.
    QueueModel queue();

    /// Open cases with a position, those the queue's filter lets through.
    Signal<MapData> map();

    /// What the map asks beyond that.
    MapReader maps();

    Signal<List<ChatRow>> chats();

    /// Active alarms, worst first.
    Signal<List<AlarmRow>> alarms();

    /// Tags in use, the operator's reminders, and news of the cases the operator watches; looked at once a second.
    default Signal<Beside> beside() {
        return new ValueSignal<>(Beside.NONE);
    }

    /// Which case is selected, shared by queue, map and case file.
    Signal<Optional<UUID>> selection();

    void select(@Nullable UUID caseId);

    /// Everything of the selected case.
    Signal<Optional<CaseFile>> caseFile();

    void openChat(@Nullable UUID chatId);

    /// Everything of the open chat.
    Signal<Optional<ChatFile>> chatFile();

    /// Answers refused by the server that the operator has not seen yet, newest first.
    Signal<List<RefusedAction>> refused();

    void dismissRefused(UUID commandId);

    /// What the line to the server is doing.
    Signal<LinkDetail> link();

    /// Ends the operator's session: what is held goes back to the queue, with that as the reason, and nothing more is
    /// sent or heard; what waits here is sent after the next sign-in. Completes with whether the server was told; when
    /// it was not, the operator counts as absent after a while. Afterwards there is nothing to do but to close.
    default CompletableFuture<Boolean> signOut() {
        return CompletableFuture.completedFuture(false);
    }

    /// Tries the server at once, because a person asks.
    void reconnect();

    /// Actions the server has not settled, in the order in which they are sent; kept up to date while somebody listens.
    Signal<List<WaitingAction>> waiting();

    /// Takes a waiting action back, as long as it has not been sent.
    CompletableFuture<WaitingResult> cancelWaiting(UUID commandId);

    /// Changes a waiting action, as long as it has not been sent; it keeps its place.
    CompletableFuture<WaitingResult> editWaiting(UUID commandId, Command changed);

    /// What must be told about this desk's own files, oldest first.
    Signal<List<FileNote>> notes();

    void dismissNote(long number);

    /// Closed cases are here when they were closed after this; older ones only the server has. Empty while unlimited.
    Optional<Instant> closedSince();

    /// Cases whose text, number, address, phone or reporter matches, newest first; from the cache, so offline too.
    CompletableFuture<List<QueueRow>> search(String text, int limit);

    /// What is looked for; from the cache, so offline too, and off this thread. The next question cancels this one.
    CompletableFuture<SearchFound> find(CaseQuery query, int limit);

    /// Asks the server for cases closed before `closedSince`, by number, words or phone. Fails when it is away.
    CompletableFuture<OlderFound> older(String words, int limit);

    /// Everything of a case as the server has it, to be read only. Fails when it is away.
    CompletableFuture<CaseFile> olderFile(UUID caseId);

    /// Keeps what is being written, durable, under the case or chat it is for; blank removes it.
    void saveDraft(UUID about, String text);

    CompletableFuture<Optional<String>> draft(UUID about);

    /// Photos and recordings of cases.
    default DeskFiles files() {
        return DeskFiles.NONE;
    }

    /// A setting of this desk's user, such as theme or language.
    Optional<String> setting(String key);

    void putSetting(String key, String value);

    /// Grows when what the operator has set at another desk has come here.
    default Signal<Long> settingsCame() {
        return new ValueSignal<>(0L);
    }

    @Override
    void close();
}
