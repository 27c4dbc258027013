package id.anjungan.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Command;
import id.anjungan.domain.Priority;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChatViewModelTest {
    private final FakeDesk desk = Samples.busy();
    private final ChatViewModel vm = new ChatViewModel(desk, Surabaya.words(), desk::submit, desk);
    private final UUID mine = Samples.id("CHT-2201");
    private final UUID longest = Samples.id("CHT-2207");

    ChatViewModelTest() {
        desk.chats.subscribe(vm::show);
        desk.chatFile.subscribe(vm::show);
    }

    @Test
    void whoWaitsIsCountedAndSaysHowLong() {
        assertThat(vm.waiting.get()).isEqualTo(3);
        assertThat(vm.chats.getFirst().waited()).isEqualTo("01:38");
        assertThat(vm.chats.getFirst().late()).isTrue();
        assertThat(vm.chats.get(1).name()).isEqualTo("Warga");
    }

    @Test
    void takingWithoutAChoiceTakesWhoHasWaitedLongest() {
        vm.take();
        assertThat(desk.submitted).containsExactly(new Command.TakeChat(longest));
        assertThat(desk.chatFile.get()).isPresent();
    }

    @Test
    void anAnswerGoesToTheOpenChatAndTheBoxIsEmptyAgain() {
        vm.open(mine);
        vm.answer.textProperty().set("Petugas sudah berangkat");
        vm.send();
        assertThat(desk.submitted).containsExactly(new Command.AnswerChat(mine, 1, "Petugas sudah berangkat"));
        assertThat(vm.answer.textProperty().get()).isEmpty();
    }

    @Test
    void whatIsHalfWrittenWaitsWithItsChat() {
        vm.open(mine);
        vm.answer.textProperty().set("Mohon tung");
        vm.open(longest);
        assertThat(vm.answer.textProperty().get()).isEmpty();
        vm.open(mine);
        assertThat(vm.answer.textProperty().get()).isEqualTo("Mohon tung");
    }

    @Test
    void aCaseIsMadeWithThePriorityOfItsCategory() {
        vm.open(mine);
        vm.ask(ChatViewModel.Panel.TO_CASE);
        vm.category.set("BNJ-GEN");
        assertThat(vm.priority.get()).isEqualTo(Priority.HIGH);
        vm.makeCase();
        assertThat(desk.submitted.getFirst()).isInstanceOfSatisfying(Command.ChatToCase.class, c -> {
            assertThat(c.category()).isEqualTo("BNJ-GEN");
            assertThat(c.location().district()).isEqualTo(Surabaya.area("Wonokromo"));
        });
        assertThat(vm.panel.get()).isEqualTo(ChatViewModel.Panel.NONE);
    }

    @Test
    void handingOverNeedsSomebodyAndEndingEnds() {
        vm.open(mine);
        vm.handOver();
        assertThat(desk.submitted).isEmpty();
        vm.to.set("ratna");
        vm.handOver();
        vm.end();
        vm.release();
        assertThat(desk.submitted)
                .isEqualTo(List.of(
                        new Command.HandOverChat(mine, 1, "ratna", null), new Command.EndChat(mine, 1),
                        new Command.ReleaseChat(mine, 1)));
    }

    @Test
    void theConversationTellsBothSidesAndWhatHappened() {
        vm.open(mine);
        assertThat(vm.lines).extracting(ChatLine::side)
                .containsExactly(
                        ChatLine.Side.EVENT, ChatLine.Side.CITIZEN, ChatLine.Side.DESK, ChatLine.Side.CITIZEN,
                        ChatLine.Side.CITIZEN);
    }
}
