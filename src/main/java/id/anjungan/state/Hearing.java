package id.anjungan.state;

import id.anjungan.domain.Actor;
import id.anjungan.store.DeskDb;
import id.anjungan.sync.Compared;
import id.anjungan.sync.ServerTime;
import id.anjungan.sync.SyncListener;
import id.anjungan.sync.SyncStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What the sync loop tells, written down where it must last and handed on to the projections.
final class Hearing implements SyncListener {
    private static final String COPIES_DIFFER = "copies-differ";

    private final DeskConfig config;
    private final DeskDb desk;
    private final ServerTime time;
    private final Who who;
    private final Projector projector;
    private final Supplier<Optional<Instant>> closedSince;
    private volatile @org.jspecify.annotations.Nullable OwnSettings settings;

    Hearing(
            DeskConfig config, DeskDb desk, ServerTime time, Who who, Projector projector,
            Supplier<Optional<Instant>> closedSince) {
        this.config = config;
        this.desk = desk;
        this.time = time;
        this.who = who;
        this.projector = projector;
        this.closedSince = closedSince;
    }

    @Override
    public void status(SyncStatus status) {
        projector.want(Part.STATUS, Part.ALARMS);
    }

    @Override
    public void signedIn(Actor actor) {
        who.signedIn(actor);
        Unwaited.kept(desk.putActor(actor));
        Unwaited.kept(desk.putSetting(LiveDesk.OFFSET, time.offset().toString()));
        projector.want(Part.STATUS, Part.QUEUE, Part.TILES, Part.MAP, Part.CHATS);
    }

    /// A difference is told once, with what is done about it; that all is well only the status page says.
    @Override
    public void compared(Compared result) {
        who.compared(new LinkDetail.Compared(result.at(), result.same(), result.repaired()));
        if (result.repaired()) {
            Unwaited.kept(desk.note(config.machine().instant(), COPIES_DIFFER, Map.of()).thenRun(projector::showNotes));
        }
        projector.want(Part.STATUS);
    }

    @Override
    public Optional<Instant> closedSince() {
        return closedSince.get();
    }

    void settings(OwnSettings own) {
        settings = own;
    }

    @Override
    public void ephemeral(String topic, String operator, Map<String, String> args) {
        OwnSettings own = settings;
        if (topic.equals(OwnSettings.TOPIC)) {
            if (own != null && operator.equals(config.operator())) {
                own.elsewhere();
            }
            return;
        }
        projector.viewers.saw(topic, operator, args, time.instant());
        projector.want(Part.CASE_FILE, Part.QUEUE);
    }

    @Override
    public void settled() {
        projector.want(Part.STATUS, Part.REFUSED, Part.QUEUE, Part.CASE_FILE, Part.CHATS, Part.CHAT_FILE);
    }
}
