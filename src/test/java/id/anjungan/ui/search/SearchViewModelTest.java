package id.anjungan.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final FakeDesk desk = Samples.busy();
    private final List<Runnable> late = new ArrayList<>();
    private boolean slow;
    private final SearchViewModel vm = new SearchViewModel(desk, Surabaya.words(), task -> {
        if (slow) {
            late.add(task);
        } else {
            task.run();
        }
    });

    @Test
    void itFindsWhileOneTypesFromTheSecondLetterOn() {
        vm.textProperty().set("k");
        assertThat(vm.showing.get()).isFalse();
        vm.textProperty().set("kebakaran");
        assertThat(vm.showing.get()).isTrue();
        assertThat(vm.found).extracting(r -> r.number()).contains("112-8841");
    }

    @Test
    void anAnswerToAnOlderQuestionIsThrownAway() {
        slow = true;
        vm.textProperty().set("kebakaran");
        vm.textProperty().set("kecelakaan");
        late.get(1).run();
        late.get(0).run();
        assertThat(vm.found).extracting(r -> r.number()).containsExactly("112-8839");
    }

    @Test
    void enterOpensTheMarkedOneAndPutsTheListAway() {
        vm.textProperty().set("padam");
        assertThat(vm.choose()).isTrue();
        assertThat(desk.selection.get()).contains(Samples.id("LPR-9902133"));
        assertThat(vm.showing.get()).isFalse();
        assertThat(vm.textProperty().get()).isEmpty();
    }

    @Test
    void nothingFoundOpensNothing() {
        vm.textProperty().set("zzzz");
        assertThat(vm.choose()).isFalse();
        assertThat(vm.showing.get()).isTrue();
    }
}
