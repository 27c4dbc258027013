package id.anjungan.state;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Alarm;
import id.anjungan.domain.Case;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Command;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Policy;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheReader;
import id.anjungan.store.CaseFacts;
import id.anjungan.store.ChangeSet;
import id.anjungan.store.DeskDb;
import id.anjungan.store.QueuedCommand;
import id.anjungan.store.StoredRefusal;
import id.anjungan.sync.Overlay;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Computes every projection on one thread from the change sets of the cache, and publishes whole values. What is
/// asked for comes through `Pulse`.
final class Projector implements AutoCloseable {
    private static final int MOST_ALARMS = 500;
    private static final int MOST_WAITING = 500;
    private static final Duration MAP_GAP = Duration.ofMillis(200);

    final ValueSignal<DeskStatus> status;
    final ValueSignal<List<ChannelTile>> tiles = new ValueSignal<>(List.of());
    final ValueSignal<Figures> figures = new ValueSignal<>(Figures.EMPTY);
    final ValueSignal<List<DistrictFigure>> districts = new ValueSignal<>(List.of());
    final ValueSignal<MapData> map = new ValueSignal<>(MapData.EMPTY);
    final ValueSignal<List<ChatRow>> chats = new ValueSignal<>(List.of());
    final ValueSignal<List<AlarmRow>> alarms = new ValueSignal<>(List.of());
    final ValueSignal<Optional<UUID>> selection = new ValueSignal<>(Optional.empty());
    final ValueSignal<Optional<UUID>> chat = new ValueSignal<>(Optional.empty());
    final ValueSignal<Optional<CaseFile>> caseFile = new ValueSignal<>(Optional.empty());
    final ValueSignal<Optional<ChatFile>> chatFile = new ValueSignal<>(Optional.empty());
    final ValueSignal<List<RefusedAction>> refused = new ValueSignal<>(List.of());
    final ValueSignal<List<WaitingAction>> waiting = new ValueSignal<>(List.of());
    final ValueSignal<List<FileNote>> notes = new ValueSignal<>(List.of());
    final ValueSignal<WallData> wall = new ValueSignal<>(WallData.EMPTY);
    final ValueSignal<Beside> beside = new ValueSignal<>(Beside.NONE);
    final ValueSignal<LinkDetail> link;
    final LiveQueue queue = new LiveQueue(() -> want(Part.QUEUE));
    final ProvisionalAlarms provisional = new ProvisionalAlarms();
    final Viewers viewers = new Viewers();

    private final Surroundings around;
    private final CacheReader reader;
    private final Files files;
    private final Besides besides;
    private final DeskDb desk;
    private final OpenCases open = new OpenCases();
    private final Figuring figuring = new Figuring();
    private final WallFiguring wallFiguring;
    private List<Chat> openChats = List.of();
    private boolean mapChanged = true;
    private @Nullable Instant mapAt;
    private QueueFilter mapFilter = QueueFilter.ALL;
    private int setAside;
    private final Pulse pulse;

    /// What the projections need to know from outside; any thread.
    interface Surroundings {
        Actor actor();

        Policy policy();

        Map<String, Duration> channels();

        Instant now();

        boolean live();

        void profile(String document);

        DeskStatus status(int setAside);

        LinkDetail detail();
    }

    Projector(CacheDb cache, DeskDb desk, Overlay overlay, Surroundings around) {
        this.around = around;
        this.desk = desk;
        this.reader = cache.reader();
        this.files = new Files(reader, overlay, around::policy);
        this.besides = new Besides(reader, desk);
        this.wallFiguring = new WallFiguring(reader);
        this.status = new ValueSignal<>(around.status(0));
        this.link = new ValueSignal<>(around.detail());
        this.pulse = new Pulse(this::first, this::work);
        cache.onCommit(pulse::changed);
    }

    /// Reads everything once.
    private void first() {
        reader.profile().ifPresent(around::profile);
        reader.eachOpen(open::put);
        setAside = reader.setAside();
        work(new ChangeSet(), EnumSet.allOf(Part.class));
    }

    void want(Part part, Part... more) {
        pulse.want(part, more);
    }

    /// Only once a note is in the file: what was read before would not have it, and nothing would ask again.
    void showNotes() {
        pulse.want(Part.NOTES, Part.STATUS);
    }

    java.util.concurrent.CompletableFuture<Void> flush() {
        return pulse.flush();
    }

    private void work(ChangeSet changes, EnumSet<Part> asked) {
        take(changes);
        EnumSet<Part> parts = parts(changes, asked);
        Instant now = around.now();
        Actor me = around.actor();
        if (parts.contains(Part.CHATS)) {
            openChats = reader.openChats();
            chats.publish(files.chats(openChats, me.id()));
        }
        if (parts.contains(Part.TILES)) {
            var f = figuring.figure(reader, open, openChats, around.policy(), around.channels(), me.id(), now);
            tiles.publish(f.tiles());
            figures.publish(f.figures());
            districts.publish(f.districts());
        }
        if (wall.watched() && (parts.contains(Part.TILES) || changes.touchedWall())) {
            wall.publish(new WallData(
                    WallFiguring.plan(reader), wallFiguring.figure(open, openChats, around.policy(), now)));
        }
        if (parts.contains(Part.QUEUE)) {
            queue.compute(reader, open, changes, viewers.all(me.id(), now), me.id(), now);
        }
        if (parts.contains(Part.CASE_FILE)) {
            UUID id = selection.get().orElse(null);
            caseFile.publish(files.caseFile(id, viewers.of(id, me.id(), now), Files.seesPersons(me.rights())));
        }
        if (parts.contains(Part.CHAT_FILE)) {
            chatFile.publish(files.chatFile(chat.get().orElse(null)));
        }
        if (parts.contains(Part.ALARMS)) {
            alarms(now);
        }
        if (parts.contains(Part.REFUSED)) {
            refused.publish(desk.refusals().stream().map(this::refusal).toList());
        }
        if (waiting.watched()) {
            waiting.publish(desk.outbox(MOST_WAITING).stream().map(this::waitingAction).toList());
        }
        if (parts.contains(Part.NOTES)) {
            notes.publish(desk.notes().stream().map(n -> new FileNote(n.n(), n.code(), n.args())).toList());
        }
        if (parts.contains(Part.BESIDE)) {
            beside.publish(besides.now(me.id(), selection.get().orElse(null), now));
        }
        map(parts.contains(Part.MAP), me.id(), now);
        status.publish(around.status(setAside));
        link.publish(around.detail());
    }

    private void take(ChangeSet changes) {
        if (changes.everything()) {
            open.clear();
            reader.eachOpen(open::put);
            mapChanged = true;
        }
        String document = changes.profile();
        if (document != null) {
            around.profile(document);
        }
        changes.cases().forEach((id, facts) -> {
            provisional.changed(id);
            if (facts == null) {
                open.remove(id);
            } else {
                open.put(facts);
            }
        });
        mapChanged |= !changes.cases().isEmpty();
        if (changes.setAside() > 0 || changes.everything()) {
            setAside = reader.setAside();
        }
    }

    private EnumSet<Part> parts(ChangeSet c, EnumSet<Part> asked) {
        if (c.everything()) {
            return EnumSet.allOf(Part.class);
        }
        EnumSet<Part> parts = EnumSet.copyOf(asked);
        boolean cases = c.touchedCases();
        boolean words = c.touchedMessages() || c.touchedPersons();
        add(parts, cases || c.touchedIncidents() || (words && queue.byWords()), Part.QUEUE);
        add(parts, cases || c.touchedChats() || c.profile() != null, Part.TILES);
        add(parts, c.touchedChats() || words, Part.CHATS);
        add(parts, c.touchedAlarms() || cases, Part.ALARMS);
        add(parts, selection.get().filter(id -> concerns(c, id)).isPresent(), Part.CASE_FILE);
        add(parts, chat.get().filter(id -> concerns(c, id)).isPresent(), Part.CHAT_FILE);
        return parts;
    }

    private static boolean concerns(ChangeSet c, UUID id) {
        return c.ids().contains(id) || c.touchedPersons() || c.touchedIncidents() || c.touchedAlarms();
    }

    private static void add(EnumSet<Part> parts, boolean wanted, Part part) {
        if (wanted) {
            parts.add(part);
        }
    }

    /// Fresh arrays cost their size, so a burst gets at most five a second.
    private void map(boolean asked, String me, Instant now) {
        // A filter that was changed is looked at now, not with the next burst.
        boolean filtered = !queue.filter().equals(mapFilter);
        boolean early = mapAt != null && Duration.between(mapAt, now).abs().compareTo(MAP_GAP) < 0;
        if (filtered || asked || (mapChanged && !early)) {
            mapChanged = false;
            mapAt = now;
            mapFilter = queue.filter();
            map.publish(open.map(queue.shown(reader, open, me, now), me, now.toEpochMilli()));
        }
    }

    /// Once a second: what time alone changes.
    void second(Runnable more) {
        pulse.want(Part.TILES, Part.QUEUE, Part.STATUS, Part.ALARMS, Part.CASE_FILE, Part.BESIDE);
        if (mapChanged) {
            pulse.want(Part.MAP);
        }
        more.run();
    }

    private void alarms(Instant now) {
        if (around.live()) {
            provisional.clear();
        } else {
            provisional.check(reader, open, around.policy(), now);
        }
        Map<UUID, Alarm> active = new HashMap<>();
        for (Alarm a : provisional.raised()) {
            if (reader.find(Alarm.class, a.id()).isEmpty()) {
                active.put(a.id(), a);
            }
        }
        reader.activeAlarms().forEach(a -> active.put(a.id(), a));
        alarms.publish(active.values().stream()
                .sorted(Comparator.comparing(Alarm::priority)
                        .thenComparing(Comparator.comparingInt(Alarm::level).reversed())
                        .thenComparing(Alarm::raisedAt)
                        .thenComparing(Alarm::id))
                .limit(MOST_ALARMS)
                .map(this::alarmRow)
                .toList());
    }

    private AlarmRow alarmRow(Alarm a) {
        UUID about = a.caseId();
        CaseFacts c = about == null ? null : reader.rows(List.of(about)).stream().findFirst().orElse(null);
        return c == null
                ? new AlarmRow(a, null, null, null, null, null, false)
                : new AlarmRow(a, c.number(), c.category(), c.district(), c.claimedBy(), c.due(), c.sensitive());
    }

    private RefusedAction refusal(StoredRefusal r) {
        return new RefusedAction(
                r.id(), r.command(), r.at(), numberOf(r.command()),
                new id.anjungan.domain.Decision.Refused(r.code(), r.args()));
    }

    private WaitingAction waitingAction(QueuedCommand q) {
        return new WaitingAction(
                q.id(), q.command(), q.at(), numberOf(q.command()), q.tries(), q.triedAt(), q.sent());
    }

    private @Nullable String numberOf(Command command) {
        return command.touches().stream()
                .flatMap(id -> reader.find(Entity.class, id).stream())
                .map(x -> x instanceof Case c ? c.number() : x instanceof Chat c ? c.number() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        pulse.close();
        reader.close();
    }
}
