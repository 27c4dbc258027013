package id.anjungan.central;

import id.anjungan.domain.Priority;
import id.anjungan.intake.IntakeItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Delivered items for tests.
final class Items {
    static final String PHONE = "081234500099";
    static final String MARKER = "MARKERTEXT";
    static final String NAME = "Siti Markername";

    private Items() {}

    static IntakeItem report(String source, String category) {
        return report("sp4n", source, category, -7.25, 112.70);
    }

    static IntakeItem report(String channel, String source, @Nullable String category, double lat, double lon) {
        return new IntakeItem(
                IntakeItem.Kind.REPORT, channel, source, null, category, null, (Priority) null, null,
                "Lubang di jalan " + MARKER, NAME, PHONE, "@marker", "marker@example.org", lat, lon,
                "Jalan MARKERADDRESS 7", null, null, false, false, List.of(), null, null);
    }

    static IntakeItem line(String conversation, String line, String text) {
        return new IntakeItem(
                IntakeItem.Kind.CHAT_LINE, "chat", conversation, line, null, null, null, null, text, NAME, PHONE, null,
                null, null, null, null, null, null, false, false, List.of(), null, null);
    }

    static IntakeItem end(String conversation) {
        return new IntakeItem(
                IntakeItem.Kind.CHAT_END, "chat", conversation, null, null, null, null, null, "", null, null, null,
                null, null, null, null, null, null, false, false, List.of(), null, null);
    }
}
