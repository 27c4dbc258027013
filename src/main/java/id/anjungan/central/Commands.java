package id.anjungan.central;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import id.anjungan.domain.Attachment;
import id.anjungan.domain.Command;
import id.anjungan.domain.Context;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Refusal;
import id.anjungan.protocol.CommandAnswer;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Settlement;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// `POST /v1/commands`: what operators want done, each settled exactly once. Runs on the request's thread; the
/// settling itself on the writer's.
final class Commands {
    static final int LARGEST_BATCH = 1_000;

    private final City city;
    private final SystemCommands decide;
    private final Writer writer;
    private final CentralStore store;

    Commands(City city, SystemCommands decide, Writer writer, CentralStore store) {
        this.city = city;
        this.decide = decide;
        this.writer = writer;
        this.store = store;
    }

    /// Whether this node decides by a profile that is not in effect.
    boolean outdated() {
        return writer.outdated();
    }

    /// One line of a batch. `command` is null when this version does not know it; `type` names it anyway.
    record Given(
            UUID id, UUID console, long number, String actor, Instant at, @Nullable Instant heardAt, String type,
            @Nullable Command command) {}

    /// What became of one: an answer, or the news that its number belongs to another command.
    private record Settled(@Nullable Settlement answer, long lastNumber) {}

    /// Reads a batch: a JSON array of envelopes, or one a line.
    static List<Given> read(byte[] body) {
        List<Given> batch = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes = Json.mapper().readerFor(JsonNode.class).readValues(body)) {
            while (nodes.hasNextValue()) {
                batch.add(given(nodes.nextValue(), batch.size() + 1));
            }
        } catch (IOException e) {
            throw Problem.bad("command " + (batch.size() + 1) + " is not JSON");
        }
        if (batch.size() > LARGEST_BATCH) {
            throw Problem.tooLarge("a batch holds at most " + LARGEST_BATCH + " commands");
        }
        return batch;
    }

    private static Given given(JsonNode node, int n) {
        try {
            CommandEnvelope e = Json.mapper().treeToValue(node, CommandEnvelope.class);
            if (e.id() != null && e.console() != null && e.actor() != null && e.at() != null && e.command() != null) {
                return new Given(
                        e.id(), e.console(), e.number(), e.actor(), e.at(), e.heardAt(), Json.typeName(e.command()),
                        e.command());
            }
        } catch (JsonProcessingException | RuntimeException e) {
            // Not a command of this version; kept below as one that is answered with a refusal.
            return unknown(node, n);
        }
        return unknown(node, n);
    }

    /// An envelope whose command cannot be read still has its id and number, so it is refused and blocks nothing.
    private static Given unknown(JsonNode node, int n) {
        try {
            return new Given(
                    UUID.fromString(node.path("id").asText()), UUID.fromString(node.path("console").asText()),
                    node.path("number").asLong(), node.path("actor").asText(),
                    Instant.parse(node.path("at").asText()), null, node.path("command").path("type").asText("?"), null);
        } catch (RuntimeException e) {
            throw Problem.bad("command " + n + " lacks one of id, console, number, actor, at");
        }
    }

    CommandAnswer settle(Signed by, List<Given> batch) {
        for (Given g : batch) {
            if (!g.console().equals(by.console())) {
                throw Problem.forbidden("command " + g.id() + " names another console than this session");
            }
        }
        AtomicBoolean stop = new AtomicBoolean();
        List<Work<Settled>> work = batch.stream().map(g -> work(by, g, stop)).toList();
        writer.submit(work);
        List<Settlement> answers = new ArrayList<>();
        long last = 0;
        boolean cloned = false;
        for (Work<Settled> w : work) {
            Settled s = Waits.on(w.answer());
            last = Math.max(last, s.lastNumber());
            if (s.answer() == null) {
                cloned = true;
            } else {
                answers.add(s.answer());
            }
        }
        return new CommandAnswer(store.epoch(), answers, last, cloned);
    }

    /// What follows a number that is used twice is left alone, so that order survives the new numbering.
    private Work<Settled> work(Signed by, Given g, AtomicBoolean stop) {
        Command command = g.command();
        Touch touch = new Touch(
                command == null ? List.of() : command.touches(), null,
                new Touch.Numbered(g.id(), g.console(), g.number()));
        boolean lacks = lacksFile(command);
        return Work.of(touch, tx -> stage(tx, by, g, lacks, stop), (tx, incident) -> {
            decide.alarm(tx, incident);
            return refuse(tx, by, g, Refusal.INTERNAL, Map.of("incident", incident));
        });
    }

    private LongFunction<Settled> stage(Tx tx, Signed by, Given g, boolean lacksFile, AtomicBoolean stop) {
        Optional<Settlement> before = tx.settled(g.id());
        long last = tx.lastNumber(g.console());
        if (before.isPresent()) {
            Settlement s = before.get();
            return base -> new Settled(Tx.numbered(s, base), last);
        }
        if (stop.get() || tx.usedFor(g.console(), g.number()).isPresent()) {
            stop.set(true);
            return base -> new Settled(null, last);
        }
        Command command = g.command();
        if (!g.actor().equals(by.actor().id())) {
            return refuse(tx, by, g, Refusal.NO_RIGHT, Map.of("right", "ACTOR", "actor", g.actor()));
        }
        if (command == null) {
            return refuse(tx, by, g, Refusal.UNKNOWN_CODE, Map.of("what", "command", "code", g.type()));
        }
        String to = handedTo(command);
        if (to != null && city.operator(to).isEmpty()) {
            return refuse(tx, by, g, Refusal.UNKNOWN_CODE, Map.of("what", "operator", "code", to));
        }
        if (lacksFile) {
            return refuse(tx, by, g, Refusal.FILE_MISSING, Map.of());
        }
        int from = tx.position();
        Decision decision = decide.stage(tx, command, context(by, g), g.console());
        return switch (decision) {
            case Decision.Refused(var code, var args) -> answer(tx, g, Settlement.Status.REFUSED, false, code, args);
            case Decision.Accepted _ ->
                answer(tx, g, Settlement.Status.DONE, tx.position() > from, null, Map.of());
        };
    }

    /// Files a command names must have come before it: the bytes first, then who is told of them.
    private boolean lacksFile(@Nullable Command command) {
        List<Attachment> named = switch (command) {
            case Command.AttachFiles a -> a.files();
            case Command.RedactAttachment r -> List.of(r.redacted());
            case null, default -> List.of();
        };
        return !named.stream().allMatch(a -> store.blobs()
                .find(a.sha256())
                .filter(b -> b.complete() && b.bytes() == a.bytes() && b.mediaType().equals(a.mediaType()))
                .isPresent());
    }

    /// Only the city knows who its operators are; the rules do not.
    private static @Nullable String handedTo(Command command) {
        return switch (command) {
            case Command.HandOverCase h -> h.to();
            case Command.HandOverChat h -> h.to();
            default -> null;
        };
    }

    /// `at` is believed between the desk's last contact and now.
    private Context context(Signed by, Given g) {
        Instant received = decide.now();
        Instant at = g.at();
        Instant heard = g.heardAt();
        if (heard != null && at.isBefore(heard)) {
            at = heard;
        }
        return new Context(
                by.actor(), decide.policy(), at.isAfter(received) ? received : at, received, g.id(), false);
    }

    private LongFunction<Settled> refuse(Tx tx, Signed by, Given g, Refusal code, Map<String, String> args) {
        Instant now = decide.now();
        tx.audit(new Tx.AuditLine(
                g.id(), g.console(), by.actor().id(), now, now, g.type(), List.of(), "REFUSED " + code.name()));
        return answer(tx, g, Settlement.Status.REFUSED, false, code, args);
    }

    private static LongFunction<Settled> answer(
            Tx tx, Given g, Settlement.Status status, boolean effect, @Nullable Refusal code, Map<String, String> args) {
        tx.settle(g.console(), new Settlement(g.id(), g.number(), status, 0, code, args), effect);
        Settlement staged = tx.settled(g.id()).orElseThrow();
        long last = tx.lastNumber(g.console());
        return base -> new Settled(Tx.numbered(staged, base), last);
    }
}
