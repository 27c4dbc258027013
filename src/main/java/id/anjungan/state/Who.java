package id.anjungan.state;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Policy;
import id.anjungan.profile.CityProfile;
import id.anjungan.store.DeskDb;
import id.anjungan.sync.Rules;
import id.anjungan.sync.ServerTime;
import id.anjungan.sync.Sync;
import id.anjungan.sync.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who sits here and in which city: what local decisions and projections are made with.
final class Who implements Rules, Projector.Surroundings {
    private static final Logger LOG = LoggerFactory.getLogger(Who.class);
    private static final Duration STALE = Duration.ofSeconds(6);

    final ValueSignal<CityProfile> city = new ValueSignal<>(Cities.none());
    private final DeskConfig config;
    private final DeskDb desk;
    private final ServerTime time;
    private final boolean cacheWasEmpty;
    private volatile Actor actor;
    private volatile Policy policy = city.get().toPolicy();
    private volatile @Nullable Sync sync;
    private volatile LinkDetail.@Nullable Compared compared;
    private String document = "";

    Who(DeskConfig config, DeskDb desk, ServerTime time, boolean cacheWasEmpty) {
        this.config = config;
        this.desk = desk;
        this.time = time;
        this.cacheWasEmpty = cacheWasEmpty;
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

    /// Known only once the loop exists, which itself asks here.
    void loop(Sync loop) {
        sync = loop;
    }

    void signedIn(Actor somebody) {
        actor = somebody;
    }

    void compared(LinkDetail.Compared result) {
        compared = result;
    }

    @Nullable Instant heardAt() {
        Instant now = time.heardAt();
        return now != null ? now : desk.setting(LiveDesk.HEARD).flatMap(Who::instant).orElse(null);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
