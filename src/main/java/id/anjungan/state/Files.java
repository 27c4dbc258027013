package id.anjungan.state;

import id.anjungan.domain.Case;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Incident;
import id.anjungan.domain.Link;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Right;
import id.anjungan.store.CacheReader;
import id.anjungan.sync.Overlay;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what one case or chat is made of. Projector's thread only.
final class Files {
    private static final int SAME_INCIDENT = 20;

    private final CacheReader reader;
    private final Overlay overlay;
    private final Sames sames;
    private final Supplier<Policy> policy;

    Files(CacheReader reader, Overlay overlay, Supplier<Policy> policy) {
        this.reader = reader;
        this.overlay = overlay;
        this.policy = policy;
        sames = new Sames(reader);
    }

    Optional<CaseFile> caseFile(@Nullable UUID id, List<Viewer> viewers, boolean seesPersons) {
        return id == null ? Optional.empty() : reader.find(Case.class, id).map(c -> caseFile(c, viewers, seesPersons));
    }

    private CaseFile caseFile(Case c, List<Viewer> viewers, boolean seesPersons) {
        Incident incident = c.link(Link.Kind.INCIDENT)
                .flatMap(l -> reader.find(Incident.class, l.target()))
                .orElse(null);
        List<QueueRow> same = incident == null
                ? List.of()
                : reader.ofIncident(incident.id(), c.id(), SAME_INCIDENT).stream().map(Rows::of).toList();
        Map<UUID, Message> messages =
                reader.messages(c.id()).stream().collect(Collectors.toMap(Message::id, Function.identity()));
        return new CaseFile(
                c, seesPersons ? reader.find(Person.class, c.person()).orElse(null) : null, reader.entries(c.id()),
                messages, incident, same, reader.activeAlarms(c.id()), viewers, overlay.waiting(c.id()),
                c.main().isPresent() || !c.open() ? List.of() : sames.of(c, policy.get().likeness()),
                c.duplicates().isEmpty() ? List.of() : reader.beside().mergedInto(c.id()).stream().map(Rows::of).toList(),
                c.main().flatMap(m -> reader.rows(List.of(m)).stream().findFirst()).map(Rows::of).orElse(null));
    }

    Optional<ChatFile> chatFile(@Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : reader.find(Chat.class, id)
                        .map(c -> new ChatFile(
                                c, reader.find(Person.class, c.person()).orElse(null), reader.messages(id),
                                reader.entries(id), !overlay.waiting(id).isEmpty()));
    }

    List<ChatRow> chats(List<Chat> open, String me) {
        return open.stream()
                .map(c -> chatRow(c, me))
                .sorted(Comparator.comparingInt(Files::rank).thenComparing(Files::since).thenComparing(ChatRow::id))
                .toList();
    }

    private ChatRow chatRow(Chat c, String me) {
        var held = c.claim();
        String by = held == null ? null : held.operator();
        return new ChatRow(
                c.id(), c.number(), c.channel(), c.state(),
                reader.find(Person.class, c.person()).map(Person::name).orElse(""),
                reader.lastMessage(c.id()).map(Message::body).orElse(""), c.waitingSince(), c.lastAt(), by,
                me.equals(by), !overlay.waiting(c.id()).isEmpty());
    }

    private static int rank(ChatRow r) {
        return r.state() == Chat.State.WAITING ? 0 : r.mine() ? 1 : 2;
    }

    private static Instant since(ChatRow r) {
        Instant waiting = r.waitingSince();
        return waiting == null ? r.lastAt() : waiting;
    }

    static boolean seesPersons(java.util.Set<Right> rights) {
        return rights.contains(Right.SEE_PERSON);
    }
}
