package id.anjungan.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a channel delivers becomes a case, or a line of a chat. The same item delivered again changes nothing.
final class IntakeRules {
    private IntakeRules() {}

    static void receive(Deciding d, Command.ReceiveItem c) {
        if (d.find(Case.class, c.caseId()).isPresent()) {
            return;
        }
        Policy.Channel channel = d.policy().channel(c.channel()).orElseThrow(() -> d.unknown("channel", c.channel()));
        Policy.Category category =
                d.policy().category(c.category()).orElseThrow(() -> d.unknown("category", c.category()));
        Priority stated = c.priority();
        Privacy privacy = c.privacy().stricter(channel.privacy()).stricter(new Privacy(false, false, category.sensitive()));
        Case fresh = new Case(
                c.caseId(), c.number(), c.channel(), c.sourceId(), c.person().id(), c.category(),
                stated != null ? stated : category.priority(), CaseState.UNVERIFIED, null, privacy, c.location(),
                c.reportedAt(), d.receivedAt(), null, 0, 1, List.of(), List.of(), List.of(), null, null,
                d.receivedAt(), 1);
        Case opened = started(d, fresh);
        d.put(c.person());
        d.put(opened);
        message(d, c.caseId(), Message.Kind.REPORT, c.person(), c.reportedAt(), c.text(), c.attachments());
        d.entry(c.caseId(), "received", Map.of("channel", c.channel()));
        Outcome closed = c.alreadyClosed();
        if (closed != null) {
            importClosed(d, opened, closed, c.closedAt());
        } else if (opened.priority() == Priority.EMERGENCY) {
            AlarmRules.raise(d, opened, Alarm.Kind.EMERGENCY, 1, "emergency");
        }
    }

    /// Clocks start when the citizen reported, because the promise was made to the citizen: a channel that delivers
    /// late leaves less time, and does not hide it. A channel whose clock runs ahead cannot start them in the future.
    static Case started(Deciding d, Case fresh) {
        return Timing.start(d, ClockRule.Event.RECEIVED, fresh, fresh.cameAt());
    }

    /// History that arrives already closed: it ended when its source says; no clock of ours ran for it, and when
    /// anybody first saw it is not known.
    private static void importClosed(
            Deciding d, Case opened, Outcome outcome, @org.jspecify.annotations.Nullable Instant when) {
        Instant ended = when == null ? d.at() : when;
        d.put(new Case(
                opened.id(), opened.number(), opened.channel(), opened.sourceId(), opened.person(),
                opened.category(), opened.priority(), CaseState.DONE, outcome, opened.privacy(), opened.location(),
                opened.reportedAt(), opened.receivedAt(), null, 0, 1, List.of(), List.of(), List.of(), null, ended,
                opened.updatedAt(), 1));
        d.entry(opened.id(), "imported-closed", Map.of("outcome", outcome.name()));
    }

    static void receive(Deciding d, Command.ReceiveChatLine c) {
        UUID line = Ids.ofLine(c.channel(), c.sourceId(), c.lineId());
        if (d.find(Entity.class, line).isPresent()) {
            return;
        }
        if (d.policy().channel(c.channel()).isEmpty()) {
            throw d.unknown("channel", c.channel());
        }
        Instant said = c.saidAt().isBefore(d.receivedAt()) ? c.saidAt() : d.receivedAt();
        Chat chat = d.find(Chat.class, c.chatId()).orElse(null);
        if (chat == null) {
            d.put(c.person());
            chat = new Chat(
                    c.chatId(), c.number(), c.channel(), c.sourceId(), c.person().id(), Chat.State.WAITING, null, 0,
                    said, said, said, c.location(), null, null);
            d.entry(chat.id(), "chat-opened", Map.of("channel", c.channel()));
        } else if (chat.state() == Chat.State.ENDED) {
            chat = chat.reopened();
            d.entry(chat.id(), "chat-reopened", Map.of());
        }
        Instant waiting = chat.waitingSince() == null ? said : chat.waitingSince();
        d.put(c.ends() ? chat.ended(said) : chat.touched(said, waiting));
        if (!c.text().isBlank()) {
            d.put(new Message(
                    line, c.chatId(), Message.Kind.INBOUND, c.person().id().toString(), c.saidAt(), c.text(),
                    List.of(), Message.Delivery.NONE, null));
        }
        if (c.ends()) {
            // A line without words leaves its entry under its own id, so that it is known when it comes again.
            UUID entry = c.text().isBlank() ? line : d.nextId();
            d.entry(entry, chat.id(), "chat-ended", Map.of("by", "citizen"), null);
        }
    }

    private static void message(
            Deciding d, UUID about, Message.Kind kind, Person from, Instant at, String text, List<Attachment> files) {
        d.put(new Message(
                d.nextId(), about, kind, from.id().toString(), at, text, files, Message.Delivery.NONE, null));
    }
}
