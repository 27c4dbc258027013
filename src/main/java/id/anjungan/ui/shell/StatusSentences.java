package id.anjungan.ui.shell;

import id.anjungan.state.DeskStatus;
import id.anjungan.state.LinkDetail;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the desk is doing with the server, in sentences that anybody at the desk understands.
final class StatusSentences {
    private StatusSentences() {}

    static List<String> of(DeskStatus s, LinkDetail l, Optional<Instant> closedSince, Words w, Instant now) {
        List<String> out = new ArrayList<>();
        out.add(doing(l, w, now));
        Instant heard = s.heardAt();
        out.add(heard == null
                ? w.get("shell.status.never")
                : w.get("shell.status.lastHeard", w.formats().when(heard, now), age(heard, now, w)));
        if (l.link() == DeskStatus.Link.OFFLINE) {
            out.add(next(l, w, now));
            out.add(w.get("shell.link.offline.hint"));
        }
        out.add(s.waiting() == 0 ? w.get("shell.status.allSent") : w.text().count("shell.status.waiting", s.waiting()));
        if (s.refused() > 0) {
            out.add(w.text().count("shell.status.refused", s.refused()));
        }
        if (s.setAside() > 0) {
            out.add(w.text().count("shell.status.setAside", s.setAside()));
        }
        if (l.compared() != null) {
            out.add(compared(l.compared(), w, now));
        }
        closedSince.ifPresent(at -> out.add(w.get("shell.status.closedSince", w.formats().date(at))));
        if (s.problem() != null) {
            out.add(StatusTexts.problem(s.problem(), w));
        }
        return out;
    }

    private static String doing(LinkDetail l, Words w, Instant now) {
        String since = w.formats().when(l.since(), now);
        return switch (l.link()) {
            case CONNECTING -> w.get("shell.doing.connecting", since);
            case LOADING -> l.total() == 0
                    ? w.get("shell.doing.loadingStart")
                    : w.get("shell.doing.loading", w.formats().number(l.loaded()), w.formats().number(l.total()));
            case LIVE -> w.get("shell.doing.live", since);
            case STALE -> w.get("shell.doing.stale");
            case OFFLINE -> w.get("shell.doing.offline", since, age(l.since(), now, w));
        };
    }

    private static String compared(LinkDetail.Compared c, Words w, Instant now) {
        String key = c.same() ? "shell.status.same" : c.repaired() ? "shell.status.repaired" : "shell.status.differs";
        return w.get(key, w.formats().when(c.at(), now));
    }

    private static String next(LinkDetail l, Words w, Instant now) {
        Instant at = l.nextTry();
        return at == null || !at.isAfter(now)
                ? w.get("shell.status.tryingNow")
                : w.get("shell.status.nextTry", w.formats().age(Duration.ofSeconds(Duration.between(now, at).toSeconds() + 1)));
    }

    private static String age(Instant from, Instant now, Words w) {
        Duration age = Duration.between(from, now);
        return w.formats().age(age.isNegative() ? Duration.ZERO : age);
    }
}
