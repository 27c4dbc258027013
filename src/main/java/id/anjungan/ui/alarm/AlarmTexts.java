package id.anjungan.ui.alarm;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Priority;
import id.anjungan.state.AlarmRow;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An alarm as a line: `KEBAKARAN · Tambaksari · lewat 02:14 · belum diklaim`.
record AlarmTexts(UUID id, @Nullable UUID caseId, Priority priority, String head, String line, String time) {

    static AlarmTexts of(AlarmRow row, Words w, Instant now) {
        Alarm a = row.alarm();
        List<String> parts = new ArrayList<>();
        if (row.district() != null) {
            parts.add(w.city().area(row.district()));
        }
        if (a.kind() == Alarm.Kind.ESCALATION) {
            parts.add(w.city().level(a.level()));
        }
        if (row.due() != null) {
            Duration left = Duration.between(now, row.due());
            parts.add(
                    left.isNegative()
                            ? w.get("alarm.late", w.left(row.due(), now).replace("−", ""))
                            : w.get("alarm.left", w.left(row.due(), now)));
        }
        if (row.claimedBy() == null && a.caseId() != null) {
            parts.add(w.get("alarm.unclaimed"));
        }
        if (a.provisional()) {
            parts.add(w.get("alarm.provisional"));
        }
        return new AlarmTexts(
                a.id(), a.caseId(), a.priority(), head(row, w), String.join(" · ", parts),
                w.formats().when(a.raisedAt(), now));
    }

    private static String head(AlarmRow row, Words w) {
        if (row.sensitive()) {
            return w.get("alarm.sensitive").toUpperCase(Locale.ROOT);
        }
        if (row.category() != null) {
            return w.city().category(row.category()).toUpperCase(Locale.ROOT);
        }
        return row.alarm().key().equals(Alarm.SLOW) ? w.get("alarm.slow") : w.text().of(row.alarm().kind());
    }
}
