package id.anjungan.state;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Case;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Incident;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything of one case: timeline entries oldest first, the messages they name by id, who reported (null when
/// not known or not to be seen), its incident and the other cases of it, its active alarms. `pending` lists
/// commands not settled yet. `likely` are cases that may be about the same, `merged` those that repeat this one, `main` the
/// one that this repeats.
public record CaseFile(
        Case c,
        @Nullable Person person,
        List<Entry> entries,
        Map<UUID, Message> messages,
        @Nullable Incident incident,
        List<QueueRow> sameIncident,
        List<Alarm> alarms,
        List<Viewer> viewers,
        List<UUID> pending,
        List<SameCase> likely,
        List<QueueRow> merged,
        @Nullable QueueRow main) {
    public CaseFile {
        entries = List.copyOf(entries);
        messages = Map.copyOf(messages);
        sameIncident = List.copyOf(sameIncident);
        alarms = List.copyOf(alarms);
        viewers = List.copyOf(viewers);
        pending = List.copyOf(pending);
        likely = List.copyOf(likely);
        merged = List.copyOf(merged);
    }

    /// A case that stands for itself.
    public CaseFile(
            Case c,
            @Nullable Person person,
            List<Entry> entries,
            Map<UUID, Message> messages,
            @Nullable Incident incident,
            List<QueueRow> sameIncident,
            List<Alarm> alarms,
            List<Viewer> viewers,
            List<UUID> pending) {
        this(c, person, entries, messages, incident, sameIncident, alarms, viewers, pending, List.of(), List.of(), null);
    }
}
