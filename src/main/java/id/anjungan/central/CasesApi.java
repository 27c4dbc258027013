package id.anjungan.central;

import id.anjungan.domain.Case;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.protocol.CaseRecord;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.OlderCases;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Cases that desks let go of long after they were closed: found by number, words and phone among all of them, and
/// given out one by one, each by what the asker's projection lets through. Looks through many rows, so only one is
/// answered at a time; the next asker is told to come again.
final class CasesApi {
    private static final int MOST = 50;
    /// As many are read at once, and as many looked through.
    private static final int PAGE = 200;
    private static final int LOOKED_THROUGH = 2_000;
    private static final int LONGEST = 200;

    private final CentralStore store;
    private final Sessions sessions;
    private final Unreadable unreadable;
    private final Semaphore one = new Semaphore(1);

    CasesApi(CentralStore store, Sessions sessions, Unreadable unreadable) {
        this.store = store;
        this.sessions = sessions;
        this.unreadable = unreadable;
    }

    void find(Context ctx) {
        Signed by = sessions.require(ctx.header("Authorization"));
        String typed = String.valueOf(ctx.queryParam("q"));
        Wording wanted = new Wording(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        String before = ctx.queryParam("closedBefore");
        if (ctx.queryParam("q") == null || wanted.isEmpty()) {
            throw Problem.bad("q is missing: at least one word, number or phone");
        }
        try {
            Instant closedBefore = before == null ? Instant.MAX : Instant.parse(before);
            int limit = Math.clamp(ctx.queryParamAsClass("limit", Integer.class).getOrDefault(20), 1, MOST);
            if (!one.tryAcquire()) {
                throw Problem.busy();
            }
            try {
                Api.json(ctx, find(Projection.of(by.actor()), wanted, closedBefore, limit));
            } finally {
                one.release();
            }
        } catch (DateTimeException e) {
            throw Problem.bad("closedBefore is not an instant");
        }
    }

    private OlderCases find(Projection seen, Wording wanted, Instant closedBefore, int limit) {
        List<OlderCases.Found> found = new ArrayList<>();
        int looked = 0;
        while (looked < LOOKED_THROUGH) {
            List<Row> page = store.ended(wanted.like(), wanted.phoneLike(), looked, PAGE);
            for (Row row : page) {
                record(seen, row)
                        .filter(r -> closed(r.c(), closedBefore) && wanted.in(texts(r), phone(r.person())))
                        .ifPresent(r -> found.add(new OlderCases.Found(r.c(), title(r))));
                if (found.size() == limit) {
                    return new OlderCases(found, false);
                }
            }
            looked += page.size();
            if (page.size() < PAGE) {
                return new OlderCases(found, true);
            }
        }
        return new OlderCases(found, false);
    }

    private static boolean closed(Case c, Instant before) {
        Instant at = c.closedAt();
        return !c.open() && at != null && at.isBefore(before);
    }

    private static List<String> texts(CaseRecord r) {
        List<String> all = new ArrayList<>(List.of(r.c().number(), r.c().sourceId()));
        add(all, r.c().location().address());
        r.messages().forEach(m -> all.add(m.body()));
        Person p = r.person();
        if (p != null) {
            add(all, p.name());
            add(all, p.account());
            add(all, p.email());
        }
        return all;
    }

    private static void add(List<String> all, @Nullable String text) {
        if (text != null) {
            all.add(text);
        }
    }

    private static @Nullable String phone(@Nullable Person p) {
        return p == null ? null : p.phone();
    }

    private static String title(CaseRecord r) {
        return r.c().privacy().sensitive()
                ? ""
                : r.messages().stream()
                        .filter(m -> m.kind() == Message.Kind.REPORT || m.kind() == Message.Kind.INBOUND)
                        .findFirst()
                        .map(Message::body)
                        .orElse("");
    }

    void one(Context ctx) {
        Signed by = sessions.require(ctx.header("Authorization"));
        UUID id;
        try {
            id = UUID.fromString(ctx.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("id is not a UUID");
        }
        Api.json(ctx, store.row(id)
                .flatMap(row -> record(Projection.of(by.actor()), row))
                .orElseThrow(() -> Problem.notFound("no such case, or it is outside what you may see")));
    }

    /// Empty when it is no case, or outside what may be seen.
    private Optional<CaseRecord> record(Projection seen, Row row) {
        return body(seen, row, Case.class).map(c -> {
            List<Entry> entries = new ArrayList<>();
            List<Message> messages = new ArrayList<>();
            for (Row r : store.about(c.id())) {
                body(seen, r, Entry.class).ifPresent(entries::add);
                body(seen, r, Message.class).ifPresent(messages::add);
            }
            entries.sort(Comparator.comparing(Entry::at));
            messages.sort(Comparator.comparing(Message::at));
            Person person = store.row(c.person()).flatMap(r -> body(seen, r, Person.class)).orElse(null);
            return new CaseRecord(c, person, entries, messages);
        });
    }

    private <T> Optional<T> body(Projection seen, Row row, Class<T> type) {
        if (!row.kind().type().filter(type::equals).isPresent()) {
            return Optional.empty();
        }
        try {
            return seen.body(row).map(text -> Json.read(text, type));
        } catch (RuntimeException e) {
            unreadable.note(row, e);
            return Optional.empty();
        }
    }
}
