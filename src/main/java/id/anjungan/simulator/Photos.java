package id.anjungan.simulator;

import id.anjungan.domain.Attachment;
import id.anjungan.intake.IntakeItem;
import id.anjungan.media.Drawings;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Puts a drawn picture in the place of a photo that is only named, as it goes out: drawing all of a day beforehand
/// would take longer than the day.
final class Photos {
    private static final Map<String, Drawings.Motif> MOTIFS = Map.ofEntries(
            Map.entry("lubang", Drawings.Motif.HOLE), Map.entry("jalan rusak", Drawings.Motif.HOLE),
            Map.entry("banjir", Drawings.Motif.WATER), Map.entry("genangan", Drawings.Motif.WATER),
            Map.entry("kebakar", Drawings.Motif.FIRE), Map.entry("sampah", Drawings.Motif.WASTE),
            Map.entry("pohon", Drawings.Motif.TREE), Map.entry("pju", Drawings.Motif.NIGHT),
            Map.entry("lampu", Drawings.Motif.NIGHT), Map.entry("padam", Drawings.Motif.NIGHT));

    private Photos() {}

    static IntakeItem drawn(IntakeItem i) {
        if (i.attachments().isEmpty()) {
            return i;
        }
        byte[] jpeg = Drawings.jpeg(motif(i.text()), i.sourceId().hashCode());
        Attachment photo = new Attachment(
                "", "image/jpeg", jpeg.length, "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg),
                "foto-" + i.sourceId() + ".jpg", false, false, null);
        return new IntakeItem(
                i.kind(), i.channel(), i.sourceId(), i.lineId(), i.category(), i.service(), i.priority(), i.reportedAt(),
                i.text(), i.name(), i.phone(), i.account(), i.email(), i.lat(), i.lon(), i.address(), i.district(),
                i.village(), i.confidential(), i.anonymous(), List.of(photo), i.outcome(), i.closedAt());
    }

    private static Drawings.Motif motif(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        return MOTIFS.entrySet().stream()
                .filter(m -> low.contains(m.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse(Drawings.Motif.STREET);
    }
}
