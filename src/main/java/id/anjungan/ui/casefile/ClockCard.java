package id.anjungan.ui.casefile;

import id.anjungan.domain.Case;
import id.anjungan.domain.Clock;
import id.anjungan.ui.control.Countdown;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// One deadline of a case, written out. Running ones first, the nearest on top; what was met or missed after.
record ClockCard(String name, String value, Countdown.Urgency mood, String hint) {
    static List<ClockCard> of(Case c, Words w, Instant now) {
        return c.clocks().stream()
                .sorted(Comparator.comparingInt((Clock k) -> k.running() ? 0 : k.paused() ? 1 : 2)
                        .thenComparing(Clock::due))
                .map(k -> of(k, w, now))
                .toList();
    }

    private static ClockCard of(Clock k, Words w, Instant now) {
        String name = w.city().clock(k.rule()) + promise(k, w);
        String due = w.formats().when(k.due(), now);
        if (k.paused()) {
            Duration left = k.remaining();
            return new ClockCard(
                    name,
                    left == null ? w.formats().none() : w.formats().left(left),
                    Countdown.Urgency.PAUSED,
                    w.get("casefile.clock.stands"));
        }
        if (!k.running()) {
            boolean missed = k.breached(now);
            String word = w.get(missed ? "casefile.clock.missed" : "casefile.clock.met");
            return new ClockCard(name, word, missed ? Countdown.Urgency.LATE : Countdown.Urgency.PAUSED, due);
        }
        Duration left = Duration.between(now, k.due());
        Countdown.Urgency mood = left.isNegative()
                ? Countdown.Urgency.LATE
                : left.compareTo(Duration.ofMinutes(30)) < 0 ? Countdown.Urgency.SOON : Countdown.Urgency.CALM;
        return new ClockCard(name, w.left(k.due(), now), mood, due);
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
