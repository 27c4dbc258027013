package id.anjungan.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.text.Lang;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.kit.FakeDesk;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
    @Test
    void aDeskThatWasNeverSetUpIsDarkIndonesianAndAudible() {
        SettingsViewModel vm = new SettingsViewModel(new FakeDesk());
        assertThat(vm.theme.get()).isEqualTo(Theme.DARK);
        assertThat(vm.language.get()).isEqualTo(Lang.ID);
        assertThat(vm.sound.get()).isTrue();
    }

    @Test
    void whatIsChosenIsThereAtTheNextStart() {
        FakeDesk desk = new FakeDesk();
        SettingsViewModel vm = new SettingsViewModel(desk);
        vm.toggleTheme();
        vm.toggleLanguage();
        vm.sound.set(false);
        SettingsViewModel next = new SettingsViewModel(desk);
        assertThat(next.theme.get()).isEqualTo(Theme.LIGHT);
        assertThat(next.language.get()).isEqualTo(Lang.EN);
        assertThat(next.sound.get()).isFalse();
    }
}
