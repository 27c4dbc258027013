package id.anjungan.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Priority;
import id.anjungan.state.QueueRow;
import id.anjungan.text.Lang;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhyTest {
    private static final QueueRow FIRE = Samples.rows().get(0);
    private static final QueueRow CRASH = Samples.rows().get(1);
    private static final QueueRow FLOOD = Samples.rows().get(3);

    private static List<String> why(QueueRow r, int index, @Nullable QueueRow above, int arrived, Lang lang) {
        return Why.of(r, new Why.Place(index, 781, above, arrived, false), Surabaya.words(lang), FakeDesk.START);
    }

    private static QueueRow row(String number, Priority priority, @Nullable Duration left) {
        return Samples.row(number, "WARGAKU", "BNJ-GEN", priority, "Banjir", "Sukolilo", "", null, left, 1);
    }

    @Test
    void anEmergencyNobodyHasAcknowledgedSaysWhichPromiseWasMissedSinceWhen() {
        List<String> say = why(FIRE, 0, null, 0, Lang.ID);
        assertThat(say.get(0)).isEqualTo("Nomor 1 dari 781 dalam urutan ini.");
        assertThat(say.get(1)).isEqualTo("Darurat yang belum diakui selalu paling atas.");
        assertThat(say.get(2)).isEqualTo("Prioritas Darurat, seperti biasa untuk Kebakaran.");
        assertThat(say.get(3)).startsWith("Tiba di lokasi (7 mnt").contains("sudah lewat sejak 14.29").endsWith("yang lalu.");
        assertThat(say).hasSize(4);
    }

    @Test
    void theSameInEnglishWithWhatPutsTheOneAboveFirst() {
        List<String> say = why(CRASH, 1, FIRE, 4, Lang.EN);
        assertThat(say.get(1)).startsWith("Rule: after unacknowledged emergencies");
        assertThat(say.get(3)).contains("00:46 left");
        assertThat(say.get(4)).isEqualTo("112-8841 is above it: an emergency nobody has acknowledged.");
        assertThat(say.get(5)).isEqualTo("4 new cases are not in this order yet; press Home.");
    }

    @Test
    void eachRuleOfTheOrderIsNamedAndNothingThatIsNotSo() {
        QueueRow near = row("WGK-1", Priority.HIGH, Duration.ofMinutes(3));
        QueueRow far = row("WGK-2", Priority.HIGH, Duration.ofMinutes(9));
        assertThat(why(FLOOD, 2, CRASH, 0, Lang.ID)).last().isEqualTo("112-8839 di atasnya: prioritasnya lebih tinggi.");
        assertThat(why(far, 2, near, 0, Lang.ID)).last().isEqualTo("WGK-1 di atasnya: batas waktunya lebih dekat.");
        assertThat(why(near, 2, row("WGK-3", Priority.HIGH, Duration.ofMinutes(3)), 0, Lang.ID)).last()
                .isEqualTo("WGK-3 di atasnya: diterima lebih dulu.");
        assertThat(why(near, 2, far, 0, Lang.ID)).as("the order is older than what is so now").hasSize(4);
    }

    @Test
    void withoutADeadlineOrWithAChangedPriority() {
        List<String> say = why(row("WGK-1", Priority.LOW, null), 7, null, 0, Lang.ID);
        assertThat(say.get(2)).isEqualTo("Prioritas Rendah; biasanya Tinggi untuk Banjir / genangan.");
        assertThat(say.get(3)).startsWith("Tanpa batas waktu");
    }

    @Test
    void itIsToldOfTheSelectedCaseForAsLongAsItIsAskedFor() {
        FakeDesk desk = Samples.busy();
        QueueViewModel vm = new QueueViewModel(desk, Surabaya.words(), Runnable::run);
        desk.queue.page().subscribe(vm::show);
        desk.selection.subscribe(vm::showSelection);
        assertThat(vm.why.get()).isEmpty();
        vm.explain();
        assertThat(vm.why.get().getFirst()).startsWith("Nomor 1 dari");
        vm.move(1);
        assertThat(vm.why.get().getFirst()).startsWith("Nomor 2 dari");
        assertThat(vm.stopExplaining()).isTrue();
        assertThat(vm.why.get()).isEmpty();
        assertThat(vm.stopExplaining()).isFalse();
        vm.showSelection(Optional.empty());
        vm.explain();
        assertThat(vm.why.get()).isEmpty();
    }
}
