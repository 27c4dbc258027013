package id.anjungan.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Priority;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.Facet;
import id.anjungan.state.QueueRow;
import id.anjungan.state.Viewer;
import id.anjungan.ui.control.Countdown;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueViewModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final QueueViewModel vm = new QueueViewModel(desk, Surabaya.words(), Runnable::run);
    private final List<String> changes = new ArrayList<>();

    QueueViewModelTest() {
        desk.queue.page().subscribe(vm::show);
        desk.selection.subscribe(vm::showSelection);
        vm.slots.addListener((ListChangeListener<Slot>) c -> changes.add("changed"));
    }

    private static QueueRow row(int n) {
        return Samples.row("WGK-" + n, "WARGAKU", "BNJ-GEN", Priority.HIGH, "Banjir " + n, "Sukolilo", "", null, Duration.ofHours(1), 1);
    }

    private static QueueRow emergency(int n) {
        return Samples.row("WGK-" + n, "CC112", "KBK", Priority.EMERGENCY, "Kebakaran " + n, "Sukolilo", "", null, Duration.ofMinutes(5), 1);
    }

    private static List<QueueRow> rows(int count) {
        List<QueueRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private @Nullable String numberAt(int index) {
        QueueRow r = vm.slots.get(index).row.get();
        return r == null ? null : r.number();
    }

    @Test
    void oneRowThatChangesDoesNotTouchTheList() {
        desk.queue.rows(rows(50));
        changes.clear();
        Slot slot = vm.slots.get(3);
        desk.queue.change(Samples.row("WGK-3", "WARGAKU", "BNJ-GEN", Priority.LOW, "Surut", "Sukolilo", "", "ratna", null, 1));
        assertThat(changes).isEmpty();
        assertThat(vm.slots.get(3)).isSameAs(slot);
        QueueRow now = slot.row.get();
        assertThat(now).isNotNull();
        assertThat(now.title()).isEqualTo("Surut");
    }

    @Test
    void onlyAWindowIsHeldAndScrollingAsksForTheNext() {
        desk.queue.rows(rows(5_000));
        vm.visible(0, 14);
        assertThat(vm.slots).hasSize(5_000);
        assertThat(numberAt(0)).isEqualTo("WGK-0");
        assertThat(numberAt(4_000)).isNull();
        vm.visible(4_000, 4_014);
        assertThat(numberAt(4_000)).isEqualTo("WGK-4000");
        assertThat(numberAt(0)).isNull();
        assertThat(desk.queue.windowCount()).isLessThan(200);
    }

    @Test
    void whatIsNewIsOnlyCountedUntilAskedFor() {
        desk.queue.rows(rows(10));
        assertThat(vm.held()).as("before anything is known of the line").isFalse();
        vm.showStatus(desk.status.get());
        assertThat(desk.queue.held()).isTrue();
        desk.queue.arrive(row(998));
        desk.queue.arrive(row(999));
        assertThat(vm.arrived.get()).isEqualTo(2);
        assertThat(numberAt(0)).isEqualTo("WGK-0");
        vm.showArrived();
        assertThat(numberAt(0)).isEqualTo("WGK-999");
        assertThat(vm.arrived.get()).isZero();
    }

    @Test
    void aDeskThatIsBeingFilledHoldsNothingBackUntilSomebodyReads() {
        desk.queue.rows(rows(3));
        vm.showStatus(new DeskStatus(DeskStatus.Link.LOADING, FakeDesk.START, Duration.ZERO, 0, 0, 0, 10, null));
        assertThat(desk.queue.held()).isFalse();
        desk.queue.arrive(row(999));
        assertThat(numberAt(0)).isEqualTo("WGK-999");
        vm.touched(true);
        assertThat(desk.queue.held()).isTrue();
        vm.touched(false);
        assertThat(desk.queue.held()).as("nobody knows where the eyes are").isTrue();
    }

    @Test
    void anEmergencyComesInAboveAndWhatIsReadStaysWhereItIsOnTheScreen() {
        List<Integer> moved = new ArrayList<>();
        vm.shifted = moved::add;
        desk.queue.rows(rows(100));
        vm.showStatus(desk.status.get());
        vm.select(Samples.id("WGK-22"));
        vm.visible(20, 34);
        desk.queue.arrive(emergency(999));
        assertThat(numberAt(0)).isEqualTo("WGK-999");
        assertThat(numberAt(21)).isEqualTo("WGK-20");
        assertThat(moved).containsExactly(1);
        assertThat(vm.selected.get()).isEqualTo(Samples.id("WGK-22"));
        assertThat(vm.arrived.get()).isZero();
        vm.visible(0, 14);
        desk.queue.arrive(emergency(1_000));
        assertThat(moved).as("at the top it is seen at once").containsExactly(1);
    }

    @Test
    void aListThatComesBackToTheScreenIsUpToDateUnlessLeftInTheMiddle() {
        desk.queue.rows(rows(100));
        vm.showStatus(desk.status.get());
        desk.queue.arrive(row(998));
        vm.appears();
        assertThat(numberAt(0)).isEqualTo("WGK-998");
        vm.visible(20, 34);
        desk.queue.arrive(row(999));
        vm.appears();
        assertThat(vm.arrived.get()).isEqualTo(1);
    }

    @Test
    void nothingThatComesOrGoesMovesTheSelection() {
        desk.queue.rows(rows(10));
        vm.showStatus(desk.status.get());
        vm.select(Samples.id("WGK-9"));
        desk.queue.arrive(emergency(999));
        desk.queue.rows(rows(5));
        desk.queue.arrive(row(998));
        vm.showArrived();
        assertThat(desk.selection.get()).contains(Samples.id("WGK-9"));
        assertThat(vm.selected.get()).isEqualTo(Samples.id("WGK-9"));
    }

    @Test
    void anotherFilterBeginsAtTheTop() {
        List<Integer> moved = new ArrayList<>();
        vm.shifted = moved::add;
        desk.queue.rows(rows(5_000));
        vm.visible(4_000, 4_014);
        vm.filters.toggle(Facet.UNCLAIMED);
        assertThat(moved).containsExactly(-4_000);
        assertThat(numberAt(0)).isEqualTo("WGK-0");
        vm.visible(0, 14);
        assertThat(numberAt(14)).isEqualTo("WGK-14");
    }

    @Test
    void arrowsMoveTheSelectionOfTheWholeDesk() {
        desk.queue.rows(rows(3));
        vm.move(1);
        assertThat(desk.selection.get()).contains(Samples.id("WGK-0"));
        vm.move(1);
        vm.move(1);
        vm.move(1);
        assertThat(desk.selection.get()).contains(Samples.id("WGK-2"));
        vm.move(-1);
        assertThat(desk.selection.get()).contains(Samples.id("WGK-1"));
    }

    @Test
    void theWorstCaseNobodyHasIsOneKeyAwayAlsoWhenItHasJustCome() {
        List<QueueRow> rows = new ArrayList<>(rows(3));
        rows.addFirst(Samples.row("WGK-77", "WARGAKU", "BNJ-GEN", Priority.HIGH, "Banjir", "Sukolilo", "", "ratna", null, 1));
        desk.queue.rows(rows);
        vm.showStatus(desk.status.get());
        vm.worstUnclaimed();
        assertThat(desk.selection.get()).contains(Samples.id("WGK-0"));
        desk.queue.rows(rows.subList(0, 1));
        desk.queue.arrive(row(999));
        assertThat(vm.arrived.get()).isEqualTo(1);
    }

    @Test
    void aRowSaysHowLateItIsAndThatNobodyHasIt() {
        RowTexts t = RowTexts.of(Samples.rows().getFirst(), Column.USUAL, List.of(), Surabaya.words().get(), desk.now());
        assertThat(t.clock()).isEqualTo("−02:14");
        assertThat(t.urgency()).isEqualTo(Countdown.Urgency.LATE);
        assertThat(t.holder()).isEqualTo("Belum diklaim");
        assertThat(t.details()).containsExactly(
                new RowTexts.Detail("Tambaksari · Pacarkeling", false), new RowTexts.Detail("3 laporan", true));
    }

    @Test
    void aRowTellsWhoElseLooksAtTheCaseAndWhoWrites() {
        desk.queue.rows(Samples.rows());
        UUID fire = Samples.id("112-8841");
        desk.queue.viewers(java.util.Map.of(fire, List.of(new Viewer("dimas", false), new Viewer("ratna", true))));
        RowTexts t = RowTexts.of(
                Samples.rows().getFirst(), List.of(), vm.viewers.get().getOrDefault(fire, List.of()), Surabaya.words().get(), desk.now());
        assertThat(t.details()).extracting(RowTexts.Detail::text).containsExactly("DP melihat", "RK menulis…");
    }

    @Test
    void aRowMarksHowManyReportsAreMergedIntoItAndItsTags() {
        QueueRow r = Samples.rows().getFirst();
        QueueRow merged = new QueueRow(
                r.id(), r.number(), r.channel(), r.category(), r.priority(), r.state(), r.title(), r.district(), r.village(),
                r.claimedBy(), false, true, false, 1, r.due(), false, 1, r.receivedAt(), false, r.clock(), r.agencies(), 4, false,
                List.of("adipura", "gudang"));
        assertThat(RowTexts.of(merged, Column.USUAL, List.of(), Surabaya.words().get(), desk.now()).details())
                .contains(new RowTexts.Detail("5 digabung", true), new RowTexts.Detail("#adipura #gudang", true));
    }

    @Test
    void aCaseWhoseWordsMayNotBeSeenShowsItsCategory() {
        QueueRow hidden = Samples.row("1", "CC112", "KBK", Priority.EMERGENCY, "", "Gubeng", "", "ratna", null, 1);
        RowTexts t = RowTexts.of(hidden, Column.USUAL, List.of(), Surabaya.words().get(), desk.now());
        assertThat(t.title()).isEqualTo("Kebakaran");
        assertThat(t.holder()).isEqualTo("RK");
        assertThat(t.clock()).isEqualTo("—");
    }
}
