package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Refusal;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeItem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The desk and the real server together, through the public intake.
class DeskWithCentralTest extends RealCity {
    private void deliver(IntakeItem.Kind kind, String channel, String source, @Nullable String line, @Nullable String category, String text)
            throws InterruptedException {
        deliver(List.of(item(kind, channel, source, line, category, text)));
    }

    private static QueueRow only(LiveDesk d) {
        return d.queue().page().get().rows().getFirst();
    }

    @Test
    void a_report_is_worked_on_by_two_desks_through_a_break_of_the_line() throws InterruptedException {
        deliver(IntakeItem.Kind.REPORT, "WARGAKU", "1", null, "JLN-RSK", "Jalan berlubang di depan pasar");
        LiveDesk ayu = desk("ayu");
        LiveDesk bima = desk("bima");
        soon(() -> ayu.queue().page().get().total() == 1 && bima.queue().page().get().total() == 1);
        UUID id = only(ayu).id();
        assertThat(only(ayu).title()).isEqualTo("Jalan berlubang di depan pasar");
        assertThat(only(ayu).district()).isNotNull();

        assertThat(ayu.submit(new Command.ClaimCase(id)).join().accepted()).isTrue();
        await().atMost(Duration.ofSeconds(1)).until(() -> "ayu".equals(only(bima).claimedBy()));
        assertThat(bima.submit(new Command.ClaimCase(id)).join().decision())
                .isInstanceOfSatisfying(Decision.Refused.class, r -> {
                    assertThat(r.code()).isEqualTo(Refusal.CLAIMED_BY_OTHER);
                    assertThat(r.args()).containsEntry("by", "ayu");
                });

        URI at = central.baseUri();
        central.close();
        soon(() -> ayu.status().get().link() == DeskStatus.Link.OFFLINE);
        long fencing = ayu.caseFile().get().map(f -> f.c().fencing()).orElse(1L);
        assertThat(ayu.submit(new Command.HoldCase(id, fencing, "menunggu aspal")).join().accepted()).isTrue();
        central = serve(at.getPort());
        ayu.reconnect();
        bima.reconnect();

        soon(() -> ayu.status().get().waiting() == 0 && only(bima).state() == CaseState.ON_HOLD);
        assertThat(ayu.refused().get()).isEmpty();
        soon(() -> !only(ayu).pending());

        assertThat(ayu.submit(new Command.ResumeCase(id, fencing)).join().accepted()).isTrue();
        assertThat(ayu.submit(new Command.CloseCase(id, fencing, Outcome.RESOLVED, "Sudah ditambal")).join().accepted())
                .isTrue();
        soon(() -> bima.queue().page().get().total() == 0 && ayu.figures().get().closedToday() == 1);
        soon(() -> bima.search("sudah ditam", 5).join().size() == 1);
    }

    @Test
    void a_chat_is_taken_answered_and_becomes_a_case() throws InterruptedException {
        LiveDesk d = desk("ayu");
        deliver(IntakeItem.Kind.CHAT_LINE, "MC_CHAT", "c1", "1", null, "Halo, lampu jalan mati");
        soon(() -> d.chats().get().size() == 1 && d.chats().get().getFirst().lastLine().equals("Halo, lampu jalan mati"));
        ChatRow row = d.chats().get().getFirst();
        assertThat(row.state()).isEqualTo(Chat.State.WAITING);
        d.openChat(row.id());

        d.submit(new Command.TakeChat(row.id())).join();
        assertThat(d.chats().get().getFirst().mine()).isTrue();
        d.submit(new Command.AnswerChat(row.id(), 1, "Di mana lokasinya?")).join();
        soon(() -> d.chatFile().get().map(f -> f.messages().size() == 2 && !f.pending()).orElse(false));
        d.submit(new Command.ChatToCase(
                        row.id(), 1, "PJU-PDM", id.anjungan.domain.Priority.MEDIUM, id.anjungan.domain.Location.UNKNOWN))
                .join();

        assertThat(d.queue().page().get().total()).isEqualTo(1);
        soon(() -> d.status().get().waiting() == 0 && !only(d).pending());
        assertThat(d.refused().get()).isEmpty();
        assertThat(only(d).claimedBy()).isEqualTo("ayu");
    }

    @Test
    void the_wall_shows_figures_and_no_words() throws InterruptedException {
        deliver(IntakeItem.Kind.REPORT, "CC112", "1", null, "KDRT", "Sesuatu yang rahasia");
        deliver(IntakeItem.Kind.REPORT, "WARGAKU", "2", null, "JLN-RSK", "Jalan berlubang");
        deliver(IntakeItem.Kind.CHAT_LINE, "MC_CHAT", "3", "1", null, "Halo, lampu jalan mati");
        LiveDesk wall = desk("dinding");

        soon(() -> wall.figures().get().open() == 2 && wall.figures().get().chatsWaiting() == 1 && wall.alarms().get().size() == 1);
        assertThat(wall.actor().role()).isEqualTo(Role.WALLBOARD);
        assertThat(wall.queue().page().get().rows()).extracting(QueueRow::title).containsOnly("");
        assertThat(wall.chats().get()).singleElement().satisfies(c -> {
            assertThat(c.lastLine()).isEmpty();
            assertThat(c.name()).isEmpty();
        });
        assertThat(wall.search("berlubang", 5).join()).isEmpty();
        wall.select(only(wall).id());
        soon(() -> wall.caseFile().get().isPresent());
        assertThat(wall.caseFile().get().orElseThrow().person()).isNull();
        assertThat(wall.status().get().setAside()).isZero();
        assertThat(wall.submit(new Command.ClaimCase(only(wall).id())).join().accepted()).isFalse();
    }
}
