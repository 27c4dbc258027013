package id.anjungan.ui.control.answer;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Message;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Surabaya;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final Instant NOW = FakeDesk.START;
    private final Words w = Surabaya.words(Lang.ID);

    private static Message message(Message.Delivery delivery, @Nullable Instant hold) {
        return new Message(
                UUID.randomUUID(), UUID.randomUUID(), Message.Kind.OUTBOUND, "fajar", NOW, "Teks", List.of(), delivery, hold);
    }

    private Sending of(Message.Delivery delivery, @Nullable Instant hold, String me) {
        return Objects.requireNonNull(Sending.of(message(delivery, hold), w, NOW, me));
    }

    @Test
    void eachStepHasItsOwnWord() {
        assertThat(List.of(Message.Delivery.WAITING, Message.Delivery.SENT, Message.Delivery.DELIVERED,
                        Message.Delivery.UNCERTAIN, Message.Delivery.FAILED, Message.Delivery.CANCELLED))
                .extracting(d -> of(d, null, "fajar").words())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void whatIsHeldCountsDownAndOnlyItsAuthorTakesItBack() {
        Instant hold = NOW.plusSeconds(6);
        assertThat(of(Message.Delivery.WAITING, hold, "fajar").words()).isEqualTo("Keluar dalam 00:06");
        assertThat(of(Message.Delivery.WAITING, hold, "fajar").undoable()).isTrue();
        assertThat(of(Message.Delivery.WAITING, hold, "ratna").undoable()).isFalse();
        assertThat(of(Message.Delivery.WAITING, NOW, "fajar").undoable()).isFalse();
        assertThat(of(Message.Delivery.SENT, hold, "fajar").undoable()).isFalse();
    }

    @Test
    void onlyWhatMayNotHaveArrivedIsOfferedOnceMore() {
        assertThat(of(Message.Delivery.FAILED, null, "fajar").doubtful()).isTrue();
        assertThat(of(Message.Delivery.UNCERTAIN, null, "fajar").doubtful()).isTrue();
        assertThat(of(Message.Delivery.DELIVERED, null, "fajar").doubtful()).isFalse();
    }

    @Test
    void aNoteGoesNowhere() {
        Message note = new Message(
                UUID.randomUUID(), UUID.randomUUID(), Message.Kind.NOTE, "fajar", NOW, "Teks", List.of(),
                Message.Delivery.NONE, null);
        assertThat(Sending.of(note, w, NOW, "fajar")).isNull();
    }
}
