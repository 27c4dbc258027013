package id.anjungan.ui.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Priority;
import id.anjungan.state.AlarmRow;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class AlarmViewModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final List<Priority> heard = new ArrayList<>();
    private final SimpleBooleanProperty sound = new SimpleBooleanProperty(true);
    private final AlarmViewModel vm = new AlarmViewModel(desk, Surabaya.words(), desk::submit, heard::add, sound);

    private static AlarmRow row(String number, Priority priority, boolean sensitive) {
        return new AlarmRow(
                new Alarm(
                        Ids.of("alarm", number), "k" + number, Alarm.Kind.EMERGENCY, Samples.id(number), priority, 1,
                        FakeDesk.START, null, null, null, false),
                number, "KBK", Surabaya.area("Tambaksari"), null, FakeDesk.START.minusSeconds(134), sensitive);
    }

    @Test
    void theWorstStandsInTheBarInWordsAndTheOthersAreCounted() {
        vm.show(List.of(row("1", Priority.EMERGENCY, false), row("2", Priority.HIGH, false)));
        AlarmTexts worst = Objects.requireNonNull(vm.worst.get());
        assertThat(worst.head()).isEqualTo("KEBAKARAN");
        assertThat(worst.line()).isEqualTo("Tambaksari · lewat 02:14 · belum diklaim");
        assertThat(vm.others.get()).isEqualTo("1 alarm lain · suara menyala");
    }

    @Test
    void aSensitiveAlarmDoesNotSayWhatItIs() {
        vm.show(List.of(row("1", Priority.EMERGENCY, true)));
        assertThat(Objects.requireNonNull(vm.worst.get()).head()).isEqualTo("DARURAT");
    }

    @Test
    void acknowledgingTakesTheWorstOne() {
        vm.show(List.of(row("1", Priority.EMERGENCY, false), row("2", Priority.HIGH, false)));
        vm.acknowledge();
        assertThat(desk.submitted)
                .containsExactly(new Command.AcknowledgeAlarm(Ids.of("alarm", "1"), Samples.id("1")));
    }

    @Test
    void eachAlarmSoundsOnceAndNotWhenMuted() {
        vm.show(List.of(row("1", Priority.EMERGENCY, false)));
        vm.show(List.of(row("1", Priority.EMERGENCY, false)));
        assertThat(heard).containsExactly(Priority.EMERGENCY);
        sound.set(false);
        vm.show(List.of(row("1", Priority.EMERGENCY, false), row("2", Priority.HIGH, false)));
        assertThat(heard).hasSize(1);
        assertThat(vm.others.get()).contains("suara dibisukan");
    }

    @Test
    void latenessGrowsWithTimeAndNothingIsLeftWhenAllAreSeen() {
        vm.show(List.of(row("1", Priority.EMERGENCY, false)));
        desk.pass(Duration.ofSeconds(6));
        vm.tick(desk.now());
        assertThat(Objects.requireNonNull(vm.worst.get()).line()).contains("lewat 02:20");
        vm.show(List.of());
        assertThat(vm.worst.get()).isNull();
        assertThat(vm.any()).isFalse();
    }
}
