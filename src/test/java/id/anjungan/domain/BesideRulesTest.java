package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.BUDI;
import static id.anjungan.domain.SmallCity.LEAD;
import static id.anjungan.domain.SmallCity.WALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Tags, watchers and reminders, and what is checked before closing.
class BesideRulesTest {
    private final Town town = new Town();
    private final UUID hole = town.report("road");

    @Test
    void a_tag_is_one_word_in_small_letters_and_is_put_on_once() {
        town.ok(ANI, new Command.TagCase(hole, " Banjir  Rob "));
        assertThat(town.ok(BUDI, new Command.TagCase(hole, "banjir-rob"))).isEmpty();
        town.ok(BUDI, new Command.TagCase(hole, "adipura"));
        assertThat(town.aduan(hole).tags()).containsExactly("adipura", "banjir-rob");
        town.ok(BUDI, new Command.UntagCase(hole, "banjir rob"));
        assertThat(town.aduan(hole).tags()).containsExactly("adipura");
        assertThat(town.timeline(hole)).endsWith("tagged", "tagged", "untagged");
    }

    @Test
    void nothing_of_a_person_can_be_a_tag() {
        for (String no : new String[] {"", "0812-0000-1234", "3578010101990001", "siti@example.org", "x".repeat(33)}) {
            assertThat(town.no(ANI, new Command.TagCase(hole, no)).code()).isEqualTo(Refusal.TAG_NOT_ALLOWED);
        }
        assertThat(BesideRules.asTag("rw-07")).contains("rw-07");
        assertThat(BesideRules.asTag("2026")).contains("2026");
    }

    @Test
    void a_case_carries_a_dozen_tags() {
        for (int i = 0; i < BesideRules.TAGS; i++) {
            town.ok(ANI, new Command.TagCase(hole, "t" + (char) ('a' + i)));
        }
        assertThat(town.no(ANI, new Command.TagCase(hole, "more")).code()).isEqualTo(Refusal.TOO_MANY);
        assertThat(town.ok(ANI, new Command.TagCase(hole, "ta"))).isEmpty();
    }

    @Test
    void watching_and_reminders_are_each_ones_own_and_survive_closing() {
        town.ok(ANI, new Command.WatchCase(hole));
        town.ok(BUDI, new Command.WatchCase(hole));
        assertThat(town.ok(BUDI, new Command.WatchCase(hole))).isEmpty();
        town.ok(ANI, new Command.SetReminder(hole, town.now.plus(Duration.ofHours(2)), "call back"));
        town.ok(BUDI, new Command.SetReminder(hole, town.now.plus(Duration.ofHours(1)), null));
        town.ok(ANI, new Command.CloseCase(hole, 0, Outcome.RESOLVED, null));
        town.ok(BUDI, new Command.UnwatchCase(hole));

        Case now = town.aduan(hole);
        assertThat(now.watchers()).containsExactly("ani");
        assertThat(now.reminder("ani")).get().matches(r -> !r.due(town.now) && r.due(town.now.plus(Duration.ofHours(2))));
        town.ok(ANI, new Command.DropReminder(hole));
        assertThat(town.aduan(hole).reminder("ani")).isEmpty();
        assertThat(town.aduan(hole).reminder("budi")).isPresent();
        assertThat(town.ok(ANI, new Command.DropReminder(hole))).isEmpty();
    }

    @Test
    void a_new_reminder_takes_the_place_of_the_old() {
        town.ok(ANI, new Command.SetReminder(hole, town.now.plus(Duration.ofHours(2)), null));
        town.ok(ANI, new Command.SetReminder(hole, town.now.plus(Duration.ofHours(3)), null));
        assertThat(town.aduan(hole).reminders()).singleElement().extracting(Reminder::at).isEqualTo(town.now.plus(Duration.ofHours(3)));
    }

    @Test
    void a_wall_puts_nothing_beside_a_case() {
        assertThat(town.no(WALL, new Command.TagCase(hole, "tv")).code()).isEqualTo(Refusal.NO_RIGHT);
        assertThat(town.no(WALL, new Command.WatchCase(hole)).code()).isEqualTo(Refusal.NO_RIGHT);
    }

    /// An owner change never takes away what a colleague wrote or put there.
    @Test
    void a_change_of_owner_deletes_no_note_tag_watcher_or_reminder_of_a_colleague() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.ok(ANI, new Command.AddNote(hole, "the neighbour has the key"));
        town.ok(ANI, new Command.TagCase(hole, "key"));
        town.ok(ANI, new Command.WatchCase(hole));
        town.ok(ANI, new Command.SetReminder(hole, town.now.plus(Duration.ofHours(1)), "ask again"));
        Case before = town.aduan(hole);
        var words = town.every(Message.class).filter(m -> m.about().equals(hole)).toList();

        town.ok(ANI, new Command.HandOverCase(hole, 1, "budi", "yours"));
        town.ok(LEAD, new Command.ClaimCase(hole));
        town.ok(LEAD, new Command.ReleaseCase(hole, 3, "shift ends"));
        town.ok(BUDI, new Command.ClaimCase(hole));
        town.ok(SmallCity.TICKER, new Command.ReleaseAbsent(hole, 4, true));

        Case after = town.aduan(hole);
        assertThat(after.claim()).isNull();
        assertThat(town.every(Message.class)).containsAll(words);
        assertThat(after.tags()).isEqualTo(before.tags());
        assertThat(after.watchers()).isEqualTo(before.watchers());
        assertThat(after.reminders()).isEqualTo(before.reminders());
    }

    @Test
    void where_the_city_asks_for_it_a_result_is_checked_before_closing_and_again_after_the_next_disposition() {
        UUID beating = town.report("violence");
        var close = new Command.CloseCase(beating, 0, Outcome.RESOLVED, null);
        assertThat(town.no(ANI, close).code()).isEqualTo(Refusal.RESULT_NOT_CONFIRMED);
        assertThat(town.no(ANI, new Command.ConfirmResult(beating, 0, false, " ")).code()).isEqualTo(Refusal.TEXT_MISSING);
        town.ok(ANI, new Command.ConfirmResult(beating, 0, true, "spoke with her"));
        town.ok(ANI, new Command.DisposeCase(beating, 0, java.util.List.of("works"), null));
        assertThat(town.no(ANI, close).code()).isEqualTo(Refusal.RESULT_NOT_CONFIRMED);
        town.ok(ANI, new Command.ConfirmResult(beating, 0, true, null));
        town.ok(ANI, new Command.ConfirmResult(beating, 0, false, "not so"));
        assertThat(town.no(ANI, close).code()).isEqualTo(Refusal.RESULT_NOT_CONFIRMED);
        town.ok(ANI, new Command.ConfirmResult(beating, 0, true, null));
        town.ok(ANI, close);
        assertThat(town.timeline(beating)).contains("result-confirmed", "result-rejected", "closed");
    }

    @Test
    void an_agency_that_sends_a_case_back_says_why_and_it_can_be_handed_on() {
        town.ok(ANI, new Command.DisposeCase(hole, 0, java.util.List.of("works"), "please"));
        assertThat(town.ok(ANI, new Command.DisposeCase(hole, 0, java.util.List.of("works"), "please"))).isEmpty();
        var empty = new Command.RecordAgencyReply(hole, "works", Disposition.Status.RETURNED, " ");
        assertThat(town.no(ANI, empty).code()).isEqualTo(Refusal.TEXT_MISSING);
        town.ok(ANI, new Command.RecordAgencyReply(hole, "works", Disposition.Status.RETURNED, "a national road"));
        town.ok(ANI, new Command.DisposeCase(hole, 0, java.util.List.of("brigade", "works"), "again"));
        assertThat(town.aduan(hole).dispositions()).extracting(Disposition::agency).containsExactly("works", "brigade", "works");
        assertThat(town.aduan(hole).dispositions().getLast().status()).isEqualTo(Disposition.Status.SENT);
    }
}
