package id.anjungan.state;

import id.anjungan.domain.Chat;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An open chat with all that was said and done, oldest first.
public record ChatFile(
        Chat chat, @Nullable Person person, List<Message> messages, List<Entry> entries, boolean pending) {
    public ChatFile {
        messages = List.copyOf(messages);
        entries = List.copyOf(entries);
    }
}
