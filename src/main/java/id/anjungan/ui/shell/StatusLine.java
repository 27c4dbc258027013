package id.anjungan.ui.shell;

import id.anjungan.state.WaitingAction;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A waiting action in words: what it is, since when it waits, how it stands, and the operator's own words in it.
/// `open`: it has not been sent, so it can be taken back, and changed where it has words.
record StatusLine(UUID id, String title, String since, String state, String text, boolean open, boolean hasText) {

    static StatusLine of(WaitingAction a, Words w, Instant now) {
        String number = a.caseNumber();
        String title = w.get(Kept.nameKey(a.command())) + (number == null ? "" : " · " + number);
        Duration age = Duration.between(a.at(), now);
        String since = w.get(
                "shell.waiting.since", w.formats().when(a.at(), now),
                w.formats().age(age.isNegative() ? Duration.ZERO : age));
        String text = Kept.text(a.command());
        return new StatusLine(a.commandId(), title, since, state(a, w, now), text, !a.sent(), Kept.hasText(a.command()));
    }

    private static String state(WaitingAction a, Words w, Instant now) {
        Instant tried = a.triedAt();
        if (a.tries() == 0 || tried == null) {
            return w.get("shell.waiting.untried");
        }
        String when = w.formats().when(tried, now);
        return w.text().count(a.sent() ? "shell.waiting.sent" : "shell.waiting.tried", a.tries(), when);
    }
}
