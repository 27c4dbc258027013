package id.anjungan.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Message;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Refusal;
import id.anjungan.domain.Role;
import id.anjungan.domain.View;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.Settlement;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheReader;
import id.anjungan.store.DeskDb;
import id.anjungan.store.Incoming;
import id.anjungan.store.QueuedCommand;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A decision that throws on this desk: a new action is put aside and the operator told; one that waits keeps its
/// place and is sent all the same. Nothing beside it is lost.
class FailingDecisionTest {
    private static final Policy POLICY = ProfileLoader.load("surabaya").toPolicy();
    private static final View NOTHING = id -> Optional.empty();

    @TempDir
    Path dir;

    private boolean broken;
    private DeskDb desk;
    private CacheDb cache;
    private Overlay overlay;
    private UUID a;
    private UUID b;

    @BeforeEach
    void open() {
        CityProfile city = ProfileLoader.load("surabaya");
        try (FakeCentral central = new FakeCentral(city)) {
            a = central.report("WARGAKU", "JLN-RSK", Priority.MEDIUM, "Lubang");
            b = central.report("WARGAKU", "JLN-RSK", Priority.MEDIUM, "Lampu padam");
            desk = DeskDb.open(dir.resolve("desk.db"));
            cache = CacheDb.open(dir.resolve("cache.db"));
            overlay = new Overlay(cache, desk, new Rules() {
                @Override
                public Actor actor() {
                    return Actor.of("ayu", "Ayu", Role.OPERATOR);
                }

                @Override
                public Policy policy() {
                    if (broken) {
                        throw new IllegalStateException("a rule is broken");
                    }
                    return POLICY;
                }
            });
            cache.write(tx -> {
                central.all().forEach(e -> tx.apply(Incoming.of(
                        new Frame.Change(1, Kind.of(e).wire(), e.id(), Json.write(e)))));
                return null;
            }).join();
        }
    }

    @AfterEach
    void close() {
        cache.close();
        desk.close();
    }

    private List<Overlay.Submitted> submit(Command... all) {
        return overlay.submit(List.of(all), null, Instant.now(), null, NOTHING).join();
    }

    private long notes(UUID about) {
        try (CacheReader reader = cache.reader()) {
            return reader.messages(about).stream().filter(m -> m.kind() == Message.Kind.NOTE).count();
        }
    }

    @Test
    void a_new_action_is_refused_with_an_incident_and_nothing_of_it_is_kept_or_shown() {
        UUID before = submit(new Command.AddNote(a, "sebelum")).getFirst().id();
        broken = true;
        Overlay.Submitted failed = submit(new Command.AddNote(b, "rusak")).getFirst();
        broken = false;

        assertThat(failed.decision()).isInstanceOfSatisfying(Decision.Refused.class, r -> {
            assertThat(r.code()).isEqualTo(Refusal.INTERNAL);
            assertThat(r.args()).containsEntry("incident", failed.id().toString());
        });
        assertThat(failed.command()).as("the words are handed back").isEqualTo(new Command.AddNote(b, "rusak"));
        UUID after = submit(new Command.AddNote(a, "sesudah")).getFirst().id();
        assertThat(desk.outbox()).extracting(QueuedCommand::id).containsExactly(before, after);
        assertThat(notes(a)).isEqualTo(2);
        assertThat(notes(b)).isZero();
    }

    @Test
    void one_that_waits_loses_its_effect_on_the_screen_but_not_its_place_and_is_settled_by_the_server() {
        UUID note = submit(new Command.AddNote(a, "menunggu")).getFirst().id();
        UUID claim = submit(new Command.ClaimCase(b)).getFirst().id();
        broken = true;
        overlay.load().join();

        assertThat(desk.outbox()).extracting(QueuedCommand::id).containsExactly(note, claim);
        assertThat(overlay.waiting(a)).containsExactly(note);
        assertThat(notes(a)).isZero();
        List<CommandEnvelope> sent = desk.take(10, Instant.now()).join();
        assertThat(sent).extracting(CommandEnvelope::command)
                .containsExactly(new Command.AddNote(a, "menunggu"), new Command.ClaimCase(b));

        broken = false;
        overlay.load().join();
        assertThat(notes(a)).as("mended, it is shown again").isEqualTo(1);
        broken = true;
        settle(sent.getFirst(), Settlement.Status.REFUSED);
        assertThat(overlay.waiting(a)).isEmpty();
        assertThat(overlay.waiting(b)).containsExactly(claim);
        assertThat(desk.refusals()).singleElement()
                .satisfies(r -> assertThat(r.command()).isEqualTo(new Command.AddNote(a, "menunggu")));
    }

    @Test
    void a_change_from_the_server_under_a_broken_decision_is_taken_in() {
        submit(new Command.ClaimCase(a));
        broken = true;
        cache.write(tx -> {
            tx.apply(Incoming.of(new Frame.Change(
                    9, "case", a, tx.find(b).map(Json::write).orElseThrow().replace(b.toString(), a.toString()))));
            overlay.serverChanged(tx, List.of(a), 9);
            tx.through(9);
            return null;
        }).join();

        assertThat(cache.position().join().cursor()).isEqualTo(9);
        assertThat(desk.waiting()).isEqualTo(1);
        assertThat(overlay.waiting(a)).hasSize(1);
    }

    private void settle(CommandEnvelope e, Settlement.Status status) {
        var s = new Settlement(e.id(), e.number(), status, 0, Refusal.INTERNAL, Map.of());
        desk.settle(List.of(s), UUID.randomUUID(), Instant.now()).join();
        overlay.settled(List.of(s)).join();
    }
}
