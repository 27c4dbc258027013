package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.BUDI;
import static id.anjungan.domain.SmallCity.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Several reports of one thing: merged without moving anything, answered and ended together, and taken apart again.
class MergeTest {
    private final Town town = new Town();
    private final UUID main = town.report("sp4n", "main", "road");
    private final UUID other = town.report("sp4n", "other", "road");
    private final UUID third = town.report("112", "third", "road");

    private void merge() {
        town.ok(ANI, new Command.MarkDuplicate(other, main));
        town.ok(ANI, new Command.MarkDuplicate(third, main));
    }

    @Test
    void everybody_who_reported_it_is_answered_each_on_their_own_case() {
        merge();
        town.ok(ANI, new Command.AnswerCase(main, 0, "Dear Siti main, sp4n-main will be repaired."));

        assertThat(town.outbound(main).body()).isEqualTo("Dear Siti main, sp4n-main will be repaired.");
        assertThat(town.outbound(other).body()).isEqualTo("Dear Siti other, sp4n-other will be repaired.");
        assertThat(town.outbound(third).body()).isEqualTo("Dear Siti third, 112-third will be repaired.");
        assertThat(town.outbound(other).holdUntil()).isEqualTo(town.outbound(main).holdUntil());
        assertThat(town.clock(other, "answer").stopped()).isEqualTo(town.now);
        assertThat(town.timeline(other)).endsWith("answered-with");
    }

    @Test
    void no_name_or_number_of_one_reporter_reaches_another() {
        town.ok(ANI, new Command.SetPrivacy(other, new Privacy(false, true, false)));
        merge();
        town.ok(ANI, new Command.AnswerCase(main, 0, "Ibu Siti main, terima kasih. SITI MAIN, sp4n-main."));
        assertThat(town.outbound(other).body())
                .isEqualTo("Ibu Bapak/Ibu, terima kasih. Bapak/Ibu, sp4n-other.")
                .doesNotContainIgnoringCase("siti");
    }

    @Test
    void taking_the_answer_back_takes_it_back_from_all_and_their_clocks_run_on() {
        merge();
        Clock was = town.clock(other, "answer");
        town.ok(ANI, new Command.AnswerCase(main, 0, "soon"));
        town.pass(Duration.ofSeconds(3));
        town.ok(ANI, new Command.CancelMessage(town.outbound(main).id(), main));
        assertThat(List.of(main, other, third))
                .allSatisfy(id -> assertThat(town.outbound(id).delivery()).isEqualTo(Message.Delivery.CANCELLED));
        assertThat(town.clock(other, "answer")).isEqualTo(was);
    }

    @Test
    void what_repeats_a_case_ends_with_it_and_no_clock_runs_on() {
        merge();
        town.ok(BUDI, new Command.ClaimCase(other));
        town.ok(ANI, new Command.CloseCase(main, 0, Outcome.RESOLVED, "Done, Siti main."));
        for (UUID id : List.of(main, other, third)) {
            assertThat(town.aduan(id).state()).isEqualTo(CaseState.DONE);
            assertThat(town.aduan(id).clocks()).allMatch(k -> k.stopped() != null);
            assertThat(town.outbound(id).delivery()).isEqualTo(Message.Delivery.WAITING);
        }
        town.pass(Duration.ofMinutes(5));
        town.ok(LEAD, new Command.ReopenCase(main, "not repaired"));
        assertThat(town.aduan(other).open()).isTrue();
        assertThat(town.timeline(other)).endsWith("closed-with", "reopened-with");
    }

    @Test
    void a_duplicate_that_was_ended_by_itself_is_not_reopened_with_the_main_case() {
        merge();
        town.ok(ANI, new Command.ArchiveCase(other, 0, Outcome.NUISANCE, "joke"));
        town.pass(Duration.ofMinutes(5));
        town.ok(ANI, new Command.CloseCase(main, 0, Outcome.RESOLVED, null));
        assertThat(town.aduan(other).outcome()).isEqualTo(Outcome.NUISANCE);
        town.pass(Duration.ofMinutes(5));
        town.ok(LEAD, new Command.ReopenCase(main, "not repaired"));
        assertThat(town.aduan(other).open()).isFalse();
        assertThat(town.aduan(third).open()).isTrue();
    }

    @Test
    void a_case_that_has_been_taken_apart_again_is_left_alone() {
        merge();
        town.ok(ANI, new Command.UnmarkDuplicate(other, main));
        town.ok(ANI, new Command.CloseCase(main, 0, Outcome.RESOLVED, "done"));
        assertThat(town.aduan(other).open()).isTrue();
        assertThat(town.every(Message.class).filter(m -> m.about().equals(other)).map(Message::kind))
                .doesNotContain(Message.Kind.OUTBOUND);
    }

    @Test
    void merging_an_emergency_is_having_seen_it() {
        UUID fire = town.report("fire");
        UUID again = town.report("fire");
        town.ok(ANI, new Command.MarkDuplicate(again, fire));
        assertThat(town.aduan(again).acknowledgedAt()).isEqualTo(town.now);
        assertThat(town.alarm(again, Alarm.Kind.EMERGENCY)).get().matches(a -> !a.active());
        assertThat(town.alarm(fire, Alarm.Kind.EMERGENCY)).get().matches(Alarm::active);
    }

    @Test
    void nobody_answers_for_more_than_a_hundred_at_once() {
        for (int i = 0; i < LinkRules.DUPLICATES; i++) {
            town.ok(ANI, new Command.MarkDuplicate(town.report("sp4n", "d" + i, "road"), main));
        }
        assertThat(town.no(ANI, new Command.MarkDuplicate(other, main)).code()).isEqualTo(Refusal.TOO_MANY);
    }

    /// Whatever is done between, merging and taking apart lose nothing: no entry, no message or attachment, no clock,
    /// no claim; and nothing of one case lands in another.
    @Property(tries = 150)
    void merging_and_taking_apart_lose_nothing(@ForAll long seed) {
        Town plain = played(seed, false);
        Town merged = played(seed, true);
        for (Case c : plain.every(Case.class).toList()) {
            Case m = merged.aduan(c.id());
            assertThat(m.claim()).isEqualTo(c.claim());
            assertThat(clocks(m)).isEqualTo(clocks(c));
            assertThat(m.dispositions()).isEqualTo(c.dispositions());
            assertThat(m.state()).isEqualTo(c.state());
            assertThat(m.person()).isEqualTo(c.person());
            assertThat(m.links()).isEqualTo(c.links());
            assertThat(m.duplicates()).isEmpty();
            assertThat(words(merged, c.id())).isEqualTo(words(plain, c.id()));
            List<String> told = new ArrayList<>(merged.timeline(c.id()));
            told.removeIf(code -> code.startsWith("duplicate-"));
            assertThat(told).isEqualTo(plain.timeline(c.id()));
        }
    }

    /// Without the id of the note that says why they stand still, which follows from the count of commands.
    private static List<Clock> clocks(Case c) {
        return c.clocks().stream()
                .map(k -> new Clock(
                        k.rule(), k.policyVersion(), k.started(), k.due(), k.pausedAt(), k.paused() ? "hold" : null,
                        k.remaining(), k.stopped(), k.breachedAt()))
                .toList();
    }

    private static Map<String, List<Attachment>> words(Town town, UUID about) {
        Map<String, List<Attachment>> all = new HashMap<>();
        town.every(Message.class)
                .filter(m -> m.about().equals(about))
                .forEach(m -> all.put(m.kind() + m.body(), m.attachments()));
        return all;
    }

    /// The same work on three seen cases; in one of two towns they are merged and taken apart in between. Nothing here
    /// goes to the main case's reporters, which would rightly reach the others too.
    private static Town played(long seed, boolean merges) {
        Town town = new Town();
        Random dice = new Random(seed);
        List<UUID> cases = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Command.ReceiveItem c = town.item("sp4n", "m" + i, "road").command();
            town.ok(SmallCity.TICKER, new Command.ReceiveItem(
                    c.caseId(), c.number(), c.channel(), c.sourceId(), c.person(), c.category(), c.priority(), c.privacy(),
                    c.location(), c.reportedAt(), "report " + i, List.of(new Attachment("ab" + i, "image/jpeg", 9, "")),
                    null, null));
            town.ok(ANI, new Command.AcknowledgeCase(c.caseId()));
            cases.add(c.caseId());
        }
        UUID main = cases.getFirst();
        for (int step = 0; step < 12; step++) {
            town.pass(Duration.ofMinutes(dice.nextInt(200)));
            UUID id = cases.get(1 + dice.nextInt(2));
            if (merges) {
                boolean is = town.aduan(id).main().isPresent();
                town.ok(LEAD, is ? new Command.UnmarkDuplicate(id, main) : new Command.MarkDuplicate(id, main));
            }
            work(town, dice.nextInt(6), cases.get(dice.nextInt(3)), step);
        }
        for (UUID id : cases) {
            town.ok(LEAD, new Command.UnmarkDuplicate(id, main));
        }
        return town;
    }

    private static void work(Town town, int what, UUID id, int step) {
        long seen = town.aduan(id).fencing();
        town.give(LEAD, switch (what) {
            case 0 -> new Command.ClaimCase(id);
            case 1 -> new Command.ReleaseCase(id, seen, "later " + step);
            case 2 -> new Command.AddNote(id, "note " + step);
            case 3 -> new Command.HoldCase(id, seen, "wait " + step);
            case 4 -> new Command.ResumeCase(id, seen);
            default -> new Command.DisposeCase(id, seen, List.of("works"), "please " + step);
        });
    }
}
