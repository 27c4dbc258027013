package id.anjungan.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.state.Facet;
import id.anjungan.state.QueueFilter;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import id.anjungan.text.Lang;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import org.junit.jupiter.api.Test;

class FilterViewModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final ObjectProperty<Words> words = Surabaya.words();
    private final FilterViewModel vm = new FilterViewModel(desk, words);

    private static List<String> names(List<Choice> choices) {
        return choices.stream().map(Choice::name).toList();
    }

    private void choose(String typed) {
        vm.choices(typed).getFirst().choose().run();
    }

    @Test
    void filtersAddUpAndEachCanBeTakenAway() {
        choose("tambak");
        choose("lewat");
        choose("kebak");
        assertThat(vm.filter().facets())
                .containsExactly(Facet.BREACHED, Facet.district(Surabaya.area("Tambaksari")), Facet.category("KBK"));
        assertThat(vm.filter().facets().stream().map(vm::name)).containsExactly("Lewat batas", "Tambaksari", "Kebakaran");
        vm.remove(Facet.BREACHED);
        assertThat(vm.filter().breached()).isFalse();
        assertThat(vm.filter().categories()).containsExactly("KBK");
        vm.clear();
        assertThat(vm.filter()).isEqualTo(QueueFilter.ALL);
    }

    @Test
    void eachKindCanBeAskedForByItsNameInTheLanguageOfTheDesk() {
        choose("112");
        choose("opd dpkp");
        assertThat(vm.filter().channels()).containsExactly("CC112");
        assertThat(vm.filter().agencies()).containsExactly("DPKP");
        words.set(Surabaya.words(Lang.EN));
        choose("unclaimed");
        assertThat(vm.filter().unclaimed()).isTrue();
    }

    @Test
    void whatIsAskedForAlreadyIsNotOfferedAgain() {
        choose("tambak");
        assertThat(names(vm.choices("kecamatan tambak"))).doesNotContain("Tambaksari");
        assertThat(vm.choices("qqq")).isEmpty();
    }

    @Test
    void aVillageIsOfferedToWhoeverTypesItsName() {
        assertThat(names(vm.choices(""))).doesNotContain("Ketabang");
        choose("ketabang");
        assertThat(vm.filter().facets()).containsExactly(Facet.village(Surabaya.area("Ketabang")));
        assertThat(vm.name(vm.filter().facets().getFirst())).isEqualTo("Ketabang");
    }

    @Test
    void whatIsMineIsNotUnclaimed() {
        vm.toggle(Facet.UNCLAIMED);
        vm.toggle(Facet.MINE);
        assertThat(vm.filter().facets()).containsExactly(Facet.MINE);
        vm.toggle(Facet.MINE);
        assertThat(vm.filter()).isEqualTo(QueueFilter.ALL);
    }

    @Test
    void aFilterIsSavedUnderANameAndFoundAfterARestart() {
        vm.toggle(Facet.BREACHED);
        vm.toggle(Facet.district(Surabaya.area("Gubeng")));
        vm.words("lampu & \"pohon\"");
        QueueFilter mine = vm.filter();
        vm.views("Pagi = siang?").getLast().choose().run();
        vm.clear();

        FilterViewModel later = new FilterViewModel(desk, words);
        Choice view = later.views("pagi").getFirst();
        assertThat(view.name()).isEqualTo("Pagi = siang?");
        view.choose().run();
        assertThat(desk.queue.filter()).isEqualTo(mine);
        java.util.Objects.requireNonNull(view.drop()).run();
        assertThat(names(later.views("pagi"))).containsExactly("pagi");
    }

    @Test
    void theCityGivesViewsThatCannotBeDeleted() {
        desk.queue.rows(Samples.rows());
        Choice calls = vm.views("112").getFirst();
        assertThat(calls.kind()).isEqualTo("Bersama");
        assertThat(calls.drop()).isNull();
        calls.choose().run();
        assertThat(vm.filter().facets()).containsExactly(Facet.channel("CC112"));
        assertThat(desk.queue.page().get().total()).isEqualTo(2);
    }

    @Test
    void nothingIsSavedWithoutANameOrAFilter() {
        assertThat(vm.views("baru")).isEmpty();
        vm.toggle(Facet.MINE);
        assertThat(names(vm.views("baru"))).containsExactly("baru");
        assertThat(names(vm.views(" "))).doesNotContain("");
    }
}
