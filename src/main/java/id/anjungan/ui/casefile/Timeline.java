package id.anjungan.ui.casefile;

import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.state.CaseFile;
import id.anjungan.state.QueueRow;
import id.anjungan.state.SameCase;
import id.anjungan.state.Viewer;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.control.answer.Sending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells a case's story: entries with the texts they name, and the citizen's messages, in order of time.
final class Timeline {
    private static final Set<String> ALERTS = Set.of("breached", "level-raised", "escalated");
    private static final Set<String> QUIET = Set.of(
            "acknowledged", "alarm-acknowledged", "delivery", "received", "tagged", "untagged", "watched", "unwatched",
            "reminder-set", "reminder-dropped");

    private static final Set<String> LATER = Set.of("delivery", "answer-cancelled");

    private record Timed(Instant at, TimelineItem item) {}

    private final CaseFile file;
    private final Words w;
    private final Instant now;
    private final String me;

    private Timeline(CaseFile file, Words w, Instant now, String me) {
        this.file = file;
        this.w = w;
        this.now = now;
        this.me = me;
    }

    /// `me` is the operator at this desk.
    static List<TimelineItem> of(CaseFile file, Words w, Instant now, String me) {
        Timeline t = new Timeline(file, w, now, me);
        List<Timed> all = new ArrayList<>();
        Set<UUID> told = new HashSet<>();
        for (Entry e : file.entries()) {
            Message said = t.words(e);
            if (said != null) {
                told.add(said.id());
            }
            all.add(new Timed(e.at(), t.entry(e)));
        }
        file.messages().values().stream()
                .filter(m -> !told.contains(m.id()))
                .forEach(m -> all.add(new Timed(m.at(), t.message(m))));
        all.sort(Comparator.comparing(Timed::at));
        List<TimelineItem> items = new ArrayList<>(all.stream().map(Timed::item).toList());
        for (Viewer v : file.viewers()) {
            items.add(new TimelineItem(
                    new UUID(0, v.operator().hashCode()),
                    w.formats().timeOfDay(now),
                    TimelineItem.Kind.QUIET,
                    w.get(v.typing() ? "timeline.typing" : "timeline.viewing", w.city().operator(v.operator())),
                    "",
                    "",
                    null));
        }
        return items;
    }

    private TimelineItem message(Message m) {
        boolean citizen = m.kind() == Message.Kind.REPORT || m.kind() == Message.Kind.INBOUND;
        TimelineItem.Kind kind = citizen
                ? TimelineItem.Kind.QUOTE
                : m.kind() == Message.Kind.OUTBOUND ? TimelineItem.Kind.ANSWER : TimelineItem.Kind.NOTE;
        String meta = w.text().of(m.kind());
        if (!m.attachments().isEmpty()) {
            meta += " · " + w.text().count("casefile.attachment", m.attachments().size());
        }
        return new TimelineItem(m.id(), w.formats().when(m.at(), now), kind, "", m.body().strip(), meta, Sending.of(m, w, now, me));
    }

    /// The text an entry brings. What becomes of an answer afterwards is shown beside the answer itself.
    private @Nullable Message words(Entry e) {
        return e.message() == null || LATER.contains(e.code()) ? null : file.messages().get(e.message());
    }

    private TimelineItem entry(Entry e) {
        Message m = words(e);
        TimelineItem.Kind kind = ALERTS.contains(e.code())
                ? TimelineItem.Kind.ALERT
                : m != null && m.kind() == Message.Kind.OUTBOUND
                        ? TimelineItem.Kind.ANSWER
                        : QUIET.contains(e.code()) ? TimelineItem.Kind.QUIET : TimelineItem.Kind.ACT;
        List<String> meta = new ArrayList<>();
        if (!e.actor().startsWith("system:")) {
            meta.add(w.city().operator(e.actor()));
        }
        if (e.offline()) {
            meta.add(w.get("timeline.offline"));
        }
        return new TimelineItem(
                e.id(),
                w.formats().when(e.at(), now),
                kind,
                w.text().timeline(e.code(), named(e.args())),
                m == null ? "" : m.body().strip(),
                String.join(" · ", meta),
                m == null ? null : Sending.of(m, w, now, me));
    }

    /// The arguments of an entry with names in place of codes.
    private Map<String, Object> named(Map<String, String> args) {
        Map<String, Object> out = new HashMap<>(args);
        out.computeIfPresent("channel", (k, v) -> w.city().channel(v.toString()));
        out.computeIfPresent("agency", (k, v) -> w.city().agency(v.toString()));
        out.computeIfPresent("agencies", (k, v) -> Arrays.stream(v.toString().split(","))
                .map(w.city()::agency)
                .collect(Collectors.joining(", ")));
        out.computeIfPresent("rule", (k, v) -> w.city().clock(v.toString()));
        out.computeIfPresent("outcome", (k, v) -> word("domain.outcome.", v));
        out.computeIfPresent("delivery", (k, v) -> word("domain.message.delivery.", v));
        out.computeIfPresent("fromPriority", (k, v) -> word("domain.priority.", v));
        out.computeIfPresent("toPriority", (k, v) -> word("domain.priority.", v));
        boolean category = args.containsKey("fromPriority");
        out.computeIfPresent("from", (k, v) -> category ? w.city().category(v.toString()) : w.city().operator(v.toString()));
        out.computeIfPresent("to", (k, v) -> category ? w.city().category(v.toString()) : w.city().operator(v.toString()));
        out.computeIfPresent("incident", (k, v) -> v.toString().substring(0, Math.min(8, v.toString().length())));
        out.computeIfPresent("when", (k, v) -> w.formats().when(Instant.parse(v.toString()), now));
        out.computeIfPresent("of", (k, v) -> number(v.toString()));
        out.computeIfPresent("case", (k, v) -> number(v.toString()));
        return out;
    }

    private String word(String prefix, Object code) {
        return w.text().has(prefix + code) ? w.text().get(prefix + code) : code.toString();
    }

    /// The number of a case of the same incident or merged with this one, when this desk has it.
    private String number(String id) {
        List<QueueRow> near = new ArrayList<>(file.sameIncident());
        near.addAll(file.merged());
        near.addAll(file.likely().stream().map(SameCase::row).toList());
        if (file.main() != null) {
            near.add(file.main());
        }
        return near.stream()
                .filter(r -> r.id().toString().equals(id))
                .map(r -> r.number())
                .findFirst()
                .orElse(id.substring(0, Math.min(8, id.length())));
    }
}
