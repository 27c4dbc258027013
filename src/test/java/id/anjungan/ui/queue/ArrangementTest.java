package id.anjungan.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.state.QueueRow;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    private final FakeDesk desk = new FakeDesk();
    private final QueueRow fire = Samples.rows().getFirst();

    private Arrangement begin() {
        return new Arrangement(desk, Surabaya.words());
    }

    private List<String> told(Arrangement a) {
        return RowTexts.of(fire, a.columns.get(), List.of(), Surabaya.words().get(), desk.now()).details().stream()
                .map(RowTexts.Detail::text)
                .toList();
    }

    private static void choose(Arrangement a, String typed) {
        a.choices(typed).getFirst().choose().run();
    }

    @Test
    void aRowTellsWhatWasChosenInTheOrderInWhichItWasChosen() {
        Arrangement a = begin();
        assertThat(told(a)).containsExactly("Tambaksari · Pacarkeling", "3 laporan");
        choose(a, "tempat");
        choose(a, "opd");
        choose(a, "umur");
        choose(a, "tempat");
        assertThat(told(a)).containsExactly("3 laporan", "DPKP", "10 mnt lalu", "Tambaksari · Pacarkeling");
        assertThat(a.choices("").stream().map(Choice::name).limit(7))
                .containsExactly("Jumlah laporan", "Tingkat", "Laporan digabung", "Label", "OPD", "Umur", "Tempat");
        assertThat(told(begin())).as("after a restart").isEqualTo(told(a));
    }

    @Test
    void nothingAtAllIsAChoiceToo() {
        Arrangement a = begin();
        choose(a, "tempat");
        choose(a, "jumlah");
        choose(a, "tingkat");
        assertThat(told(begin())).isEmpty();
    }

    @Test
    void pinsAreKeptTheLatestFirstAndLetGo() {
        Arrangement a = begin();
        UUID one = new UUID(0, 1);
        UUID two = new UUID(0, 2);
        a.pin(one);
        a.pin(two);
        assertThat(desk.queue.pins()).containsExactly(two, one);
        FakeDesk later = new FakeDesk();
        later.settings.putAll(desk.settings);
        Arrangement again = new Arrangement(later, Surabaya.words());
        assertThat(later.queue.pins()).containsExactly(two, one);
        again.pin(two);
        assertThat(later.queue.pins()).containsExactly(one);
    }

    @Test
    void whatIsArrangedAtAnotherDeskIsTakenOverWithoutARestart() {
        Arrangement here = begin();
        FakeDesk there = new FakeDesk();
        Arrangement other = new Arrangement(there, Surabaya.words());
        other.pin(new UUID(0, 7));
        choose(other, "opd");
        desk.settings.putAll(there.settings);
        here.reload();
        assertThat(desk.queue.pins()).containsExactly(new UUID(0, 7));
        assertThat(told(here)).isEqualTo(told(other));
    }
}
