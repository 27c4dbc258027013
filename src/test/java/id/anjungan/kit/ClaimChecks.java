package id.anjungan.kit;

import id.anjungan.domain.Case;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Command;
import id.anjungan.protocol.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// I3: replays the audit trail through a model of its own: who holds a case, and how many claims it has had. Nobody
/// takes what another holds without the right to, nobody writes on it, and no write under an old number takes effect.
final class ClaimChecks {
    private static final Set<String> LEADS = Set.of("ratna", "yusuf", "hendra");
    private static final Set<String> FENCED = Set.of(
            "release-case", "verify-case", "hold-case", "resume-case", "dispose-case", "answer-case", "close-case");
    private static final Set<String> ENDS = Set.of("close-case", "not-ours", "archive-case");

    private final Map<UUID, Ledger.Act> acts;
    private final Findings found;
    private final Map<UUID, Held> cases = new HashMap<>();

    private static final class Held {
        @Nullable String by;
        long fencing;
    }

    private ClaimChecks(Map<UUID, Ledger.Act> acts, Findings found) {
        this.acts = acts;
        this.found = found;
    }

    static void check(Ledger ledger, ServerFacts facts, Map<UUID, ServerClient.Sent> all, Findings found) {
        ClaimChecks model = new ClaimChecks(ledger.acts(), found);
        for (ServerFacts.Line l : facts.audit()) {
            if (l.done() && !l.touches().isEmpty()) {
                model.step(l, model.cases.computeIfAbsent(l.touches().getFirst(), id -> new Held()));
            }
        }
        model.cases.forEach((id, held) -> {
            ServerClient.Sent sent = all.get(id);
            if (sent != null && sent.kind().equals("case")) {
                model.compare(Json.read(sent.body(), Case.class), held);
            }
        });
    }

    private void compare(Case c, Held held) {
        Claim claim = c.claim();
        String by = claim == null ? null : claim.operator();
        if (!java.util.Objects.equals(by, held.by) || c.fencing() != held.fencing) {
            found.add("I3", c.id(), "is held by " + by + " under " + c.fencing() + "; the trail says " + held.by + " under "
                    + held.fencing);
        }
    }

    private void step(ServerFacts.Line l, Held held) {
        boolean lead = LEADS.contains(l.actor());
        if (FENCED.contains(l.type())) {
            fenced(l, held, lead);
        }
        switch (l.type()) {
            case "claim-case" -> {
                if (held.by != null && !lead) {
                    found.add("I3", l.command(), l.actor() + " took case " + l.touches() + " which " + held.by + " holds");
                }
                take(held, l.actor());
            }
            case "answer-case" -> {
                if (held.by == null) {
                    take(held, l.actor());
                }
            }
            case "release-case", "release-absent" -> held.by = null;
            default -> {
                if (ENDS.contains(l.type())) {
                    held.by = null;
                }
            }
        }
    }

    private static void take(Held held, String operator) {
        held.by = operator;
        held.fencing++;
    }

    private void fenced(ServerFacts.Line l, Held held, boolean lead) {
        if (held.by != null && !held.by.equals(l.actor()) && !lead) {
            found.add("I3", l.command(), l.type() + " by " + l.actor() + " on a case that " + held.by + " holds");
        }
        OptionalLong saw = fencingOf(l.command());
        if (saw.isPresent() && saw.getAsLong() < held.fencing) {
            found.add("I3", l.command(), l.type() + " under " + saw.getAsLong() + " took effect under " + held.fencing);
        }
    }

    private OptionalLong fencingOf(UUID command) {
        Ledger.Act act = acts.get(command);
        return act == null
                ? OptionalLong.empty()
                : switch (act.acked().command()) {
                    case Command.ReleaseCase c -> OptionalLong.of(c.fencing());
                    case Command.VerifyCase c -> OptionalLong.of(c.fencing());
                    case Command.HoldCase c -> OptionalLong.of(c.fencing());
                    case Command.ResumeCase c -> OptionalLong.of(c.fencing());
                    case Command.DisposeCase c -> OptionalLong.of(c.fencing());
                    case Command.AnswerCase c -> OptionalLong.of(c.fencing());
                    case Command.CloseCase c -> OptionalLong.of(c.fencing());
                    default -> OptionalLong.empty();
                };
    }
}
