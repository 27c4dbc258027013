package id.anjungan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Command;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LinkDetail;
import id.anjungan.state.WaitingAction;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The page about the connection, by key and by mouse.
@ExtendWith(ApplicationExtension.class)
class StatusPageTest {
    private static final UUID FIRE = Samples.id("112-8841");
    private static final UUID NOTE = UUID.randomUUID();
    private static final UUID HOLD = UUID.randomUUID();
    private final FakeDesk desk = Samples.offline();
    @SuppressWarnings("NullAway.Init") // made by the toolkit before each test
    private Shell shell;

    @Start
    void start(Stage stage) {
        desk.link.set(new LinkDetail(
                DeskStatus.Link.OFFLINE, FakeDesk.START.minusSeconds(300), 0, 0, FakeDesk.START.plusSeconds(5)));
        desk.waiting.set(List.of(
                waiting(NOTE, new Command.AddNote(FIRE, "salah ketik")),
                waiting(HOLD, new Command.HoldCase(FIRE, 1, "menunggu alat"))));
        shell = new Shell(desk, p -> Surabaya.AREAS, AlarmSound.NONE);
        stage.setScene(shell.scene(948, 900));
        stage.show();
    }

    private static WaitingAction waiting(UUID id, Command c) {
        return new WaitingAction(id, c, FakeDesk.START.minusSeconds(60), "112-8841", 0, null, false);
    }

    private void opened(FxRobot robot) {
        robot.interact(() -> shell.root().requestFocus());
        robot.type(KeyCode.F2);
        await().until(() -> robot.lookup(".status-row").queryAll().size() == 2);
        await().until(() -> shell.root().getScene().getFocusOwner() instanceof StatusRow);
    }

    private StatusRow focused() {
        return (StatusRow) shell.root().getScene().getFocusOwner();
    }

    @Test
    void byKeyAnActionIsChangedAndTheNextTakenBack(FxRobot robot) {
        opened(robot);
        assertThat(focused().action()).isEqualTo(NOTE);
        robot.type(KeyCode.ENTER);
        await().until(() -> shell.root().getScene().getFocusOwner() instanceof TextArea);
        robot.write(" benar");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        await().until(() -> desk.waiting.get().getFirst().command().equals(new Command.AddNote(FIRE, "salah ketik benar")));

        robot.interact(() -> robot.lookup(".status-row").queryAll().stream()
                .filter(n -> ((StatusRow) n).action().equals(NOTE)).findFirst().orElseThrow().requestFocus());
        robot.type(KeyCode.DOWN);
        await().until(() -> focused().action().equals(HOLD));
        robot.type(KeyCode.DELETE);
        await().until(() -> desk.waiting.get().size() == 1);
        await().until(() -> robot.lookup(".status-row").queryAll().size() == 1);
        assertThat(desk.submitted).isEmpty();
    }

    @Test
    void escLeavesTheWordsAsTheyWereAndThenThePage(FxRobot robot) {
        opened(robot);
        robot.type(KeyCode.ENTER);
        await().until(() -> shell.root().getScene().getFocusOwner() instanceof TextArea);
        robot.write("zzz");
        robot.type(KeyCode.ESCAPE);
        await().until(() -> shell.statusPage.editing.get() == null);
        assertThat(shell.vm.overlay.get()).isEqualTo(Overlay.STATUS);
        assertThat(desk.waiting.get().getFirst().command()).isEqualTo(new Command.AddNote(FIRE, "salah ketik"));
        robot.type(KeyCode.ESCAPE);
        await().until(() -> shell.vm.overlay.get() == Overlay.NONE);
    }

    @Test
    void byMouseOneIsTakenBackAndTheServerTriedAtOnce(FxRobot robot) {
        robot.clickOn("#status");
        await().until(() -> robot.lookup(".status-row").queryAll().size() == 2);
        robot.clickOn("#status-retry");
        assertThat(desk.reconnects).isEqualTo(1);
        robot.clickOn(robot.lookup(".status-cancel").nth(0).<javafx.scene.Node>query());
        await().until(() -> desk.waiting.get().size() == 1);
    }

    @Test
    void aClosedPageListensNoMore(FxRobot robot) {
        int before = desk.waiting.listeners() + desk.link.listeners();
        opened(robot);
        robot.interact(() -> shell.vm.overlay.set(Overlay.NONE));
        await().until(() -> desk.waiting.listeners() + desk.link.listeners() == before);
    }
}
