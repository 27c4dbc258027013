package id.anjungan.ui.shell;

import id.anjungan.state.DeskStatus;
import id.anjungan.ui.control.Freshness;
import id.anjungan.ui.control.Tone;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The state of the connection in words: the pill in the bar, and the sentences behind it. 
record StatusTexts(String link, String detail, Tone tone, Freshness freshness, List<String> sentences) {

    static StatusTexts of(DeskStatus s, Words w, Instant now) {
        String link = w.get(switch (s.link()) {
            case CONNECTING -> "shell.link.connecting";
            case LOADING -> "shell.link.catchingUp";
            case LIVE -> "shell.link.live";
            case STALE -> "shell.link.stale";
            case OFFLINE -> "shell.link.offline";
        });
        Tone tone = switch (s.link()) {
            case LIVE -> Tone.GOOD;
            case CONNECTING, LOADING -> Tone.LOW;
            case STALE -> Tone.HIGH;
            case OFFLINE -> Tone.EMERGENCY;
        };
        List<String> parts = new ArrayList<>();
        if (s.link() == DeskStatus.Link.LOADING && s.progress() >= 0) {
            parts.add(w.formats().percent(s.progress()));
        } else if (s.heardAt() != null) {
            parts.add(w.formats().age(s.age()));
        }
        parts.add(w.get("shell.link.pending", w.formats().number(s.waiting())));
        Freshness freshness = switch (s.link()) {
            case LIVE -> Freshness.LIVE;
            case OFFLINE -> Freshness.OFFLINE;
            case CONNECTING, LOADING, STALE -> Freshness.STALE;
        };
        return new StatusTexts(link, String.join(" · ", parts), tone, freshness, sentences(s, w, now, link));
    }

    private static List<String> sentences(DeskStatus s, Words w, Instant now, String link) {
        List<String> out = new ArrayList<>();
        if (s.heardAt() == null) {
            out.add(w.get("shell.status.never"));
        } else {
            Duration age = Duration.between(s.heardAt(), now);
            out.add(w.get("shell.status.heard", link, w.formats().when(s.heardAt(), now), w.formats().age(age)));
        }
        if (s.link() == DeskStatus.Link.OFFLINE) {
            out.add(w.get("shell.link.offline.hint"));
        }
        out.add(s.waiting() == 0 ? w.get("shell.status.allSent") : w.text().count("shell.status.waiting", s.waiting()));
        if (s.refused() > 0) {
            out.add(w.text().count("shell.status.refused", s.refused()));
        }
        if (s.setAside() > 0) {
            out.add(w.text().count("shell.status.setAside", s.setAside()));
        }
        if (s.problem() != null) {
            out.add(problem(s.problem(), w));
        }
        return out;
    }

    static String problem(String technical, Words w) {
        return technical.equals(DeskStatus.OUTDATED)
                ? w.get("shell.status.outdated")
                : w.get("shell.status.problem", technical);
    }
}
