package id.anjungan.ui.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Command;
import id.anjungan.domain.Role;
import id.anjungan.domain.WallPlan;
import id.anjungan.state.WallData;
import id.anjungan.state.WallFigures;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.WallSamples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WallEditorModelTest {
    private final FakeDesk desk = new FakeDesk(Actor.of("yusuf", "Yusuf", Role.LEAD));
    private final List<Command> given = new ArrayList<>();
    private final WallEditorModel vm = new WallEditorModel(desk, given::add);

    private List<String> kinds() {
        return vm.pages.get().stream().map(WallPlan.Page::kind).toList();
    }

    @Test
    void theLeadReordersAndAppliesAsAWhole() {
        vm.move(1, -1);
        assertThat(kinds()).startsWith("map", "overview");
        vm.set(0, vm.pages.get().getFirst().withShown(false).withSeconds(45));
        vm.message.set(" Apel 15.00 ");
        vm.ticker.set("Satu\n\nDua\n");
        vm.take.set(120);
        assertThat(vm.changed.get()).isTrue();
        assertThat(given).isEmpty();
        vm.apply();
        assertThat(given).singleElement().isInstanceOfSatisfying(Command.ComposeWall.class, c -> {
            assertThat(c.plan().pages().getFirst()).isEqualTo(new WallPlan.Page("map", 45, false, 0, 0));
            assertThat(c.plan().message()).isEqualTo("Apel 15.00");
            assertThat(c.plan().ticker()).containsExactly("Satu", "Dua");
            assertThat(c.plan().take()).hasSeconds(120);
        });
    }

    @Test
    void whatSomebodyElseAppliesComesInUnlessSomethingWasChangedHere() {
        vm.show(new WallData(WallSamples.plan("Dari meja lain", List.of()), WallFigures.EMPTY));
        assertThat(vm.message.get()).isEqualTo("Dari meja lain");
        assertThat(vm.changed.get()).isFalse();
        vm.message.set("Punya saya");
        vm.show(new WallData(WallSamples.plan("Lagi", List.of()), WallFigures.EMPTY));
        assertThat(vm.message.get()).isEqualTo("Punya saya");
        assertThat(vm.changed.get()).isTrue();
        vm.reset();
        assertThat(vm.message.get()).isEqualTo("Lagi");
        assertThat(vm.changed.get()).isFalse();
    }

    @Test
    void hoursAreReadAsTheyAreWritten() {
        WallPlan.Page p = WallPlan.Page.of("shift", 20);
        assertThat(WallEditorModel.at(p, "7-15").orElseThrow()).isEqualTo(p.between(420, 900));
        assertThat(WallEditorModel.at(p, "22.30–06.00").orElseThrow()).isEqualTo(p.between(1_350, 360));
        assertThat(WallEditorModel.at(p, " ").orElseThrow()).isEqualTo(p);
        assertThat(WallEditorModel.at(p, "besok")).isEmpty();
        assertThat(WallEditorModel.at(p, "25-26")).isEmpty();
        assertThat(WallEditorModel.hours(p.between(1_350, 360))).isEqualTo("22.30–06.00");
    }

    @Test
    void anOperatorMayNotCompose() {
        assertThat(vm.may()).isTrue();
        assertThat(new WallEditorModel(new FakeDesk(), given::add).may()).isFalse();
    }
}
