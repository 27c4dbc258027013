package id.anjungan.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who owns a case: taking, giving back, handing over, and losing it by absence.
final class ClaimRules {
    private ClaimRules() {}

    static void claim(Deciding d, Command.ClaimCase c) {
        Case was = d.openCase(c.caseId());
        Claim held = was.claim();
        if (held != null && held.operator().equals(d.actor())) {
            return;
        }
        if (held != null && !d.ctx.actor().may(Right.OVERRIDE)) {
            throw new Refusing(Refusal.CLAIMED_BY_OTHER, Deciding.holder(held));
        }
        Claim mine = newClaim(d, d.actor(), was.fencing());
        d.put(Timing.seen(d, was).edit(d.at(), d.receivedAt()).claim(mine).build());
        d.entry(was.id(), held == null ? "claimed" : "taken-over", held == null ? Map.of() : Map.of("from", held.operator()));
    }

    static void release(Deciding d, Command.ReleaseCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (was.claim() == null) {
            return;
        }
        String reason = d.text("reason", c.reason());
        d.put(was.edit(d.at(), d.receivedAt()).claim(null).build());
        d.entry(was.id(), "released", Map.of(), d.note(was.id(), reason));
    }

    static void handOver(Deciding d, Command.HandOverCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        String to = d.text("to", c.to());
        String note = d.optionalText("note", c.note());
        d.put(Timing.seen(d, was)
                .edit(d.at(), d.receivedAt())
                .claim(newClaim(d, to, was.fencing()))
                .build());
        d.entry(was.id(), "handed-over", Map.of("to", to), note == null ? null : d.note(was.id(), note));
    }

    static void releaseAbsent(Deciding d, Command.ReleaseAbsent c) {
        Entity e = d.find(Entity.class, c.id()).orElseThrow(() -> d.notFound(c.id()));
        Claim held = claimOf(e);
        if (held == null || held.fencing() != c.fencing()) {
            return;
        }
        switch (e) {
            case Case was -> d.put(was.edit(d.at(), d.receivedAt()).claim(null).build());
            case Chat was -> d.put(was.with(Chat.State.WAITING, null, was.fencing()));
            default -> throw d.notFound(c.id());
        }
        d.entry(e.id(), c.signedOut() ? "released-signed-out" : "released-absent", Map.of("from", held.operator()));
    }

    static Claim newClaim(Deciding d, String operator, long fencing) {
        return new Claim(operator, fencing + 1, d.receivedAt(), d.ctx.provisional());
    }

    private static @Nullable Claim claimOf(Entity e) {
        return switch (e) {
            case Case c -> c.claim();
            case Chat c -> c.claim();
            default -> null;
        };
    }
}
