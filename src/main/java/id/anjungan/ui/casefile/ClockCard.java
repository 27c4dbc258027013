package id.anjungan.ui.casefile;

import id.anjungan.domain.Case;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Clocks;
import id.anjungan.ui.control.Countdown;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// One deadline of a case, written out. Running ones first, the nearest on top; what was met or missed after.
/// `basis` says by which rule it is counted, where that comes from and until when.
record ClockCard(String name, String value, Countdown.Urgency mood, String basis) {
    static List<ClockCard> of(Case c, Words w, Instant now) {
        return c.clocks().stream()
                .sorted(Comparator.comparingInt((Clock k) -> k.running() ? 0 : k.paused() ? 1 : 2)
                        .thenComparing(Clock::due))
                .map(k -> of(k, w, now))
                .toList();
    }

    private static ClockCard of(Clock k, Words w, Instant now) {
        String name = w.city().clock(k.rule()) + promise(k, w);
        String basis = basis(k, w, now);
        if (k.paused()) {
            Duration left = k.remaining();
            return new ClockCard(
                    name,
                    left == null ? w.formats().none() : w.formats().left(left),
                    Countdown.Urgency.PAUSED,
                    w.get("casefile.clock.stands") + ". " + basis);
        }
        if (!k.running()) {
            boolean missed = k.breached(now);
            String word = w.get(missed ? "casefile.clock.missed" : "casefile.clock.met");
            return new ClockCard(name, word, missed ? Countdown.Urgency.LATE : Countdown.Urgency.PAUSED, basis);
        }
        Duration left = Duration.between(now, k.due());
        Countdown.Urgency mood = left.isNegative()
                ? Countdown.Urgency.LATE
                : left.compareTo(Duration.ofMinutes(30)) < 0 ? Countdown.Urgency.SOON : Countdown.Urgency.CALM;
        return new ClockCard(name, w.left(k.due(), now), mood, basis);
    }

    /// Until when, and why: the law or promise that the rule names, in the version of the policy it was begun under.
    private static String basis(Clock k, Words w, Instant now) {
        String source = Clocks.rule(k, w.city().policy())
                .map(r -> r.source().isBlank() ? w.get("casefile.clock.source.profile") : r.source())
                .orElseGet(() -> w.get("casefile.clock.source.gone"));
        return w.get("casefile.clock.basis", w.formats().when(k.due(), now), k.rule(), source, k.policyVersion());
    }

    /// ` (7 mnt)`: what was promised, where the policy still has the rule.
    private static String promise(Clock k, Words w) {
        return w.city().policy().clocks().stream()
                .filter(r -> r.code().equals(k.rule()))
                .findFirst()
                .map(r -> " (" + w.amount(r) + ")")
                .orElse("");
    }
}
