package id.anjungan.ui.chat;

import id.anjungan.domain.Chat;
import id.anjungan.domain.Person;
import id.anjungan.state.ChatFile;
import id.anjungan.state.Desk;
import id.anjungan.ui.control.Words;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a prepared answer can say of a conversation, by the names of its variables; what is not known is not there.
final class ChatFacts {
    private ChatFacts() {}

    static Map<String, String> of(ChatFile f, Desk desk, Words w) {
        Chat c = f.chat();
        Map<String, String> known = new HashMap<>();
        known.put("number", c.number());
        known.put("channel", w.city().channel(c.channel()));
        known.put("city", w.city().name());
        known.put("operator", desk.actor().name());
        Person p = f.person();
        String name = p == null ? null : p.name();
        put(known, "name", name == null || name.isBlank() ? w.city().insteadOf("name").orElse(null) : name);
        put(known, "district", c.location().district() == null ? null : w.city().area(c.location().district()));
        put(known, "village", c.location().village() == null ? null : w.city().area(c.location().village()));
        return known;
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            known.put(name, value);
        }
    }
}
