package id.anjungan.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Refusal;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulkViewModelTest {
    private static final UUID FIRE = Samples.id("112-8841");
    private static final UUID CRASH = Samples.id("112-8839");
    private static final UUID FLOOD = Samples.id("WGK-55120");

    private final FakeDesk desk = Samples.busy();
    private final QueueViewModel queue = new QueueViewModel(desk, Surabaya.words(), Runnable::run);
    private final BulkViewModel vm = queue.bulk;
    private final List<Double> progress = new ArrayList<>();

    BulkViewModelTest() {
        desk.queue.page().subscribe(queue::show);
        desk.selection.subscribe(queue::showSelection);
        vm.progress.subscribe(p -> progress.add(p.doubleValue()));
    }

    @Test
    void whatIsMarkedIsClaimedTogetherWithProgressAndIsLetGoAfterwards() {
        queue.mark();
        queue.markMove(1);
        queue.markMove(1);
        assertThat(vm.marks.ids.get()).containsExactly(FIRE, CRASH, Samples.id("CHT-2207"));
        vm.claim();
        assertThat(desk.submitted).hasSize(3).allMatch(Command.ClaimCase.class::isInstance);
        assertThat(progress).containsSubsequence(0.0, 1.0 / 3, 2.0 / 3, 1.0, -1.0);
        assertThat(vm.outcome.get()).isEqualTo("3 diklaim");
        assertThat(vm.any()).isFalse();
        vm.undone();
        assertThat(vm.outcome.get()).isEmpty();
    }

    @Test
    void whatWasRefusedStaysMarkedWithTheReason() {
        desk.decides = c -> c.touches().contains(CRASH)
                ? new Decision.Refused(
                        Refusal.CLAIMED_BY_OTHER, Map.of("by", "ratna", "since", "2026-11-24T07:31:00Z"))
                : new Decision.Accepted(List.of());
        queue.markMove(1);
        vm.claim();
        assertThat(vm.marks.ids.get()).containsExactly(CRASH);
        assertThat(vm.outcome.get()).startsWith("1 diklaim · 1 ditolak: Sudah diklaim Ratna");
    }

    @Test
    void eachGoesToTheAgencyProposedForItsCategoryOrAllToOne() {
        queue.mark();
        vm.marks.add(List.of(FLOOD));
        vm.agencies("").getFirst().choose().run();
        assertThat(desk.submitted.stream().map(c -> ((Command.DisposeCase) c).agencies()))
                .containsExactly(List.of("DPKP"), List.of("DSDABM"));
        desk.submitted.clear();
        vm.marks.add(List.of(FIRE, FLOOD));
        vm.agencies("opd bpbd").getFirst().choose().run();
        assertThat(desk.submitted.stream().map(c -> ((Command.DisposeCase) c).agencies()))
                .containsExactly(List.of("BPBD"), List.of("BPBD"));
    }

    @Test
    void holdingNeedsAReasonAndClosingMayTellTheReporters() {
        queue.mark();
        assertThat(vm.hold(" ")).isEmpty();
        vm.hold("menunggu alat").getFirst().choose().run();
        assertThat(desk.submitted).containsExactly(new Command.HoldCase(FIRE, 0, "menunggu alat"));
        desk.submitted.clear();
        queue.mark();
        List<Outcome> chosen = new ArrayList<>();
        vm.outcomes("tuntas", chosen::add).getFirst().choose().run();
        assertThat(chosen).containsExactly(Outcome.RESOLVED);
        vm.close(Outcome.RESOLVED, "Sudah padam.").getFirst().choose().run();
        assertThat(desk.submitted).containsExactly(new Command.CloseCase(FIRE, 0, Outcome.RESOLVED, "Sudah padam."));
        desk.submitted.clear();
        vm.marks.add(List.of(FIRE));
        assertThat(vm.close(Outcome.DUPLICATE, "").getFirst().name()).isEqualTo("Tanpa jawaban ke pelapor");
    }

    @Test
    void aRangeGoesFromTheLastMarkAndMarksFollowTheirCases() {
        queue.mark(1);
        queue.markTo(3);
        assertThat(vm.marks.ids.get())
                .containsExactly(CRASH, Samples.id("CHT-2207"), FLOOD);
        desk.queue.rows(Samples.rows().reversed());
        assertThat(vm.marks.has(FLOOD)).isTrue();
        assertThat(vm.clear()).isTrue();
        assertThat(vm.clear()).isFalse();
        queue.markAll();
        assertThat(vm.marks.ids.get()).hasSize(Samples.rows().size());
    }

    @Test
    void noMoreThanAThousandAtOnce() {
        List<UUID> many = new ArrayList<>();
        for (int i = 0; i < Marks.MOST + 5; i++) {
            many.add(new UUID(1, i));
        }
        assertThat(vm.marks.add(many)).isFalse();
        assertThat(vm.marks.ids.get()).hasSize(Marks.MOST);
    }
}
