package id.anjungan.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Person;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Facet;
import id.anjungan.state.OlderFound;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.QueueRow;
import id.anjungan.state.SearchFound;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final FakeDesk desk = Samples.busy();
    private final List<Runnable> late = new ArrayList<>();
    private final List<UUID> opened = new ArrayList<>();
    private final List<QueueFilter> filtered = new ArrayList<>();
    private final List<CaseFile> read = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private boolean slow;
    private final SearchViewModel vm = new SearchViewModel(
            desk, Surabaya.words(),
            task -> {
                if (slow) {
                    late.add(task);
                } else {
                    task.run();
                }
            },
            new Hands() {
                @Override
                public void open(UUID caseId) {
                    opened.add(caseId);
                }

                @Override
                public void read(CaseFile file) {
                    read.add(file);
                }

                @Override
                public void filter(QueueFilter filter) {
                    filtered.add(filter);
                }

                @Override
                public List<Doable> doables() {
                    return List.of(
                            new Doable(Doable.Kind.COMMAND, "Naikkan tingkat", "E", () -> done.add("escalate")),
                            new Doable(Doable.Kind.SETTING, "Tema: Gelap", "", () -> done.add("dark")));
                }
            });

    private void type(String text) {
        vm.textProperty().set(text);
    }

    private List<String> numbers() {
        return vm.hits.stream()
                .filter(Hit.OfCase.class::isInstance)
                .map(h -> ((Hit.OfCase) h).row().number())
                .toList();
    }

    @Test
    void itFindsWhileOneTypesFromTheSecondLetterOn() {
        type("b");
        assertThat(vm.hits).isEmpty();
        type("kebakaran");
        assertThat(vm.showing.get()).isTrue();
        assertThat(numbers()).contains("112-8841");
    }

    @Test
    void anAnswerToAnOlderQuestionIsThrownAway() {
        slow = true;
        type("kebakaran");
        type("kecelakaan");
        late.get(1).run();
        late.get(0).run();
        assertThat(numbers()).containsExactly("112-8839");
    }

    @Test
    void whatWasCancelledIsNotToldAndWhatFailedIs() {
        CompletableFuture<SearchFound> cancelled = new CompletableFuture<>();
        desk.finds = q -> cancelled;
        type("kebakaran");
        cancelled.cancel(false);
        assertThat(vm.problem.get()).isEmpty();
        desk.finds = q -> CompletableFuture.failedFuture(new IllegalStateException("disk"));
        type("kebakarans");
        assertThat(vm.problem.get()).startsWith("Pencarian gagal");
    }

    @Test
    void enterOpensTheMarkedOneAndPutsTheListAway() {
        type("padam");
        assertThat(vm.choose()).isTrue();
        assertThat(opened).containsExactly(Samples.id("LPR-9902133"));
        assertThat(vm.showing.get()).isFalse();
        assertThat(vm.textProperty().get()).isEmpty();
    }

    @Test
    void nothingFoundHereAsksTheServerForWhatHasLeft() {
        type("zzzz");
        assertThat(vm.nothingHere()).isTrue();
        assertThat(vm.choose()).isTrue();
        assertThat(opened).isEmpty();
        assertThat(desk.olderAsked).containsExactly("zzzz");
        assertThat(vm.server.get()).startsWith("Server tidak menemukan");
        assertThat(vm.showing.get()).isTrue();
    }

    private void chooseGroup(Hit.Group group) {
        vm.choose(vm.hits.stream().filter(h -> h.group() == group).findFirst().orElseThrow());
    }

    @Test
    void olderOnesAreAskedOfTheServerAndReadOnly() {
        QueueRow row = desk.queue().page().get().rows().getFirst();
        desk.older.add(new OlderFound.Older(row, Instant.parse("2026-01-05T03:00:00Z")));
        type("kebakaran");
        assertThat(desk.olderAsked).as("only when asked").isEmpty();
        chooseGroup(Hit.Group.OLDER);
        assertThat(desk.olderAsked).containsExactly("kebakaran");
        assertThat(vm.hits.getLast()).isInstanceOf(Hit.OfOlder.class);
        assertThat(vm.server.get()).isEmpty();
        desk.select(row.id());
        chooseGroup(Hit.Group.OLDER);
        assertThat(read).hasSize(1);
        assertThat(opened).isEmpty();
        assertThat(vm.showing.get()).isFalse();
    }

    @Test
    void aServerThatIsAwayIsSaidAndMayBeAskedAgain() {
        desk.serverAway = true;
        type("kebakaran");
        chooseGroup(Hit.Group.OLDER);
        assertThat(vm.server.get()).startsWith("Server tidak menjawab");
        desk.serverAway = false;
        chooseGroup(Hit.Group.OLDER);
        assertThat(vm.server.get()).startsWith("Server tidak menemukan");
        type("kec:Tambaksari kebakaran");
        assertThat(vm.offersServer()).as("the server looks by words and reporter only").isFalse();
        type("telp:0812345");
        chooseGroup(Hit.Group.OLDER);
        assertThat(desk.olderAsked).endsWith("0812345");
    }

    @Test
    void operatorsAskMoreThanWordsAndAreSaid() {
        type("kec:Tambaksari status:terverifikasi kebakaran");
        assertThat(numbers()).containsExactly("112-8841");
        assertThat(desk.questions.getLast().districts()).containsExactly(Surabaya.area("Tambaksari"));
        assertThat(desk.questions.getLast().states()).containsExactly(CaseState.VERIFIED);
        assertThat(vm.understood).containsExactly("kec: Tambaksari", "status: terverifikasi");
    }

    @Test
    void anUnknownOperatorIsSaidAndNothingIsFoundInstead() {
        int before = desk.questions.size();
        type("warna:merah kebakaran");
        assertThat(vm.problem.get()).startsWith("Tidak ada penanda “warna:”.").contains("kec, kel").contains("kutip");
        assertThat(vm.hits).isEmpty();
        assertThat(vm.showing.get()).isTrue();
        assertThat(desk.questions).hasSize(before);
        type("kecamtan:x");
        assertThat(vm.problem.get()).contains("Maksud Anda kecamatan:?");
        type("kec:Tambaksri");
        assertThat(vm.problem.get()).isEqualTo("kec: tidak ada “Tambaksri”. Maksud Anda Tambaksari?");
        type("kebakaran");
        assertThat(vm.problem.get()).isEmpty();
    }

    @Test
    void tabGoesOnAsOffered() {
        type("kec:tamb");
        assertThat(vm.complete()).isTrue();
        assertThat(vm.textProperty().get()).isEqualTo("kec:Tambaksari ");
        assertThat(vm.complete()).isFalse();
    }

    @Test
    void whatTheQueueCanShowGoesThere() {
        type("kec:Tambaksari lewat");
        assertThat(vm.toQueue()).isTrue();
        assertThat(filtered).containsExactly(
                QueueFilter.ALL.with(Facet.BREACHED).with(Facet.district(Surabaya.area("Tambaksari"))));
        type("status:baru");
        assertThat(vm.toQueue()).isFalse();
    }

    @Test
    void aDistrictFiltersTheQueueAndAVillageIsLookedInto() {
        type("tambaksari");
        assertThat(vm.hits).filteredOn(h -> h.group() == Hit.Group.AREA).hasSize(2);
        vm.choose(vm.hits.stream()
                .filter(h -> h instanceof Hit.OfArea a && a.level() == Operator.DISTRICT)
                .findFirst()
                .orElseThrow());
        assertThat(filtered).containsExactly(QueueFilter.ALL.with(Facet.district(Surabaya.area("Tambaksari"))));
        type("ketabang");
        vm.choose(vm.hits.stream().filter(h -> h.group() == Hit.Group.AREA).findFirst().orElseThrow());
        assertThat(vm.textProperty().get()).isEqualTo("kel:Ketabang ");
    }

    @Test
    void aPersonShowsTheirCasesByPhone() {
        desk.reporters.add(new SearchFound.Reporter(
                new Person(Ids.of("p"), "Sumiati", "081234567841", null, null, false), 3));
        type("sumi");
        vm.choose(vm.hits.stream().filter(h -> h.group() == Hit.Group.PERSON).findFirst().orElseThrow());
        assertThat(vm.textProperty().get()).isEqualTo("telp:081234567841 ");
        assertThat(desk.questions.getLast().reporter()).isEqualTo("081234567841");
    }

    @Test
    void anAddressShowsWhatHappenedThere() {
        desk.addresses.add("Jl. Pacar Keling V/12");
        type("pacar");
        vm.choose(vm.hits.stream().filter(h -> h.group() == Hit.Group.ADDRESS).findFirst().orElseThrow());
        assertThat(vm.textProperty().get()).isEqualTo("alamat:\"Jl. Pacar Keling V/12\" ");
        assertThat(desk.questions.getLast().address()).isEqualTo("Jl. Pacar Keling V/12");
    }

    @Test
    void commandsAndSettingsAreDoneByName() {
        type("naik");
        chooseGroup(Hit.Group.COMMAND);
        type("gelap");
        chooseGroup(Hit.Group.SETTING);
        assertThat(done).containsExactly("escalate", "dark");
        int before = desk.questions.size();
        type(">");
        assertThat(vm.hits).hasSize(2);
        type(">tema");
        assertThat(vm.hits).hasSize(1);
        assertThat(desk.questions).hasSize(before);
    }
}
