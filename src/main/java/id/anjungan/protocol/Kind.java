package id.anjungan.protocol;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Case;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Incident;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.domain.WallPlan;
import java.util.Optional;

/// The permanent wire names of what the stream carries. A name a reader does not know is kept and skipped.
/// The order is the order of a snapshot: what is needed to show a queue comes first.
public enum Kind {
    PROFILE("profile", null),
    CASE("case", Case.class),
    ALARM("alarm", Alarm.class),
    CHAT("chat", Chat.class),
    INCIDENT("incident", Incident.class),
    WALL("wall", WallPlan.class),
    PERSON("person", Person.class),
    MESSAGE("message", Message.class),
    ENTRY("entry", Entry.class);

    private final String wire;
    private final @org.jspecify.annotations.Nullable Class<? extends Entity> type;

    Kind(String wire, @org.jspecify.annotations.Nullable Class<? extends Entity> type) {
        this.wire = wire;
        this.type = type;
    }

    public String wire() {
        return wire;
    }

    /// The domain type, empty for the profile, which is a document.
    public Optional<Class<? extends Entity>> type() {
        return Optional.ofNullable(type);
    }

    public static Optional<Kind> ofWire(String name) {
        for (Kind k : values()) {
            if (k.wire.equals(name)) {
                return Optional.of(k);
            }
        }
        return Optional.empty();
    }

    public static Kind of(Entity e) {
        return switch (e) {
            case Case _ -> CASE;
            case Person _ -> PERSON;
            case Chat _ -> CHAT;
            case Message _ -> MESSAGE;
            case Incident _ -> INCIDENT;
            case Entry _ -> ENTRY;
            case Alarm _ -> ALARM;
            case WallPlan _ -> WALL;
        };
    }
}
