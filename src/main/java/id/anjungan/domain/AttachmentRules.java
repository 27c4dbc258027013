package id.anjungan.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Files on a case: added by operators, hidden behind a click, and redacted. The bytes are elsewhere; these rules
/// see what is said of them.
final class AttachmentRules {
    static final int MOST_FILES = 10;
    private static final int NAME_LIMIT = 200;
    private static final int SHA_LETTERS = 64;

    private AttachmentRules() {}

    /// Needs no claim, like a note. The same files given again are there already.
    static void attach(Deciding d, Command.AttachFiles c) {
        Case was = d.caseOf(c.caseId());
        if (d.find(Entity.class, c.messageId()).isPresent()) {
            return;
        }
        if (c.files().isEmpty() || c.files().size() > MOST_FILES) {
            throw new Refusing(Refusal.FILE_COUNT, Map.of("limit", Integer.toString(MOST_FILES)));
        }
        String text = d.optionalText("text", c.text());
        d.put(new Message(
                c.messageId(), was.id(), Message.Kind.NOTE, d.actor(), d.at(), text == null ? "" : text,
                c.files().stream().map(AttachmentRules::usable).toList(), Message.Delivery.NONE, null));
        d.entry(was.id(), "attached", Map.of("n", Integer.toString(c.files().size())), c.messageId());
    }

    /// As it is kept: a giver says what it is, not who may see it.
    private static Attachment usable(Attachment a) {
        FileKind kind = FileKind.ofMediaType(a.mediaType())
                .orElseThrow(() -> new Refusing(Refusal.FILE_TYPE, Map.of("type", a.mediaType())));
        if (a.bytes() <= 0 || a.bytes() > FileKind.MOST_BYTES) {
            throw new Refusing(
                    Refusal.FILE_TOO_LARGE, Map.of("limit", Long.toString(FileKind.MOST_BYTES >> 20)));
        }
        boolean hex = a.sha256().length() == SHA_LETTERS
                && a.sha256().chars().allMatch(x -> (x >= '0' && x <= '9') || (x >= 'a' && x <= 'f'));
        if (!hex) {
            throw new Refusing(Refusal.FILE_MISSING, Map.of());
        }
        String name = a.name();
        String shorter = name == null || name.length() <= NAME_LIMIT ? name : name.substring(name.length() - NAME_LIMIT);
        return Attachment.of(a.sha256(), kind, a.bytes(), shorter).asGraphic(a.graphic());
    }

    static void graphic(Deciding d, Command.MarkGraphic c) {
        Case was = d.caseOf(c.caseId());
        Message m = message(d, was, c.messageId());
        Attachment a = attachment(d, m, c.sha256());
        if (a.graphic() == c.graphic()) {
            return;
        }
        d.put(m.withAttachments(m.attachments().stream()
                .map(x -> x.sha256().equals(c.sha256()) ? x.asGraphic(c.graphic()) : x)
                .toList()));
        d.entry(was.id(), c.graphic() ? "attachment-graphic" : "attachment-not-graphic", Map.of());
    }

    /// The redacted picture takes its place; the original stays, for those who may see it. What has been redacted
    /// once is redacted again only by them, since nobody else has it.
    static void redact(Deciding d, Command.RedactAttachment c) {
        Case was = d.caseOf(c.caseId());
        Message m = message(d, was, c.messageId());
        Attachment original = attachment(d, m, c.sha256());
        Attachment made = usable(c.redacted());
        if (!original.picture() || !made.picture()) {
            throw new Refusing(Refusal.FILE_TYPE, Map.of("type", original.mediaType()));
        }
        if (m.attachments().stream().anyMatch(x -> x.sha256().equals(made.sha256()))) {
            return;
        }
        if (original.restricted()) {
            d.need(Right.SEE_ORIGINAL);
        }
        List<Attachment> next = new ArrayList<>();
        for (Attachment x : m.attachments()) {
            boolean earlier = original.sha256().equals(x.redactionOf());
            if (x.sha256().equals(original.sha256())) {
                next.add(x.restrict());
                next.add(made.redacting(original));
            } else {
                next.add(earlier ? x.restrict() : x);
            }
        }
        d.put(m.withAttachments(next));
        d.entry(was.id(), "attachment-redacted", Map.of("original", original.sha256(), "redacted", made.sha256()));
    }

    private static Message message(Deciding d, Case about, UUID id) {
        return d.find(Message.class, id)
                .filter(m -> m.about().equals(about.id()))
                .orElseThrow(() -> d.notFound(id));
    }

    private static Attachment attachment(Deciding d, Message m, String sha256) {
        return m.attachments().stream()
                .filter(a -> a.kept() && a.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> d.notFound(m.id()));
    }
}
