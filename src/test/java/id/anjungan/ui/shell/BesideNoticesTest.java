package id.anjungan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Entry;
import id.anjungan.state.Beside;
import id.anjungan.state.QueueRow;
import id.anjungan.text.Lang;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What an operator is told of reminders and of watched cases.
class BesideNoticesTest {
    private final FakeDesk desk = new FakeDesk();
    private final ShellViewModel vm = new ShellViewModel(desk, Surabaya.words(), Runnable::run);
    private final QueueRow row = Samples.rows().getFirst();

    private Beside reminded(Instant at) {
        return new Beside(List.of(), List.of(new Beside.Reminded(row, at, !at.isAfter(desk.now()))), List.of());
    }

    private Beside changed(Entry... news) {
        return new Beside(List.of(), List.of(), List.of(new Beside.Changed(row, List.of(news))));
    }

    private static Entry entry(String code, String actor) {
        return new Entry(
                UUID.randomUUID(), Samples.rows().getFirst().id(), code, Map.of(), actor, FakeDesk.START, FakeDesk.START, false, null);
    }

    @Test
    void aReminderIsToldWhenItIsDueAndOnceOnly() {
        Instant at = desk.now().plusSeconds(60);
        vm.showBeside(reminded(at));
        assertThat(vm.notices).as("not before").isEmpty();
        desk.pass(Duration.ofSeconds(60));
        vm.showBeside(reminded(at));
        vm.showBeside(reminded(at));
        assertThat(vm.notices).singleElement().satisfies(n -> {
            assertThat(n.title()).isEqualTo("Kembali ke 112-8841 (14.33)");
            assertThat(n.why()).isEqualTo("Kebakaran rumah, asap tebal");
            assertThat(n.caseId()).as("the way to the case").isEqualTo(row.id());
        });
        vm.dismiss(vm.notices.getFirst());
        vm.showBeside(reminded(at));
        assertThat(vm.notices).as("what was put away stays away").isEmpty();
    }

    @Test
    void aReminderThatIsSetAnewIsToldAnew() {
        vm.showBeside(reminded(desk.now()));
        vm.dismiss(vm.notices.getFirst());
        desk.pass(Duration.ofMinutes(5));
        vm.showBeside(reminded(desk.now()));
        assertThat(vm.notices).hasSize(1);
    }

    @Test
    void aNoticeGoesWithItsCause() {
        vm.showBeside(reminded(desk.now()));
        vm.showBeside(Beside.NONE);
        assertThat(vm.notices).isEmpty();
    }

    @Test
    void newsOfAWatchedCaseSayHowMuchAndWhoWasLast() {
        Entry first = entry("noted", "bima");
        vm.showBeside(changed(first));
        assertThat(vm.notices).singleElement().satisfies(n -> {
            assertThat(n.title()).isEqualTo("112-8841: ada yang baru pada aduan pantauan Anda");
            assertThat(n.why()).startsWith("Bima Santoso · ");
            assertThat(n.caseId()).isEqualTo(row.id());
        });
        vm.showBeside(changed(first, entry("escalated", "system:ticker")));
        assertThat(vm.notices).as("one for the case, the latest").singleElement().satisfies(n -> {
            assertThat(n.title()).isEqualTo("112-8841: 2 hal baru pada aduan pantauan Anda");
            assertThat(n.why()).doesNotContain("system:ticker");
        });
    }

    @Test
    void bothLanguagesTellIt() {
        Beside b = new Beside(
                List.of(), List.of(new Beside.Reminded(row, desk.now(), true)),
                List.of(new Beside.Changed(row, List.of(entry("noted", "bima")))));
        for (Lang lang : Lang.values()) {
            assertThat(BesideNotices.of(b, Surabaya.words(lang), desk.now())).hasSize(2).allSatisfy(n -> assertThat(n.title())
                    .contains("112-8841")
                    .doesNotContain("shell."));
        }
    }
}
