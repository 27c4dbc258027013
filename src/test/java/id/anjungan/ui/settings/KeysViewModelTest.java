package id.anjungan.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.KeyMap;
import id.anjungan.ui.control.Stroke;
import id.anjungan.ui.kit.FakeDesk;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class KeysViewModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final SettingsViewModel settings = new SettingsViewModel(desk);
    private final KeysViewModel vm = settings.choosing;

    private void press(KeyCode code) {
        vm.press(Stroke.plain(code));
    }

    private String shown(Act act) {
        return settings.keys.get().shown(act);
    }

    @Test
    void theNextPressIsTheKeyAndItIsKept() {
        vm.begin(Act.CLAIM);
        assertThat(vm.waits()).isTrue();
        vm.press(new Stroke(KeyCode.SHIFT, false, false, true));
        assertThat(vm.waits()).isTrue();
        vm.press(Stroke.shift(KeyCode.C));
        assertThat(vm.waits()).isFalse();
        assertThat(shown(Act.CLAIM)).isEqualTo("Shift C");
        assertThat(desk.settings).containsEntry("keys", "CLAIM=shift+c");
        assertThat(new SettingsViewModel(desk).keys.get().shown(Act.CLAIM)).isEqualTo("Shift C");
    }

    @Test
    void aTakenKeyIsToldAndNothingChangesUntilTheyAreExchanged() {
        vm.begin(Act.CLAIM);
        press(KeyCode.D);
        assertThat(Objects.requireNonNull(vm.problem.get()).other()).isEqualTo(Act.DISPOSE);
        assertThat(shown(Act.CLAIM)).isEqualTo("K");
        assertThat(vm.waits()).isTrue();
        press(KeyCode.ENTER);
        assertThat(shown(Act.CLAIM)).isEqualTo("D");
        assertThat(shown(Act.DISPOSE)).isEqualTo("K");
        assertThat(vm.waits()).isFalse();
    }

    @Test
    void anotherKeyMayBePressedInstead() {
        vm.begin(Act.CLAIM);
        press(KeyCode.D);
        press(KeyCode.F11);
        assertThat(shown(Act.CLAIM)).isEqualTo("F11");
        assertThat(shown(Act.DISPOSE)).isEqualTo("D");
    }

    @Test
    void escChangesNothing() {
        vm.begin(Act.CLAIM);
        press(KeyCode.D);
        press(KeyCode.ESCAPE);
        assertThat(vm.waits()).isFalse();
        assertThat(vm.problem.get()).isNull();
        assertThat(settings.keys.get()).isEqualTo(KeyMap.USUAL);
    }

    @Test
    void whatEveryTextFieldNeedsIsNotGivenAway() {
        vm.begin(Act.CLAIM);
        press(KeyCode.ENTER);
        assertThat(Objects.requireNonNull(vm.problem.get()).other()).isNull();
        vm.stop();
        vm.begin(Act.BACK);
        assertThat(vm.waits()).isFalse();
    }

    @Test
    void aSecondKeyStaysWhereItIs() {
        vm.begin(Act.CLAIM);
        press(KeyCode.SLASH);
        KeysViewModel.Problem p = Objects.requireNonNull(vm.problem.get());
        assertThat(p.other()).isEqualTo(Act.SEARCH);
        assertThat(vm.exchangeable(p)).isFalse();
        press(KeyCode.ENTER);
        assertThat(settings.keys.get()).isEqualTo(KeyMap.USUAL);
    }

    @Test
    void allAreAsTheyWere() {
        settings.keys.set(KeyMap.USUAL.with(Act.CLAIM, Stroke.plain(KeyCode.F11)));
        vm.reset();
        assertThat(settings.keys.get()).isEqualTo(KeyMap.USUAL);
        assertThat(desk.settings).containsEntry("keys", "");
    }
}
