package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.BUDI;
import static id.anjungan.domain.SmallCity.LEAD;
import static id.anjungan.domain.SmallCity.NINE;
import static id.anjungan.domain.SmallCity.TICKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A live conversation has one holder, and can become a case once.
class ChatRulesTest {
    private final Town town = new Town();
    private final UUID chat = town.chatLine("a", "1", "water in the street", false);

    @Test
    void of_two_who_take_a_chat_the_second_is_told_who_has_it() {
        town.ok(ANI, new Command.TakeChat(chat));
        var refused = town.no(BUDI, new Command.TakeChat(chat));
        assertThat(refused.code()).isEqualTo(Refusal.CLAIMED_BY_OTHER);
        assertThat(refused.args()).containsEntry("by", "ani").containsEntry("since", NINE.toString());
        assertThat(town.ok(ANI, new Command.TakeChat(chat))).isEmpty();
    }

    @Test
    void answering_takes_the_chat_and_ends_the_waiting() {
        town.ok(ANI, new Command.AnswerChat(chat, 0, "Which street?"));
        assertThat(town.chat(chat).claim()).extracting(Claim::operator).isEqualTo("ani");
        assertThat(town.chat(chat).waitingSince()).isNull();
        assertThat(town.outbound(chat).holdUntil()).isNull();
        assertThat(town.no(BUDI, new Command.AnswerChat(chat, 0, "Which?")).code()).isEqualTo(Refusal.STALE_CLAIM);
    }

    @Test
    void a_taken_chat_that_is_kept_waiting_shows_it() {
        town.ok(ANI, new Command.AnswerChat(chat, 0, "Which street?"));
        town.pass(Duration.ofMinutes(1));
        town.chatLine("a", "2", "Jalan Kenjeran", false);
        assertThat(town.chat(chat).waitingSince()).isEqualTo(town.now);
        town.ok(ANI, new Command.HandOverChat(chat, 1, "budi", null));
        assertThat(town.chat(chat).waitingSince()).isEqualTo(town.now);
        assertThat(town.chat(chat).claim()).isEqualTo(new Claim("budi", 2, town.now, false));
    }

    @Test
    void a_chat_given_back_waits_for_anybody() {
        town.ok(ANI, new Command.TakeChat(chat));
        town.ok(ANI, new Command.ReleaseChat(chat, 1));
        assertThat(town.chat(chat).state()).isEqualTo(Chat.State.WAITING);
        town.ok(BUDI, new Command.TakeChat(chat));
        assertThat(town.chat(chat).fencing()).isEqualTo(2);
    }

    @Test
    void absence_gives_a_chat_back_too() {
        town.ok(ANI, new Command.TakeChat(chat));
        assertThat(town.ok(TICKER, new Command.ReleaseAbsent(chat, 0, false))).isEmpty();
        town.ok(TICKER, new Command.ReleaseAbsent(chat, 1, false));
        assertThat(town.chat(chat).state()).isEqualTo(Chat.State.WAITING);
    }

    @Test
    void an_ended_chat_takes_no_answer() {
        town.ok(ANI, new Command.TakeChat(chat));
        town.ok(ANI, new Command.EndChat(chat, 1));
        assertThat(town.chat(chat).endedAt()).isEqualTo(NINE);
        assertThat(town.no(ANI, new Command.AnswerChat(chat, 1, "and?")).code()).isEqualTo(Refusal.CHAT_ENDED);
        assertThat(town.no(ANI, new Command.TakeChat(chat)).code()).isEqualTo(Refusal.CHAT_ENDED);
    }

    @Test
    void a_chat_becomes_one_case_with_its_number_its_holder_and_the_channels_privacy() {
        town.ok(ANI, new Command.TakeChat(chat));
        var command = new Command.ChatToCase(chat, 1, "violence", Priority.HIGH, Location.UNKNOWN);
        town.ok(ANI, command);

        Case c = town.aduan(ChatRules.caseId(town.chat(chat)));
        assertThat(town.chat(chat).caseId()).isEqualTo(c.id());
        assertThat(c.number()).isEqualTo("W-a");
        assertThat(c.claim()).extracting(Claim::operator).isEqualTo("ani");
        assertThat(c.privacy()).isEqualTo(new Privacy(false, true, true));
        assertThat(c.link(Link.Kind.CHAT)).get().extracting(Link::target).isEqualTo(chat);
        assertThat(c.clocks()).extracting(Clock::rule).containsExactly("verify", "answer", "solve");
        assertThat(town.ok(ANI, command)).isEmpty();
    }

    @Test
    void a_chat_that_becomes_an_emergency_sounds_and_keeps_the_place_given() {
        Location village = new Location(null, null, null, "35.78.01", "35.78.01.1001");
        town.ok(LEAD, new Command.ChatToCase(chat, 0, "fire", Priority.EMERGENCY, village));
        UUID id = ChatRules.caseId(town.chat(chat));
        assertThat(town.alarm(id, Alarm.Kind.EMERGENCY)).get().matches(Alarm::active);
        assertThat(town.aduan(id).location()).isEqualTo(village);
    }

    @Test
    void a_category_the_city_does_not_know_makes_no_case() {
        var command = new Command.ChatToCase(chat, 0, "dragons", Priority.LOW, Location.UNKNOWN);
        assertThat(town.no(ANI, command).code()).isEqualTo(Refusal.UNKNOWN_CODE);
    }
}
