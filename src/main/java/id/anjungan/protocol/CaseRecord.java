package id.anjungan.protocol;

import id.anjungan.domain.Case;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `GET /v1/cases/{id}` answers: a case and what the asker may see of what is about it.
public record CaseRecord(Case c, @Nullable Person person, List<Entry> entries, List<Message> messages) {
    public CaseRecord {
        entries = entries == null ? List.of() : List.copyOf(entries);
        messages = messages == null ? List.of() : List.copyOf(messages);
    }
}
