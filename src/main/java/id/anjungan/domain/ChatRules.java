package id.anjungan.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Chats: taking, answering, handing over, ending, and making a case of one.
final class ChatRules {
    private ChatRules() {}

    static void decide(Deciding d, Command.OnChat command) {
        switch (command) {
            case Command.TakeChat c -> take(d, c);
            case Command.ReleaseChat c -> release(d, c);
            case Command.AnswerChat c -> answer(d, c);
            case Command.HandOverChat c -> handOver(d, c);
            case Command.EndChat c -> end(d, c);
            case Command.ChatToCase c -> toCase(d, c);
        }
    }

    private static Chat writable(Deciding d, UUID id, long fencing) {
        Chat chat = d.chatOf(id);
        d.guardClaim(chat.claim(), chat.fencing(), fencing);
        return chat;
    }

    private static void take(Deciding d, Command.TakeChat c) {
        Chat chat = d.chatOf(c.chatId());
        Claim held = chat.claim();
        if (held != null && held.operator().equals(d.actor())) {
            return;
        }
        if (held != null && !d.ctx.actor().may(Right.OVERRIDE)) {
            throw new Refusing(Refusal.CLAIMED_BY_OTHER, Deciding.holder(held));
        }
        d.put(active(d, chat));
        d.entry(chat.id(), "chat-taken", held == null ? Map.of() : Map.of("from", held.operator()));
    }

    private static Chat active(Deciding d, Chat chat) {
        Claim held = chat.claim();
        if (held != null && held.operator().equals(d.actor())) {
            return chat;
        }
        Claim mine = ClaimRules.newClaim(d, d.actor(), chat.fencing());
        return chat.with(Chat.State.ACTIVE, mine, mine.fencing());
    }

    private static void release(Deciding d, Command.ReleaseChat c) {
        Chat chat = writable(d, c.chatId(), c.fencing());
        if (chat.claim() != null) {
            d.put(chat.with(Chat.State.WAITING, null, chat.fencing()));
            d.entry(chat.id(), "chat-released", Map.of());
        }
    }

    private static void answer(Deciding d, Command.AnswerChat c) {
        Chat chat = writable(d, c.chatId(), c.fencing());
        MessageRules.outbound(d, chat.id(), d.text("text", c.text()));
        d.put(active(d, chat).touched(d.receivedAt(), null));
    }

    private static void handOver(Deciding d, Command.HandOverChat c) {
        Chat chat = writable(d, c.chatId(), c.fencing());
        String to = d.text("to", c.to());
        String note = d.optionalText("note", c.note());
        Claim theirs = ClaimRules.newClaim(d, to, chat.fencing());
        d.put(chat.with(Chat.State.ACTIVE, theirs, theirs.fencing()));
        d.entry(chat.id(), "chat-handed-over", Map.of("to", to), note == null ? null : d.note(chat.id(), note));
    }

    private static void end(Deciding d, Command.EndChat c) {
        Chat chat = writable(d, c.chatId(), c.fencing());
        d.put(chat.ended(d.receivedAt()));
        d.entry(chat.id(), "chat-ended", Map.of("by", "operator"));
    }

    /// The case a chat becomes; the same chat always becomes the same case.
    static UUID caseId(Chat chat) {
        return Ids.of("chat-case", chat.id().toString());
    }

    private static void toCase(Deciding d, Command.ChatToCase c) {
        Chat chat = writable(d, c.chatId(), c.fencing());
        if (chat.caseId() != null) {
            return;
        }
        Policy.Category category =
                d.policy().category(c.category()).orElseThrow(() -> d.unknown("category", c.category()));
        Privacy channel = d.policy().channel(chat.channel()).map(Policy.Channel::privacy).orElse(Privacy.OPEN);
        Claim mine = ClaimRules.newClaim(d, d.actor(), 0);
        Case fresh = new Case(
                caseId(chat), chat.number(), chat.channel(), chat.sourceId(), chat.person(), c.category(),
                c.priority(), CaseState.UNVERIFIED, null,
                channel.stricter(new Privacy(false, false, category.sensitive())),
                c.location().equals(Location.UNKNOWN) ? chat.location() : c.location(),
                chat.startedAt(), d.receivedAt(), mine, mine.fencing(), 1, List.of(), List.of(),
                List.of(new Link(Link.Kind.CHAT, chat.id(), d.actor(), d.at())), d.at(), null, d.receivedAt(), 1);
        d.put(Timing.event(d, ClockRule.Event.ACKNOWLEDGED, IntakeRules.started(d, fresh)));
        d.put(active(d, chat).joined(fresh.id()));
        d.entry(fresh.id(), "case-from-chat", Map.of("chat", chat.number()));
        d.entry(chat.id(), "chat-became-case", Map.of("case", chat.number()));
        if (fresh.priority() == Priority.EMERGENCY) {
            AlarmRules.raise(d, fresh, Alarm.Kind.EMERGENCY, 1, "emergency");
        }
    }
}
