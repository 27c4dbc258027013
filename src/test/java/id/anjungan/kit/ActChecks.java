package id.anjungan.kit;

import id.anjungan.domain.Command;
import id.anjungan.domain.Message;
import id.anjungan.protocol.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// I1: each acknowledged act took effect exactly once, or its desk shows that it was refused. Judged by the audit
/// trail, by the rows that carry the command's id, and by the text that the operator typed.
final class ActChecks {
    private ActChecks() {}

    static void check(
            Ledger ledger, ServerFacts facts, Map<String, DeskFacts> desks, Map<UUID, ServerClient.Sent> all,
            Findings found) {
        Map<UUID, ServerFacts.Line> audited = new HashMap<>();
        for (ServerFacts.Line l : facts.audit()) {
            if (l.byDesk() && audited.put(l.command(), l) != null) {
                found.add("I1", l.command(), "was decided twice");
            }
        }
        facts.backwards().forEach(c -> found.add("I1", c, "the last number of a console went back"));
        Map<String, Integer> texts = texts(all);
        ledger.acts().forEach((id, act) -> {
            ServerFacts.Line line = audited.get(id);
            DeskFacts desk = desks.get(act.console());
            if (line == null && desk != null && desk.refused().contains(id)) {
                unheard(act, texts, found);
                return;
            }
            if (line == null) {
                String where = desks.containsKey(act.console()) && desks.get(act.console()).waiting().contains(id)
                        ? "still waits on the desk" : "is nowhere";
                found.add("I1", id, "acknowledged on " + act.console() + " and " + where);
                return;
            }
            effect(act, line, facts, texts, found);
            if (desk != null && line.refused() != desk.refused().contains(id)) {
                found.add("I1", id, line.outcome() + " by the server, and on the desk "
                        + (line.refused() ? "no refusal is shown" : "a refusal is shown"));
            }
        });
    }

    /// Shown as refused on its desk and not known to this server (restored since): then it may have no effect either.
    private static void unheard(Ledger.Act act, Map<String, Integer> texts, Findings found) {
        textOf(act.acked().command()).filter(texts::containsKey).ifPresent(text -> found.add(
                "I1", act.acked().id(), "is shown as refused on " + act.console() + ", and its text is at the server"));
    }

    private static void effect(
            Ledger.Act act, ServerFacts.Line line, ServerFacts facts, Map<String, Integer> texts, Findings found) {
        UUID id = act.acked().id();
        if (!facts.settled().containsKey(id)) {
            found.add("I1", id, "is in the audit trail without a stored answer");
        }
        if (line.done() != facts.entries().containsKey(id)) {
            found.add("I1", id, line.outcome() + ", and entries written: " + facts.entries().getOrDefault(id, 0));
        }
        textOf(act.acked().command()).ifPresent(text -> {
            int there = texts.getOrDefault(text, 0);
            if (there != (line.done() ? 1 : 0)) {
                found.add("I1", id, line.outcome() + ", and its text is there " + there + " times");
            }
        });
    }

    private static Map<String, Integer> texts(Map<UUID, ServerClient.Sent> all) {
        Map<String, Integer> texts = new HashMap<>();
        all.values().stream()
                .filter(s -> s.kind().equals("message"))
                .forEach(s -> texts.merge(Json.read(s.body(), Message.class).body(), 1, Integer::sum));
        return texts;
    }

    /// The words of an operator that end up in a message, when there are any.
    private static Optional<String> textOf(Command command) {
        return Optional.ofNullable(
                switch (command) {
                    case Command.AddNote c -> c.text();
                    case Command.AnswerCase c -> c.text();
                    case Command.ReleaseCase c -> c.reason();
                    case Command.HoldCase c -> c.reason();
                    case Command.DisposeCase c -> c.text();
                    case Command.CloseCase c -> c.answer();
                    case Command.ReopenCase c -> c.reason();
                    default -> null;
                });
    }
}
