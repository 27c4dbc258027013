package id.anjungan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Refusal;
import id.anjungan.state.SearchFound;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.state.Facet;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// An operator at the console, by mouse and by key.
@ExtendWith(ApplicationExtension.class)
class ShellTest {
    private static final UUID FIRE = Samples.id("112-8841");
    private final FakeDesk desk = Samples.busy();
    @SuppressWarnings("NullAway.Init") // made by the toolkit before each test
    private Shell shell;

    @Start
    void start(Stage stage) {
        desk.queue.hold(false);
        desk.queue.rows(Samples.rows());
        shell = new Shell(desk, p -> Surabaya.AREAS, AlarmSound.NONE);
        stage.setScene(shell.scene(948, 900));
        stage.show();
    }

    private static String text(Node n) {
        return n instanceof Labeled l && l.getText() != null ? l.getText() : "";
    }

    private boolean shows(FxRobot robot, String words) {
        return !robot.lookup((Node n) -> n instanceof Label && n.isVisible() && text(n).contains(words)).queryAll().isEmpty();
    }

    private void type(FxRobot robot, KeyCode... keys) {
        robot.interact(() -> shell.root().requestFocus());
        robot.type(keys);
    }

    @Test
    void aTileFiltersTheQueue(FxRobot robot) {
        robot.clickOn("#tile-SP4N");
        assertThat(desk.queue.filter().channels()).isEqualTo(Set.of("SP4N"));
        await().untilAsserted(() -> assertThat(robot.lookup("#queue").queryListView().getItems()).hasSize(2));
        robot.clickOn("#tile-SP4N");
        assertThat(desk.queue.filter().channels()).isEmpty();
    }

    @Test
    void downThenKClaimsTheNextCase(FxRobot robot) {
        robot.interact(() -> robot.lookup("#queue").query().requestFocus());
        robot.type(KeyCode.DOWN);
        assertThat(desk.selection.get()).contains(Samples.id("112-8839"));
        robot.type(KeyCode.UP);
        await().until(() -> shell.caseFile.shown().map(c -> c.id().equals(FIRE)).orElse(false));
        robot.type(KeyCode.K);
        assertThat(desk.submitted).containsExactly(new Command.ClaimCase(FIRE));
    }

    @Test
    void arrowsWorkWithoutTheListAndInTheListAlike(FxRobot robot) {
        type(robot, KeyCode.DOWN);
        type(robot, KeyCode.DOWN);
        assertThat(desk.selection.get()).contains(Samples.id("CHT-2207"));
    }

    @Test
    void dAndEnterDisposeToTheProposedAgency(FxRobot robot) {
        type(robot, KeyCode.D);
        await().until(() -> shell.root().getScene().getFocusOwner() instanceof TextInputControl);
        robot.type(KeyCode.ENTER);
        assertThat(desk.submitted).containsExactly(new Command.DisposeCase(FIRE, 0, List.of("DPKP"), null));
        await().until(() -> !robot.lookup("#form").query().isVisible());
    }

    @Test
    void theRightTemplateIsAnsweredWithInFourKeys(FxRobot robot) {
        type(robot, KeyCode.R);
        robot.write("/");
        await().until(() -> "template-filter".equals(shell.root().getScene().getFocusOwner().getId()));
        assertThat(robot.lookup(".template-line").queryAll().size()).isGreaterThan(3);
        robot.type(KeyCode.ENTER);
        await().until(() -> "reply".equals(shell.root().getScene().getFocusOwner().getId()));
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(desk.submitted).singleElement().isInstanceOfSatisfying(Command.AnswerCase.class, c -> assertThat(c.text())
                .startsWith("Petugas DPKP sedang menuju"));
    }

    @Test
    void aTemplateIsChosenByItsNumberAndEscGivesTheKeyboardBack(FxRobot robot) {
        type(robot, KeyCode.R);
        robot.write("/");
        await().until(() -> "template-filter".equals(shell.root().getScene().getFocusOwner().getId()));
        robot.type(KeyCode.ESCAPE);
        assertThat(shell.root().getScene().getFocusOwner().getId()).isEqualTo("reply");
        robot.write("/");
        await().until(() -> "template-filter".equals(shell.root().getScene().getFocusOwner().getId()));
        robot.write("2");
        assertThat(robot.lookup("#reply").queryTextInputControl().getText()).startsWith("Segera keluar");
    }

    @Test
    void escPutsAFormAwayAndLettersWhileWritingAreLetters(FxRobot robot) {
        type(robot, KeyCode.N);
        await().until(() -> shell.root().getScene().getFocusOwner() instanceof TextInputControl);
        robot.write("kadas");
        assertThat(desk.submitted).isEmpty();
        assertThat(robot.lookup("#form-text").queryTextInputControl().getText()).isEqualTo("kadas");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#form").query().isVisible()).isFalse();
    }

    @Test
    void aAcknowledgesTheWorstAlarm(FxRobot robot) {
        type(robot, KeyCode.A);
        assertThat(desk.submitted).containsExactly(new Command.AcknowledgeAlarm(Ids.of("alarm", "112-8841"), FIRE));
        robot.clickOn("#acknowledge");
        assertThat(desk.submitted).hasSize(2);
        robot.interact(() -> desk.alarms.set(List.of()));
        await().until(() -> !shows(robot, "KEBAKARAN"));
    }

    @Test
    void aChangeOfLanguageChangesTheWordsAndKeepsWhatIsTyped(FxRobot robot) {
        robot.interact(() -> robot.lookup("#reply").queryTextInputControl().setText("Petugas sudah"));
        robot.clickOn("#language");
        await().until(() -> shows(robot, "Unclaimed"));
        assertThat(shows(robot, "Belum diklaim")).isFalse();
        assertThat(robot.lookup("#reply").queryTextInputControl().getText()).isEqualTo("Petugas sudah");
        assertThat(desk.settings).containsEntry("language", "en");
    }

    @Test
    void aClosedLanguageLeavesNoListenersBehind(FxRobot robot) {
        int before = desk.tiles.listeners() + desk.selection.listeners() + desk.map.listeners() + desk.status.listeners();
        robot.interact(() -> shell.settings.toggleLanguage());
        await().until(() -> shows(robot, "Unclaimed"));
        int after = desk.tiles.listeners() + desk.selection.listeners() + desk.map.listeners() + desk.status.listeners();
        assertThat(after).isEqualTo(before);
        robot.interact(() -> shell.root().getScene().setRoot(new StackPane()));
        assertThat(desk.tiles.listeners() + desk.map.listeners() + desk.alarms.listeners() + desk.chats.listeners()).isZero();
    }

    @Test
    void theQueueStandsStillWhileSomebodyReads(FxRobot robot) {
        robot.interact(() -> robot.lookup("#queue").query().requestFocus());
        robot.type(KeyCode.DOWN);
        robot.interact(() -> desk.queue.arrive(Samples.row(
                "WGK-1", "WARGAKU", "BNJ-GEN", Priority.HIGH, "Banjir baru", "Sukolilo", "Keputih", null, Duration.ofHours(1), 1)));
        await().until(() -> shows(robot, "↑ 1 baru"));
        assertThat(shows(robot, "Banjir baru")).isFalse();
        robot.type(KeyCode.HOME);
        await().until(() -> shows(robot, "Banjir baru"));
    }

    @Test
    void breachedCasesOfOneDistrictByKeysAlone(FxRobot robot) {
        type(robot, KeyCode.F);
        await().until(() -> robot.lookup("#picker").query().isFocused());
        robot.write("lew");
        robot.type(KeyCode.ENTER);
        robot.write("tamb");
        robot.type(KeyCode.ENTER, KeyCode.ESCAPE);
        assertThat(desk.queue.filter().facets())
                .containsExactly(Facet.BREACHED, Facet.district(Surabaya.area("Tambaksari")));
        await().until(() -> shows(robot, "1 aduan"));
        assertThat(robot.lookup("#queue-chips").queryParent().getChildrenUnmodifiable()).hasSize(3);
        type(robot, KeyCode.X);
        assertThat(desk.queue.filter().facets()).isEmpty();
    }

    @Test
    void theWorstCaseNobodyHasIsClaimedWithTwoKeys(FxRobot robot) {
        type(robot, KeyCode.U, KeyCode.K);
        assertThat(desk.submitted).containsExactly(new id.anjungan.domain.Command.ClaimCase(FIRE));
    }

    @Test
    void aListThatGetsShorterChoosesNothingByItself(FxRobot robot) {
        UUID last = Samples.rows().getLast().id();
        robot.interact(() -> desk.select(last));
        await().until(() -> desk.selection.get().equals(java.util.Optional.of(last)));
        robot.interact(() -> desk.queue.rows(Samples.rows().subList(0, 4)));
        robot.interact(() -> desk.queue.rows(Samples.rows()));
        assertThat(desk.selection.get()).contains(last);
        assertThat(((javafx.scene.control.ListView<?>) robot.lookup("#queue").query()).getSelectionModel().getSelectedIndex())
                .isEqualTo(Samples.rows().size() - 1);
    }

    @Test
    void slashSearchesEnterOpensAndEscComesBack(FxRobot robot) {
        type(robot, KeyCode.SLASH);
        assertThat(shell.root().getScene().getFocusOwner()).isSameAs(robot.lookup("#search").query());
        robot.write("parkir");
        assertThat(robot.lookup("#search").queryTextInputControl().getText()).isEqualTo("parkir");
        await().until(() -> !robot.lookup(".search-line").queryAll().isEmpty());
        robot.type(KeyCode.ENTER);
        assertThat(desk.selection.get()).contains(Samples.id("BGS-33871"));
        robot.type(KeyCode.F1);
        await().until(() -> shows(robot, "Akui alarm terburuk"));
        robot.type(KeyCode.ESCAPE);
        await().until(() -> !shows(robot, "Akui alarm terburuk"));
    }

    @Test
    void aCaseIsOpenedByThePhoneNumberOfWhoReported(FxRobot robot) {
        desk.finds = q -> CompletableFuture.completedFuture(
                q.words().startsWith("0812") ? new SearchFound(List.of(Samples.rows().get(4)), List.of(), List.of()) : SearchFound.NOTHING);
        robot.interact(() -> shell.root().requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("08123456");
        await().until(() -> !robot.lookup(".search-line").queryAll().isEmpty());
        robot.type(KeyCode.ENTER);
        assertThat(desk.selection.get()).contains(Samples.id("WGK-55118"));
        assertThat(robot.lookup("#search").queryTextInputControl().getText()).isEmpty();
    }

    @Test
    void theSearchCompletesTellsAnUnknownOperatorAndFiltersTheQueue(FxRobot robot) {
        type(robot, KeyCode.SLASH);
        robot.write("warna:x");
        await().until(() -> shows(robot, "Tidak ada penanda “warna:”"));
        robot.interact(() -> shell.finding.textProperty().set(""));
        robot.write("kec:tamb");
        robot.type(KeyCode.TAB);
        TextInputControl box = robot.lookup("#search").queryTextInputControl();
        assertThat(box.getText()).isEqualTo("kec:Tambaksari ");
        robot.write("lewat");
        await().until(() -> shows(robot, "kec: Tambaksari · batas: lewat"));
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(desk.queue.filter().breached()).isTrue();
        assertThat(desk.queue.filter().districts()).containsExactly(Surabaya.area("Tambaksari"));
        assertThat(box.getText()).isEmpty();
    }

    @Test
    void aCommandIsDoneByItsName(FxRobot robot) {
        type(robot, KeyCode.SLASH);
        robot.write(">terang");
        await().until(() -> shows(robot, "Tema: Terang"));
        robot.type(KeyCode.ENTER);
        assertThat(desk.settings).containsEntry("theme", "light");
    }

    @Test
    void aKeyIsChangedOnThePageOfKeysAndShownBesideItsAction(FxRobot robot) {
        type(robot, KeyCode.F1);
        await().until(() -> robot.lookup("#key-CLAIM").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#key-CLAIM").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(shows(robot, "Tekan tombol baru untuk: Klaim aduan")).isTrue();
        robot.type(KeyCode.D);
        assertThat(shows(robot, "D sudah dipakai untuk: Disposisi ke OPD")).isTrue();
        assertThat(desk.submitted).isEmpty();
        robot.type(KeyCode.F11);
        await().until(() -> robot.lookup("#key-CLAIM").query().isFocused());
        assertThat(desk.settings).containsEntry("keys", "CLAIM=f11");
        robot.type(KeyCode.ESCAPE);
        await().until(() -> text(((Labeled) robot.lookup("#claim").query()).getGraphic()).equals("F11"));
        type(robot, KeyCode.F11);
        assertThat(desk.submitted).containsExactly(new Command.ClaimCase(FIRE));
        type(robot, KeyCode.K);
        assertThat(desk.submitted).hasSize(1);
    }

    @Test
    void theLoserOfARaceIsToldByWhomAndWhen(FxRobot robot) {
        desk.decides = c -> new Decision.Refused(
                Refusal.CLAIMED_BY_OTHER, Map.of("by", "ratna", "since", "2026-11-24T07:31:00Z"));
        type(robot, KeyCode.K);
        await().until(() -> shows(robot, "Sudah diklaim Ratna Kusuma sejak 14.31."));
    }

    @Test
    void whatWasRefusedIsOfferedAgainWithItsWords(FxRobot robot) {
        desk.decides = c -> new Decision.Refused(
                Refusal.CLAIMED_BY_OTHER, Map.of("by", "ratna", "since", "2026-11-24T07:31:00Z"));
        robot.interact(() -> shell.vm.submit(new Command.HoldCase(FIRE, 0, "Menunggu alat")));
        await().until(() -> shows(robot, "Menunggu alat"));
        robot.clickOn("Ubah dan kirim lagi");
        await().until(() -> robot.lookup("#form-text").tryQuery().isPresent());
        assertThat(robot.lookup("#form-text").queryTextInputControl().getText()).isEqualTo("Menunggu alat");
    }

    @Test
    void theChatsPageTakesTheLongestWaitingByKey(FxRobot robot) {
        type(robot, KeyCode.DIGIT2);
        type(robot, KeyCode.K);
        assertThat(desk.submitted).containsExactly(new Command.TakeChat(Samples.id("CHT-2207")));
        await().until(() -> shows(robot, "CHT-2207 ·"));
    }

    @Test
    void noSceneWithoutWords(FxRobot robot) {
        assertThat(robot.lookup((Node n) -> text(n).contains("«")).queryAll()).isEmpty();
        robot.clickOn("#nav-chats");
        assertThat(robot.lookup((Node n) -> text(n).contains("«")).queryAll()).isEmpty();
    }

    @Test
    void aThemeChangesAtOnce(FxRobot robot) {
        Scene scene = shell.root().getScene();
        robot.clickOn("#theme");
        assertThat(scene.getStylesheets().getFirst()).endsWith("light.css");
        assertThat(desk.settings).containsEntry("theme", "light");
    }
}
