package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decide;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Link;
import id.anjungan.domain.Location;
import id.anjungan.domain.Message;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Refusal;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import id.anjungan.intake.OutboundPage;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.FrameCodec;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Settlement;
import id.anjungan.protocol.StreamQuery;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A day at the server: time passes, things fail, it restarts, and people see what they may.
@Timeout(60)
class CentralDayTest {
    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock();
    private CentralServer server;
    private final List<Desk> desks = new ArrayList<>();

    @BeforeEach
    void start() {
        start(Decide::decide);
    }

    private void start(Decider decider) {
        server = CentralServer.start(CentralConfig.of(new TestCity(), dir.resolve("central.db"), clock), decider);
    }

    @AfterEach
    void stop() {
        desks.forEach(Desk::close);
        server.close();
    }

    private Desk desk(Actor who) throws Exception {
        Desk d = Desk.of(server, who);
        desks.add(d);
        return d;
    }

    private static UUID id(String source) {
        return Ids.ofItem("sp4n", source);
    }

    private static Map<UUID, String> bodies(List<Frame> frames) {
        Map<UUID, String> bodies = new HashMap<>();
        for (Frame f : frames) {
            if (f instanceof Frame.Change c) {
                bodies.put(c.id(), c.body());
            } else if (f instanceof Frame.Withdrawn w) {
                bodies.remove(w.id());
            }
        }
        return bodies;
    }

    @Test
    void whatBecameDueWhileTheServerWasDownIsDoneAfterARestart() throws Exception {
        Desk ani = desk(TestCity.ANI);
        ani.deliver(List.of(Items.report("r1", "flood")));
        UUID epoch = ani.session.epoch();
        long head = server.store().head();
        server.close();
        clock.advance(Duration.ofMinutes(41));
        start(Decide::decide);
        server.tickNow();

        Desk again = desk(TestCity.ANI);
        Case now = again.caseNow(id("r1"));
        assertThat(now.clocks().getFirst().breachedAt()).isNotNull();
        server.tickNow();
        assertThat(again.caseNow(id("r1")).level()).isEqualTo(2);
        assertThat(again.json("/v1/status").at("/counts/alarm").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(again.session.epoch()).isEqualTo(epoch);
        assertThat(server.store().head()).isGreaterThan(head);
        assertThat(again.deliver(List.of(Items.report("r2", "road"))).getFirst().number()).isEqualTo("SP4N-0002");
        server.tickNow();
        long quiet = server.store().head();
        server.tickNow();
        assertThat(server.store().head()).isEqualTo(quiet);
    }

    @Test
    void aCommandThatFailsAloneIsRefusedWithAnIncidentAndItsNeighboursAreDone() throws Exception {
        server.close();
        start((view, command, context) -> {
            if (command instanceof Command.AddNote n && n.text().equals("poison")) {
                throw new IllegalStateException("a rule is broken");
            }
            return Decide.decide(view, command, context);
        });
        Desk ani = desk(TestCity.ANI);
        ani.deliver(List.of(Items.report("r1", "road")));

        CommandEnvelope poison = ani.envelope(new Command.AddNote(id("r1"), "poison"), clock.instant());
        List<Settlement> all = ani.send(
                        ani.envelope(new Command.ClaimCase(id("r1")), clock.instant()),
                        poison,
                        ani.envelope(new Command.AddNote(id("r1"), "baik"), clock.instant()))
                .settled();

        assertThat(all).extracting(Settlement::status)
                .containsExactlyInAnyOrder(
                        Settlement.Status.DONE, Settlement.Status.REFUSED, Settlement.Status.DONE);
        Settlement refused = ani.send(poison).settled().getFirst();
        assertThat(refused.code()).isEqualTo(Refusal.INTERNAL);
        assertThat(refused.args()).containsKey("incident");
        assertThat(bodies(ani.everything()).values()).anyMatch(b -> b.contains("central:" + refused.args().get("incident")));
        assertThat(server.store().changes(0, server.store().head())).isNotEmpty();
    }

    @Test
    void anItemThatFailsAloneIsSetAsideAndTheRestComesIn() throws Exception {
        server.close();
        start((view, command, context) -> {
            if (command instanceof Command.ReceiveItem r && r.sourceId().equals("poison")) {
                throw new IllegalStateException("a rule is broken");
            }
            return Decide.decide(view, command, context);
        });
        Desk ani = desk(TestCity.ANI);
        List<IntakeResult> r = ani.deliver(
                List.of(Items.report("a", "road"), Items.report("poison", "road"), Items.report("b", "road")));
        assertThat(r).extracting(IntakeResult::status)
                .containsExactly(IntakeResult.Status.ACCEPTED, IntakeResult.Status.ASIDE, IntakeResult.Status.ACCEPTED);
        assertThat(r.get(1).reason()).contains("incident");
        assertThat(r.get(2).number()).isEqualTo("SP4N-0002");
    }

    @Test
    void aCursorFromAnotherHistoryOrFromTheFutureBeginsAgain() throws Exception {
        Desk ani = desk(TestCity.ANI);
        UUID epoch = ani.session.epoch();
        assertThat(resync(ani, new StreamQuery(epoch, 999_999, null, 0))).isEqualTo("ahead");
        assertThat(resync(ani, new StreamQuery(UUID.randomUUID(), 0, null, 0))).isEqualTo("epoch");
    }

    private static String resync(Desk desk, StreamQuery query) throws Exception {
        try (Desk.Stream s = desk.stream(query)) {
            List<Frame> frames = s.until(f -> false);
            assertThat(frames).hasSize(1);
            return ((Frame.Resync) frames.getFirst()).reason();
        }
    }

    @Test
    void aSnapshotThatWasCutOffAndResumedHoldsTheSameAsOneInOneGo() throws Exception {
        Desk ani = desk(TestCity.ANI);
        ani.deliver(IntStream.range(0, 400).mapToObj(i -> Items.report("r" + i, "road")).toList());
        List<Frame> begun;
        try (Desk.Stream s = ani.stream(StreamQuery.FRESH)) {
            begun = s.until(f -> f instanceof Frame.Snapshot p && p.position() != null);
        }
        Frame.Snapshot mark = (Frame.Snapshot) begun.getLast();
        assertThat(mark.done()).isFalse();
        ani.give(new Command.ClaimCase(id("r5")));
        ani.deliver(List.of(Items.report("late", "road")));

        List<Frame> rest;
        try (Desk.Stream s = ani.packedStream(new StreamQuery(mark.epoch(), 0, mark.position(), mark.s0()))) {
            rest = s.untilThrough(server.store().head());
        }
        List<Frame> both = new ArrayList<>(begun);
        both.addAll(rest);
        assertThat(bodies(both)).isEqualTo(bodies(ani.everything()));
    }

    @Test
    void catchingUpHoldsTheSameAsASnapshot() throws Exception {
        Desk ani = desk(TestCity.ANI);
        List<Frame> first = ani.everything();
        long cursor = ((Frame.Through) first.getLast()).seq();
        ani.deliver(IntStream.range(0, 300).mapToObj(i -> Items.report("r" + i, "road")).toList());
        ani.give(new Command.ClaimCase(id("r5")));
        try (Desk.Stream s = ani.stream(new StreamQuery(ani.session.epoch(), cursor, null, 0))) {
            List<Frame> all = new ArrayList<>(first);
            all.addAll(s.untilThrough(server.store().head()));
            assertThat(bodies(all)).isEqualTo(bodies(ani.everything()));
        }
    }

    @Test
    void aWallboardSeesNoWordOfACitizenAndNoSensitiveCategory() throws Exception {
        Desk ani = desk(TestCity.ANI);
        Desk wall = desk(TestCity.WALL);
        try (Desk.Stream live = wall.stream(StreamQuery.FRESH)) {
            List<Frame> seen = new ArrayList<>(live.until(f -> f instanceof Frame.Through));
            ani.deliver(List.of(
                    Items.report("r1", "road"), Items.report("r2", "abuse"), Items.line("c1", "1", "tolong MARKERTEXT")));
            ani.give(new Command.ClaimCase(id("r1")));
            ani.give(new Command.AddNote(id("r1"), "catatan MARKERTEXT"));
            ani.give(new Command.AnswerCase(id("r1"), 1, "jawaban MARKERTEXT"));
            seen.addAll(live.untilThrough(server.store().head()));
            seen.addAll(wall.everything());

            String all = String.join("\n", seen.stream().map(FrameCodec::encode).toList());
            assertThat(all).doesNotContainIgnoringCase("marker").doesNotContain(Items.PHONE).doesNotContain("abuse");
            assertThat(seen.stream().filter(Frame.Change.class::isInstance).map(f -> ((Frame.Change) f).kind()))
                    .containsOnly("profile", "case", "alarm", "chat");
            Case hidden = wall.caseNow(id("r2"));
            assertThat(hidden.privacy().sensitive()).isTrue();
            assertThat(hidden.priority()).isEqualTo(Priority.EMERGENCY);
            assertThat(hidden.location()).isEqualTo(new Location(null, null, null, "35.01", null));
            assertThat(wall.caseNow(id("r1")).person()).isEqualTo(Projection.NOBODY);
        }
    }

    @Test
    void aCaseThatLeavesADistrictIsWithdrawnThereWithAllThatBelongsToIt() throws Exception {
        Desk lead = desk(TestCity.LEAD);
        Desk west = desk(TestCity.WEST);
        lead.deliver(List.of(
                Items.report("sp4n", "in", "road", -7.25, 112.70), Items.report("sp4n", "out", "road", -7.25, 112.80)));
        try (Desk.Stream s = west.stream(StreamQuery.FRESH)) {
            List<Frame> frames = new ArrayList<>(s.until(f -> f instanceof Frame.Through));
            assertThat(bodies(frames)).containsKey(id("in")).doesNotContainKey(id("out"));
            assertThat(west.give(new Command.ClaimCase(id("out"))).code()).isEqualTo(Refusal.OUT_OF_SCOPE);

            lead.give(new Command.LocateCase(
                    id("in"), 0, new Location(-7.25, 112.80, null, "35.02", null), "salah tempat"));
            frames.addAll(s.untilThrough(server.store().head()));
            assertThat(bodies(frames)).containsOnlyKeys(Api.profileId());
        }
        assertThat(bodies(west.everything())).containsOnlyKeys(Api.profileId());
    }

    @Test
    void anAnswerWaitsForUndoThenReachesItsChannelOnce() throws Exception {
        Desk ani = desk(TestCity.ANI);
        ani.deliver(List.of(Items.line("c1", "1", "halo"), Items.line("c1", "1", "halo"), Items.report("r1", "road")));
        UUID chat = Ids.ofChat("chat", "c1");
        ani.give(new Command.TakeChat(chat));
        ani.give(new Command.AnswerChat(chat, 1, "Selamat pagi"));
        ani.give(new Command.AnswerCase(id("r1"), 0, "Sudah kami terima"));

        assertThat(outbound(ani, "sp4n", 0).answers()).isEmpty();
        OutboundPage page = outbound(ani, "chat", 0);
        assertThat(page.answers()).singleElement().satisfies(a -> {
            assertThat(a.sourceId()).isEqualTo("c1");
            assertThat(a.text()).isEqualTo("Selamat pagi");
        });
        assertThat(outbound(ani, "chat", 0).answers()).hasSize(1);
        ani.give(new Command.EndChat(chat, 1));
        OutboundPage last = outbound(ani, "chat", page.next());
        assertThat(last.answers()).singleElement().satisfies(a -> assertThat(a.ends()).isTrue());
        assertThat(outbound(ani, "chat", last.next()).answers()).isEmpty();
        assertThat(outbound(ani, "chat", 0).answers()).isEmpty();
        assertThat(delivery(ani, page.answers().getFirst().id())).isEqualTo(Message.Delivery.DELIVERED);

        clock.advance(Duration.ofSeconds(9));
        assertThat(outbound(ani, "sp4n", 0).answers()).hasSize(1);
    }

    private static Message.Delivery delivery(Desk desk, String message) throws Exception {
        String body = bodies(desk.everything()).get(UUID.fromString(message));
        return Json.read(String.valueOf(body), Message.class).delivery();
    }

    private static OutboundPage outbound(Desk desk, String channel, long after) throws Exception {
        HttpResponse<String> r = desk.get(Protocol.OUTBOUND + "?channel=" + channel + "&after=" + after);
        assertThat(r.statusCode()).isEqualTo(200);
        return Json.read(r.body(), OutboundPage.class);
    }

    @Test
    void anAnswerOfUnknownOutcomeIsNeverHandedOutAgain() throws Exception {
        Desk ani = desk(TestCity.ANI);
        ani.deliver(List.of(Items.report("sms", "s1", "road", -7.25, 112.7)));
        ani.give(new Command.AnswerCase(Ids.ofItem("sms", "s1"), 0, "Baik"));
        clock.advance(Duration.ofSeconds(9));
        OutboundPage first = outbound(ani, "sms", 0);
        assertThat(first.answers()).hasSize(1);
        assertThat(outbound(ani, "sms", 0).answers()).isEmpty();
        assertThat(delivery(ani, first.answers().getFirst().id())).isEqualTo(Message.Delivery.UNCERTAIN);
    }

    @Test
    void reportsOfOneFireBecomeOneIncident() throws Exception {
        Desk ani = desk(TestCity.ANI);
        ani.deliver(List.of(
                Items.report("cc112", "f1", "fire", -7.2500, 112.7000),
                Items.report("sp4n", "f2", "fire", -7.2502, 112.7001),
                Items.report("sp4n", "far", "fire", -7.2600, 112.7000)));
        Awaitility.await().untilAsserted(() -> {
            Case a = ani.caseNow(Ids.ofItem("cc112", "f1"));
            Case b = ani.caseNow(id("f2"));
            assertThat(a.link(Link.Kind.INCIDENT)).isPresent();
            assertThat(a.link(Link.Kind.INCIDENT).map(Link::target)).isEqualTo(b.link(Link.Kind.INCIDENT).map(Link::target));
        });
        assertThat(ani.caseNow(id("far")).links()).isEmpty();
    }

    @Test
    void aClaimReturnsWhenItsHolderHasBeenAwayTooLong() throws Exception {
        Desk ani = desk(TestCity.ANI);
        Desk budi = desk(TestCity.BUDI);
        ani.deliver(List.of(Items.report("r1", "other"), Items.report("r2", "other")));
        ani.give(new Command.ClaimCase(id("r1")));
        budi.give(new Command.ClaimCase(id("r2")));
        budi.post(Protocol.EPHEMERAL, "{\"topic\":\"line\",\"args\":{\"state\":\"losing\"}}");
        clock.advance(Duration.ofMinutes(6));
        server.tickNow();
        Desk lead = desk(TestCity.LEAD);
        assertThat(lead.caseNow(id("r1")).claim()).isNull();
        assertThat(lead.caseNow(id("r2")).claim()).isNotNull();
    }

    @Test
    void unusableItemsAreSetAsideWithTheFieldNamedAndTextIsMadeHarmless() throws Exception {
        Desk ani = desk(TestCity.ANI);
        List<IntakeResult> r = ani.deliverLines(
                """
                {"kind":"REPORT","channel":"nowhere","sourceId":"1","text":"a"}
                {"kind":"REPORT","channel":"sp4n","text":"a"}
                not json
                {"kind":"REPORT","channel":"sp4n","sourceId":"4","text":"a","lat":95,"lon":112}
                {"kind":"REPORT","channel":"sp4n","sourceId":"5","text":"a","lat":-7.2}
                {"kind":"CHAT_LINE","channel":"chat","sourceId":"6","text":"a"}
                {"kind":"REPORT","channel":"sp4n","sourceId":"7","text":""}

                {"kind":"REPORT","channel":"sp4n","sourceId":"8","text":"lubang\\u0000 \\u202edalam\\u202c","service":"pothole"}
                {"kind":"REPORT","channel":"sp4n","sourceId":"9","text":"apa","service":"unheard of"}
                """,
                false);
        assertThat(r).extracting(x -> x.status() + " " + (x.reason() == null ? "" : x.reason().replaceAll(":.*", "")))
                .containsExactly(
                        "ASIDE channel", "ASIDE sourceId", "ASIDE line", "ASIDE lat", "ASIDE lon", "ASIDE lineId",
                        "ASIDE text", "ACCEPTED ", "ACCEPTED ");
        assertThat(ani.json("/v1/status").at("/counts/aside").asInt()).isEqualTo(7);
        assertThat(ani.caseNow(id("8")).category()).isEqualTo("road");
        assertThat(ani.caseNow(id("9")).category()).isEqualTo("other");
        assertThat(bodies(ani.everything()).values()).anyMatch(b -> b.contains("\"body\":\"lubang dalam\""));
    }

    @Test
    void anHonestEarlierTimeIsBelievedAndAnImpossibleOneIsNot() throws Exception {
        Desk ani = desk(TestCity.ANI);
        ani.deliver(List.of(Items.report("r1", "road")));
        var now = clock.instant();
        ani.send(new CommandEnvelope(
                UUID.randomUUID(), ani.console, 1, null, "ani", now.plusSeconds(500), now.minusSeconds(60),
                new Command.AcknowledgeCase(id("r1"))));
        assertThat(ani.caseNow(id("r1")).acknowledgedAt()).isEqualTo(now);
    }

    @Test
    void aCommandOfAnotherActorOrAnUnknownTypeIsRefusedAndBlocksNothing() throws Exception {
        Desk ani = desk(TestCity.ANI);
        ani.deliver(List.of(Items.report("r1", "road")));
        String lines = "{\"id\":\"%s\",\"console\":\"%s\",\"number\":1,\"actor\":\"budi\",\"at\":\"2026-03-03T02:00:00Z\",\"command\":{\"type\":\"claim-case\",\"caseId\":\"%s\"}}\n{\"id\":\"%s\",\"console\":\"%s\",\"number\":2,\"actor\":\"ani\",\"at\":\"2026-03-03T02:00:00Z\",\"command\":{\"type\":\"fly-away\"}}"
                .formatted(UUID.randomUUID(), ani.console, id("r1"), UUID.randomUUID(), ani.console);
        HttpResponse<String> r = ani.post(Protocol.COMMANDS, lines);
        var answer = Json.read(r.body(), id.anjungan.protocol.CommandAnswer.class);
        assertThat(answer.settled()).extracting(Settlement::code).containsExactly(Refusal.NO_RIGHT, Refusal.UNKNOWN_CODE);
        assertThat(answer.lastNumber()).isEqualTo(2);
    }

    @Test
    void otherDesksSeeWhatIsBeingTyped() throws Exception {
        Desk ani = desk(TestCity.ANI);
        Desk budi = desk(TestCity.BUDI);
        try (Desk.Stream s = budi.stream(StreamQuery.FRESH)) {
            s.until(f -> f instanceof Frame.Through);
            ani.post(Protocol.EPHEMERAL, "{\"topic\":\"typing\",\"args\":{\"chat\":\"x\"}}");
            Frame.Ephemeral e = (Frame.Ephemeral) s.until(f -> f instanceof Frame.Ephemeral).getLast();
            assertThat(e.operator()).isEqualTo("ani");
            assertThat(s.until(f -> f instanceof Frame.Heartbeat)).isNotEmpty();
        }
    }

    @Test
    void whatCannotBeServedIsAProblemDocument() throws Exception {
        Desk ani = desk(TestCity.ANI);
        HttpResponse<String> lost = ani.get("/v1/nowhere");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(ani.post(Protocol.COMMANDS, "[{]").statusCode()).isEqualTo(400);
        assertThat(ani.post(Protocol.COMMANDS, " ".repeat((8 << 20) + 1)).statusCode()).isEqualTo(413);
        assertThat(ani.post(Protocol.SESSION, "{\"operator\":\"nobody\",\"console\":\"" + UUID.randomUUID() + "\"}").statusCode())
                .isEqualTo(401);
        ani.http.send(ani.request(Protocol.SESSION).DELETE().build(), HttpResponse.BodyHandlers.discarding());
        HttpResponse<String> out = ani.get(Protocol.STREAM);
        assertThat(out.statusCode()).isEqualTo(401);
        assertThat(Json.mapper().readTree(out.body()).get("title").asText()).isEqualTo("Sign in first");
        assertThat(server.noDelay()).isTrue();
    }

    @Test
    void aDatabaseThatIsAwayIsNoAnswer() throws Exception {
        Desk ani = desk(TestCity.ANI);
        server.store().close();
        HttpResponse<String> r = ani.post(
                Protocol.COMMANDS,
                Json.write(List.of(ani.envelope(new Command.ClaimCase(id("r1")), clock.instant()))));
        assertThat(r.statusCode()).isEqualTo(503);
        assertThat(r.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aSessionOutlivesARestart() throws Exception {
        Desk ani = desk(TestCity.ANI);
        int port = server.baseUri().getPort();
        server.close();
        server = CentralServer.start(CentralConfig.of(new TestCity(), dir.resolve("central.db"), clock).withPort(port));
        assertThat(ani.give(new Command.ClaimCase(UUID.randomUUID())).code()).isEqualTo(Refusal.NOT_FOUND);
    }
}
