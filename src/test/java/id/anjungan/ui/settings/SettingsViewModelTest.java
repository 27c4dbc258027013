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

    @Test
    void whatWasSetAtAnotherDeskIsTakenOverAtOnce() {
        FakeDesk desk = new FakeDesk();
        SettingsViewModel vm = new SettingsViewModel(desk);
        desk.settings.put("theme", "light");
        desk.settings.put("language", "en");
        desk.settings.put("density", "compact");
        desk.settings.put("layout.panes", "file -map queue");
        desk.settings.put("keys", "CLAIM=shift+q");
        desk.settings.put("sound", "off");
        vm.reload();
        assertThat(vm.theme.get()).isEqualTo(Theme.LIGHT);
        assertThat(vm.language.get()).isEqualTo(Lang.EN);
        assertThat(vm.compact.get()).isTrue();
        assertThat(vm.sound.get()).isFalse();
        assertThat(vm.keys.get().changed(id.anjungan.ui.control.Act.CLAIM)).isTrue();
        assertThat(vm.panes.get().shown(SettingsView.PANES)).containsExactly("file", "queue");
    }
}
