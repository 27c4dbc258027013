package id.anjungan.ui.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which key does what: the usual ones, and those somebody has chosen instead. Immutable.
public final class KeyMap {
    public static final KeyMap USUAL = new KeyMap(Map.of());

    private final Map<Act, Stroke> chosen;
    private final Map<Act, List<Stroke>> all = new EnumMap<>(Act.class);

    private KeyMap(Map<Act, Stroke> chosen) {
        this.chosen = new EnumMap<>(Act.class);
        this.chosen.putAll(chosen);
        for (Act a : Act.values()) {
            List<Stroke> strokes = new ArrayList<>(a.usual());
            Stroke own = chosen.get(a);
            if (own != null) {
                strokes.set(0, own);
            }
            all.put(a, List.copyOf(strokes));
        }
    }

    /// The keys of an action, the one that is shown first.
    public List<Stroke> strokes(Act act) {
        return all.getOrDefault(act, List.of());
    }

    /// The key that is shown beside an action.
    public String shown(Act act) {
        return strokes(act).getFirst().shown();
    }

    /// What a key means on such a page; `page` is never [Act.Scope#EVERYWHERE].
    public Optional<Act> act(Stroke stroke, Act.Scope page) {
        for (Act a : Act.values()) {
            if (a.scope().meets(page) && strokes(a).contains(stroke)) {
                return Optional.of(a);
            }
        }
        return Optional.empty();
    }

    public boolean changed(Act act) {
        return chosen.containsKey(act);
    }

    public boolean changed() {
        return !chosen.isEmpty();
    }

    /// What would have the same key where `act` counts too.
    public Optional<Act> taken(Act act, Stroke stroke) {
        for (Act a : Act.values()) {
            if (a != act && a.scope().meets(act.scope()) && strokes(a).contains(stroke)) {
                return Optional.of(a);
            }
        }
        return Optional.empty();
    }

    /// With another first key; the usual one is no choice.
    public KeyMap with(Act act, Stroke stroke) {
        Map<Act, Stroke> next = new EnumMap<>(Act.class);
        next.putAll(chosen);
        if (stroke.equals(act.usual().getFirst())) {
            next.remove(act);
        } else {
            next.put(act, stroke);
        }
        return new KeyMap(next);
    }

    /// `CLAIM=k&CLOSE=shift+c`: only what somebody has chosen.
    public String format() {
        StringBuilder s = new StringBuilder();
        chosen.forEach((act, stroke) ->
                s.append(s.isEmpty() ? "" : "&").append(act.name()).append('=').append(stroke.format()));
        return s.toString();
    }

    /// What another version wrote and this one does not know is left out, and so is a choice whose key has since been
    /// given to something else; the other choices stay.
    public static KeyMap parse(String text) {
        KeyMap map = USUAL;
        for (String part : text.split("&")) {
            int at = part.indexOf('=');
            Optional<Act> act = at < 0 ? Optional.empty() : act(part.substring(0, at));
            Optional<Stroke> stroke = at < 0 ? Optional.empty() : Stroke.parse(part.substring(at + 1)).filter(Stroke::free);
            if (act.isPresent() && stroke.isPresent() && act.get().changeable()) {
                map = map.with(act.get(), stroke.get());
            }
        }
        return map.withoutCollisions();
    }

    // Only when all are read: two acts may have changed their keys with each other.
    private KeyMap withoutCollisions() {
        KeyMap map = this;
        for (Optional<Act> a = map.colliding(); a.isPresent(); a = map.colliding()) {
            Map<Act, Stroke> rest = new EnumMap<>(map.chosen);
            rest.remove(a.get());
            map = new KeyMap(rest);
        }
        return map;
    }

    private Optional<Act> colliding() {
        return chosen.entrySet().stream()
                .filter(e -> taken(e.getKey(), e.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Act> act(String name) {
        for (Act a : Act.values()) {
            if (a.name().equals(name)) {
                return Optional.of(a);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyMap m && m.chosen.equals(chosen);
    }

    @Override
    public int hashCode() {
        return chosen.hashCode();
    }
}
