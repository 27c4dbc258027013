package id.anjungan.central;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import id.anjungan.domain.Attachment;
import id.anjungan.domain.Case;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Message;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Privacy;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import id.anjungan.intake.IntakeResult.Status;
import id.anjungan.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// What channels deliver becomes cases and chat lines, each exactly once by channel and source id. What cannot be
/// used is kept whole with its reason. Lines are checked on the request's thread, written on the writer's.
final class Intake {
    private static final ObjectReader ITEM = Json.mapper().readerFor(IntakeItem.class);

    private final ItemCheck check;
    private final SystemCommands decide;
    private final Incidents incidents;
    private final DeliveredFiles files;

    Intake(City city, SystemCommands decide, Incidents incidents, Blobs blobs) {
        this.files = new DeliveredFiles(blobs);
        this.check = new ItemCheck(city);
        this.decide = decide;
        this.incidents = incidents;
    }

    /// The work of one delivered line.
    Work<IntakeResult> work(byte[] line) {
        Instant now = decide.now();
        @Nullable IntakeItem item = null;
        try {
            item = ITEM.readValue(line);
            if (item == null) {
                return aside(null, line, "line: null", now);
            }
            return usable(check.check(item, now), line);
        } catch (ItemCheck.Unusable e) {
            return aside(item, line, String.valueOf(e.getMessage()), now);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
            return aside(null, line, "line: not an item" + where, now);
        } catch (java.io.IOException e) {
            return aside(null, line, "line: not readable", now);
        }
    }

    /// A line longer than the server takes.
    Work<IntakeResult> tooLong(byte[] begin) {
        return aside(null, begin, "line: longer than " + Lines.LONGEST + " bytes", decide.now());
    }

    private Work<IntakeResult> usable(ItemCheck.Checked c, byte[] line) {
        Work.Poisoned<IntakeResult> poisoned = (tx, incident) -> {
            decide.alarm(tx, incident);
            return setAside(tx, c.item(), line, "internal: the server failed on this item, incident " + incident, decide.now());
        };
        if (c.item().kind() != IntakeItem.Kind.REPORT) {
            UUID chat = Ids.ofChat(c.channel(), c.sourceId());
            UUID said = Ids.ofLine(c.channel(), c.sourceId(), lineId(c));
            return Work.of(touch(c, chat, said), tx -> chatLine(tx, c, line), poisoned);
        }
        UUID id = Ids.ofItem(c.channel(), c.sourceId());
        List<Attachment> brought = files.kept(c.item().attachments(), decide.now());
        Work<IntakeResult> work = Work.of(touch(c, id), tx -> report(tx, c, line, brought), poisoned);
        if (incidents.concerns(c)) {
            var _ = work.answer().thenAccept(r -> {
                if (r.status() == Status.ACCEPTED) {
                    incidents.look(id);
                }
            });
        }
        return work;
    }

    private Touch touch(ItemCheck.Checked c, UUID... ids) {
        return new Touch(List.of(ids), prefix(c.channel()), null);
    }

    private static String lineId(ItemCheck.Checked c) {
        String stated = c.item().lineId();
        return stated == null ? "end" : stated;
    }

    private LongFunction<IntakeResult> report(
            Tx tx, ItemCheck.Checked c, byte[] line, List<Attachment> brought) {
        UUID id = Ids.ofItem(c.channel(), c.sourceId());
        Case known = tx.find(Case.class, id).orElse(null);
        if (known != null) {
            return base -> new IntakeResult(c.sourceId(), Status.KNOWN, known.number(), null);
        }
        String number = tx.nextNumber(prefix(c.channel()));
        IntakeItem i = c.item();
        boolean taken = decide.give(
                tx,
                "intake",
                Ids.near(id, "intake", c.channel(), c.sourceId()),
                new Command.ReceiveItem(
                        id, number, c.channel(), c.sourceId(), c.person(), c.category(), i.priority(),
                        new Privacy(i.confidential(), i.anonymous(), false), c.location(), c.reportedAt(), c.text(),
                        brought, i.outcome(), i.closedAt()));
        return taken ? accepted(c, number) : notTaken(tx, c, line);
    }

    private LongFunction<IntakeResult> chatLine(Tx tx, ItemCheck.Checked c, byte[] delivered) {
        UUID chatId = Ids.ofChat(c.channel(), c.sourceId());
        boolean ends = c.item().kind() == IntakeItem.Kind.CHAT_END;
        String lineId = lineId(c);
        Chat chat = tx.find(Chat.class, chatId).orElse(null);
        UUID line = Ids.ofLine(c.channel(), c.sourceId(), lineId);
        boolean over = ends && chat != null && chat.state() == Chat.State.ENDED;
        if (chat != null && (over || tx.find(Message.class, line).isPresent())) {
            return base -> new IntakeResult(c.sourceId(), Status.KNOWN, chat.number(), null);
        }
        String number = chat == null ? tx.nextNumber(prefix(c.channel())) : chat.number();
        Location where = chat == null ? c.location() : chat.location();
        boolean taken = decide.give(
                tx,
                "intake",
                Ids.near(chatId, "intake", c.channel(), c.sourceId(), lineId),
                new Command.ReceiveChatLine(
                        chatId, number, c.channel(), c.sourceId(), lineId, c.person(), where, c.reportedAt(),
                        c.text(), ends));
        return taken ? accepted(c, number) : notTaken(tx, c, delivered);
    }

    /// The rules refused what the check let through: kept for a person, like everything that cannot be used.
    private LongFunction<IntakeResult> notTaken(Tx tx, ItemCheck.Checked c, byte[] line) {
        return setAside(tx, c.item(), line, "item: the city's rules do not take it", decide.now());
    }

    private static LongFunction<IntakeResult> accepted(ItemCheck.Checked c, String number) {
        return base -> new IntakeResult(c.sourceId(), Status.ACCEPTED, number, null);
    }

    private String prefix(String channel) {
        return decide.policy().channel(channel).map(Policy.Channel::prefix).orElse(channel);
    }

    private static Work<IntakeResult> aside(@Nullable IntakeItem item, byte[] line, String reason, Instant now) {
        return Work.of(
                tx -> setAside(tx, item, line, reason, now), (tx, incident) -> setAside(tx, null, new byte[0], reason, now));
    }

    private static LongFunction<IntakeResult> setAside(
            Tx tx, @Nullable IntakeItem item, byte[] line, String reason, Instant now) {
        String channel = item == null || item.channel() == null ? "" : item.channel();
        String source = item == null || item.sourceId() == null ? "" : item.sourceId();
        tx.setAside(new Tx.Aside(now, channel, source, reason, new String(line, StandardCharsets.UTF_8)));
        return base -> new IntakeResult(source, Status.ASIDE, null, reason);
    }

}
