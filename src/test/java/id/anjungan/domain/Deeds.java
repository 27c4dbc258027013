package id.anjungan.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes up what people and the server do, from the numbers of one seed: cases, chats and incidents few enough to
/// meet each other all the time, and what actors saw often already old.
final class Deeds {
    private static final List<Actor> PEOPLE =
            List.of(SmallCity.ANI, SmallCity.BUDI, SmallCity.LEAD, SmallCity.WALL, new Actor(
                    "eka", "Eka", Role.OPERATOR, Right.of(Role.OPERATOR), java.util.Set.of("sp4n"), java.util.Set.of()));
    private static final List<Long> MINUTES = List.of(0L, 0L, 0L, 1L, 2L, 5L, 30L, 120L, 600L, 1_440L, 4_000L);
    private static final List<String> TEXTS =
            List.of("", " ", Invariants.PERSONAL + " one", Invariants.PERSONAL + " two", Invariants.PERSONAL);

    private final Random random;
    private final View view;
    private Instant now = SmallCity.NINE;
    private int lines;
    private @Nullable Deed last;

    Deeds(long seed, View view) {
        this.random = new Random(seed);
        this.view = view;
    }

    /// One thing done: the command with its actor and both times.
    record Deed(Command command, Context context) {
        Deed asProvisional() {
            Context c = context;
            return new Deed(command, new Context(c.actor(), c.policy(), c.at(), c.receivedAt(), c.commandId(), true));
        }
    }

    /// At times the answer just given is taken back at once.
    Deed next(Policy policy) {
        Deed was = last;
        Deed next = was != null && answers(was.command()) && random.nextInt(3) == 0 ? regret(was) : fresh(policy);
        last = next;
        return next;
    }

    private static boolean answers(Command command) {
        return command instanceof Command.AnswerCase || command instanceof Command.CloseCase;
    }

    private Deed regret(Deed was) {
        now = now.plusMillis(random.nextInt(12_000));
        UUID about = was.command().touches().getFirst();
        Context c = was.context();
        return new Deed(
                new Command.CancelMessage(message(about), about),
                new Context(c.actor(), c.policy(), now, now, new UUID(random.nextLong(), random.nextLong()), false));
    }

    private Deed fresh(Policy policy) {
        now = now.plus(Duration.ofMinutes(pick(MINUTES))).plusMillis(random.nextInt(2_000));
        boolean server = random.nextInt(3) == 0;
        Actor actor = server ? SmallCity.TICKER : pick(PEOPLE);
        Instant at = server || random.nextInt(3) > 0 ? now : now.minus(Duration.ofMinutes(random.nextInt(900)));
        Command command = server ? ofServer() : now.toEpochMilli() % 300 == 7
                ? new Command.ComposeWall(WallPlan.USUAL)
                : random.nextInt(5) == 0 ? onChat() : onCase();
        return new Deed(command, new Context(actor, policy, at, now, new UUID(random.nextLong(), random.nextLong()), false));
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String text() {
        return pick(TEXTS);
    }

    private @Nullable String maybe() {
        return random.nextBoolean() ? null : text();
    }

    private UUID someCase() {
        if (random.nextInt(8) == 0) {
            return view.find(Chat.class, someChat()).map(ChatRules::caseId).orElse(new UUID(0, random.nextLong()));
        }
        return Ids.ofItem("sp4n", "c" + random.nextInt(4));
    }

    private UUID someChat() {
        return Ids.ofItem("wbs", "chat" + random.nextInt(2));
    }

    private UUID someIncident() {
        return Ids.of("incident", Integer.toString(random.nextInt(2)));
    }

    /// The number the actor saw: mostly the present one, at times an old one.
    private long seen(UUID id) {
        long now = view.find(Case.class, id).map(Case::fencing).orElse(view.find(Chat.class, id).map(Chat::fencing).orElse(0L));
        return random.nextInt(5) == 0 ? Math.max(0, now - 1) : now;
    }

    private String category() {
        return pick(List.of("road", "fire", "violence", "road", "dragons"));
    }

    private Privacy privacy() {
        return new Privacy(random.nextInt(3) == 0, random.nextInt(3) == 0, random.nextInt(5) == 0);
    }

    private Location location() {
        return random.nextBoolean() ? Location.UNKNOWN : Location.of(-7.2 - random.nextInt(10) / 100.0, 112.7);
    }

    private UUID message(UUID about) {
        return view instanceof Town town
                ? town.every(Message.class)
                        .filter(m -> m.about().equals(about) && m.kind() == Message.Kind.OUTBOUND)
                        .map(Message::id)
                        .reduce((a, b) -> b)
                        .orElse(about)
                : about;
    }

    private Command onCase() {
        UUID id = someCase();
        long seen = seen(id);
        return switch (random.nextInt(32)) {
            case 0, 1, 2 -> new Command.ClaimCase(id);
            case 3 -> new Command.ReleaseCase(id, seen, text());
            case 4 -> new Command.HandOverCase(id, seen, pick(List.of("ani", "budi", "lestari", "")), maybe());
            case 5 -> new Command.AcknowledgeCase(id);
            case 6 -> new Command.VerifyCase(id, seen);
            case 7, 8 -> new Command.DisposeCase(id, seen, pick(List.of(List.of("works"), List.of("brigade", "works"), List.of("old"), List.<String>of())), maybe());
            case 9 -> new Command.RecordAgencyReply(id, pick(List.of("works", "brigade")), pick(List.of(Disposition.Status.values())), maybe());
            case 10 -> new Command.EscalateCase(id, seen, random.nextInt(5), text());
            case 11, 12 -> new Command.HoldCase(id, seen, text());
            case 13, 14 -> new Command.ResumeCase(id, seen);
            case 15 -> ending(id, seen);
            case 16, 17 -> new Command.ReopenCase(id, text());
            case 18 -> new Command.AddNote(id, text());
            case 19 -> new Command.AnswerCase(id, seen, text());
            case 20 -> new Command.RecategoriseCase(id, seen, category(), pick(List.of(Priority.values())));
            case 21 -> random.nextBoolean() ? new Command.SetPrivacy(id, privacy()) : new Command.LocateCase(id, seen, location(), text());
            case 22, 23, 24 -> linking(id);
            case 25, 26 -> beside(id);
            case 28, 29, 30 -> filing(id);
            case 27 -> new Command.ConfirmResult(id, seen, random.nextInt(3) > 0, maybe());
            default -> alarmOrMessage(id);
        };
    }

    private Command beside(UUID id) {
        String tag = pick(List.of("Banjir Rob", "banjir-rob", "tv", "0812 3456", Invariants.PERSONAL + "!"));
        return switch (random.nextInt(6)) {
            case 0 -> new Command.TagCase(id, tag);
            case 1 -> new Command.UntagCase(id, view.find(Case.class, id)
                    .flatMap(c -> c.tags().stream().findFirst())
                    .orElse(tag));
            case 2 -> new Command.WatchCase(id);
            case 3 -> new Command.UnwatchCase(id);
            case 4 -> new Command.SetReminder(id, now.plus(Duration.ofMinutes(pick(MINUTES))), maybe());
            default -> new Command.DropReminder(id);
        };
    }

    private Command filing(UUID id) {
        UUID message = Ids.near(id, "files", Integer.toString(random.nextInt(2)));
        String named = view.find(Message.class, message)
                .map(m -> pick(m.attachments()).sha256())
                .orElse(sha());
        List<Attachment> files = random.nextInt(8) == 0 ? List.of() : List.of(file());
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Command.AttachFiles(id, message, files, maybe());
            case 2 -> new Command.MarkGraphic(id, message, named, random.nextBoolean());
            default -> new Command.RedactAttachment(id, message, named, file());
        };
    }

    private Attachment file() {
        String type = pick(List.of("image/png", "image/jpeg", "application/pdf", "text/html"));
        return new Attachment(sha(), type, random.nextInt(6) == 0 ? FileKind.MOST_BYTES + 1 : 1_000, "");
    }

    private String sha() {
        return pick(List.of("ab", "cd", "ef", "no")).repeat(32);
    }

    private Command ending(UUID id, long seen) {
        Outcome outcome = pick(List.of(Outcome.values()));
        return switch (random.nextInt(3)) {
            case 0 -> new Command.NotOurs(id, seen, text(), text());
            case 1 -> new Command.ArchiveCase(id, seen, outcome, text());
            default -> new Command.CloseCase(id, seen, outcome, maybe());
        };
    }

    private Command linking(UUID id) {
        return switch (random.nextInt(4)) {
            case 0 -> new Command.LinkIncident(id, someIncident());
            case 1 -> new Command.UnlinkIncident(id, someIncident());
            case 2 -> new Command.MarkDuplicate(id, someCase());
            default -> new Command.UnmarkDuplicate(id, repeated(id));
        };
    }

    private UUID repeated(UUID id) {
        return view.find(Case.class, id)
                .flatMap(c -> c.link(Link.Kind.DUPLICATE_OF))
                .map(Link::target)
                .orElseGet(this::someCase);
    }

    private Command alarmOrMessage(UUID id) {
        String what = pick(List.of("emergency:1", "breach:seen:1", "breach:answer:1", "escalation:2"));
        return random.nextBoolean()
                ? new Command.CancelMessage(message(id), id)
                : new Command.AcknowledgeAlarm(AlarmRules.id(AlarmRules.key(id, what)), random.nextInt(4) == 0 ? null : id);
    }

    private Command onChat() {
        UUID id = someChat();
        long seen = seen(id);
        return switch (random.nextInt(6)) {
            case 0 -> new Command.TakeChat(id);
            case 1 -> new Command.ReleaseChat(id, seen);
            case 2 -> new Command.AnswerChat(id, seen, text());
            case 3 -> new Command.HandOverChat(id, seen, pick(List.of("ani", "budi", " ")), maybe());
            case 4 -> new Command.EndChat(id, seen);
            default -> new Command.ChatToCase(id, seen, category(), pick(List.of(Priority.values())), location());
        };
    }

    private Command ofServer() {
        UUID id = someCase();
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new Command.Tick(id);
            case 4, 5, 6 -> item("c" + random.nextInt(4));
            case 7 -> line("chat" + random.nextInt(2));
            case 8 -> new Command.DetectIncident(someIncident(), id, random.nextBoolean() ? null : someCase());
            case 9 -> absent(random.nextBoolean() ? id : someChat());
            case 10 -> new Command.RecordDelivery(message(id), pick(List.of(Message.Delivery.values())));
            default -> new Command.RaiseSystemAlarm("disk", pick(List.of(Priority.values())));
        };
    }

    private Command absent(UUID id) {
        return new Command.ReleaseAbsent(id, seen(id), random.nextBoolean());
    }

    private static Person person(String source) {
        return new Person(Ids.of("person", source), Invariants.PERSONAL, Invariants.PERSONAL, null, null, false);
    }

    private Command item(String source) {
        boolean closed = random.nextInt(6) == 0;
        return new Command.ReceiveItem(
                Ids.ofItem("sp4n", source), "S-" + source, pick(List.of("sp4n", "112", "wbs")), source, person(source),
                category(), random.nextBoolean() ? null : pick(List.of(Priority.values())), privacy(), location(),
                now.minus(Duration.ofMinutes(random.nextInt(5) == 0 ? random.nextInt(100) : 0)), Invariants.PERSONAL, List.of(),
                closed ? pick(List.of(Outcome.values())) : null,
                closed && random.nextBoolean() ? now.minus(Duration.ofDays(3)) : null);
    }

    private Command line(String source) {
        int n = random.nextInt(3) == 0 ? Math.max(0, lines - 1) : lines++;
        boolean ends = random.nextInt(5) == 0;
        return new Command.ReceiveChatLine(
                Ids.ofItem("wbs", source), "W-" + source, "wbs", source, Integer.toString(n), person(source),
                location(), now, ends ? "" : Invariants.PERSONAL, ends);
    }
}
