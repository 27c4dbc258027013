package id.anjungan.state;

import id.anjungan.store.DeskDb;
import id.anjungan.sync.SettingAt;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the operator at this desk has set, each setting with the moment it was set. Kept here, so that it is there
/// without a server, and exchanged with the server when there is one: of two desks that were apart the later setting
/// holds, one by one. What concerns this machine alone stays here. Any thread.
final class OwnSettings {
    /// What an ephemeral frame says when the operator has set something at another desk.
    static final String TOPIC = "settings";
    private static final Logger LOG = LoggerFactory.getLogger(OwnSettings.class);
    /// Names of what stays on this machine begin so.
    private static final String HERE = "here.";
    /// Settings of versions that did not say whose they are.
    private static final String UNNAMED = "user.";

    private final DeskDb desk;
    private final String values;
    private final String moments;
    private final InstantSource clock;
    private final Function<Map<String, SettingAt>, CompletableFuture<Map<String, SettingAt>>> exchange;
    private final ValueSignal<Long> came = new ValueSignal<>(0L);
    private boolean live;
    private boolean asking;
    private boolean unsaid = true;

    /// `clock` is the desk's estimate of server time.
    OwnSettings(
            DeskDb desk, String operator, InstantSource clock,
            Function<Map<String, SettingAt>, CompletableFuture<Map<String, SettingAt>>> exchange) {
        this.desk = desk;
        this.values = "user@" + operator + ".";
        this.moments = "set@" + operator + ".";
        this.clock = clock;
        this.exchange = exchange;
    }

    /// Grows each time something that was set elsewhere has come.
    Signal<Long> came() {
        return came;
    }

    Optional<String> get(String name) {
        Optional<String> unnamed = desk.setting(UNNAMED + name);
        return name.startsWith(HERE) ? unnamed : desk.setting(values + name).or(() -> unnamed);
    }

    void put(String name, String value) {
        if (get(name).filter(value::equals).isPresent()) {
            return;
        }
        if (name.startsWith(HERE)) {
            Unwaited.kept(desk.putSetting(UNNAMED + name, value));
            return;
        }
        synchronized (this) {
            Instant now = clock.instant();
            Instant before = at(name);
            keep(name, new SettingAt(value, now.isAfter(before) ? now : before.plusMillis(1)));
            unsaid = true;
        }
        tell();
    }

    private void keep(String name, SettingAt s) {
        Unwaited.kept(desk.putSetting(values + name, s.value()));
        Unwaited.kept(desk.putSetting(moments + name, Long.toString(s.at().toEpochMilli())));
    }

    /// What nobody has dated was set before anything else.
    private Instant at(String name) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(desk.setting(moments + name).orElse("0")));
        } catch (NumberFormatException e) {
            return Instant.EPOCH;
        }
    }

    /// Whether there is a line, told now and then.
    void line(boolean now) {
        boolean again;
        synchronized (this) {
            again = now && (!live || unsaid);
            live = now;
        }
        if (again) {
            tell();
        }
    }

    /// The operator has set something at another desk.
    void elsewhere() {
        synchronized (this) {
            unsaid = true;
        }
        tell();
    }

    private void tell() {
        Map<String, SettingAt> here;
        synchronized (this) {
            if (!live || asking || !unsaid) {
                return;
            }
            asking = true;
            unsaid = false;
            here = here();
        }
        var _ = exchange.apply(here).whenComplete((all, e) -> {
            boolean more;
            synchronized (this) {
                asking = false;
                // Without an answer the next second tries again.
                unsaid |= e != null;
                more = unsaid && e == null;
            }
            if (e == null) {
                take(all);
            } else {
                LOG.debug("settings: {}", e.getMessage());
            }
            if (more) {
                tell();
            }
        });
    }

    private Map<String, SettingAt> here() {
        Map<String, SettingAt> all = new HashMap<>();
        Map<String, String> mine = new HashMap<>(desk.settings(UNNAMED));
        mine.putAll(desk.settings(values));
        mine.forEach((name, value) -> {
            if (!name.startsWith(HERE)) {
                all.put(name, new SettingAt(value, at(name)));
            }
        });
        return all;
    }

    private void take(Map<String, SettingAt> all) {
        boolean news = false;
        synchronized (this) {
            for (Map.Entry<String, SettingAt> e : all.entrySet()) {
                SettingAt s = e.getValue();
                boolean other = !get(e.getKey()).filter(s.value()::equals).isPresent();
                if (!s.at().isBefore(at(e.getKey())) && !e.getKey().startsWith(HERE)) {
                    news |= other;
                    keep(e.getKey(), s);
                }
            }
        }
        if (news) {
            came.publish(came.get() + 1);
        }
    }
}
