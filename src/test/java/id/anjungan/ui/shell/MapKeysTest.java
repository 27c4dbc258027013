package id.anjungan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Command;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Everything one can do with the map, by keyboard alone.
@ExtendWith(ApplicationExtension.class)
class MapKeysTest {
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

    private void type(FxRobot robot, KeyCode key) {
        robot.interact(() -> shell.root().requestFocus());
        robot.type(key);
    }

    private static boolean open(FxRobot robot) {
        return robot.lookup(".map-drawer").query().isVisible();
    }

    @Test
    void whatTheMapShowsBecomesTheFilterAndIsTakenAway(FxRobot robot) {
        type(robot, KeyCode.DIGIT7);
        await().until(() -> desk.queue.filter().area() != null);
        type(robot, KeyCode.DIGIT7);
        await().until(() -> desk.queue.filter().area() == null);
    }

    @Test
    void panesOpenAndEscapeClosesThem(FxRobot robot) {
        for (KeyCode key : new KeyCode[] {KeyCode.DIGIT8, KeyCode.DIGIT5}) {
            type(robot, key);
            await().until(() -> open(robot));
            robot.type(KeyCode.ESCAPE);
            await().until(() -> !open(robot));
        }
    }

    @Test
    void aCaseIsPlacedWithArrowsAndAReason(FxRobot robot) {
        type(robot, KeyCode.M);
        await().until(() -> open(robot));
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.UP);
        robot.type(KeyCode.ENTER);
        await().until(() -> shell.root().getScene().getFocusOwner() instanceof TextInputControl t
                && "placing-reason".equals(t.getId()));
        robot.type(KeyCode.ENTER);
        assertThat(desk.submitted).as("not without a reason").isEmpty();
        robot.write("salah titik");
        robot.type(KeyCode.ENTER);
        await().until(() -> !desk.submitted.isEmpty());
        assertThat(desk.submitted).singleElement().isInstanceOfSatisfying(Command.LocateCase.class, c -> {
            assertThat(c.reason()).isEqualTo("salah titik");
            assertThat(c.location().hasPosition()).isTrue();
        });
        await().until(() -> !open(robot));
    }

    @Test
    void inASmallWindowAKeyOfTheMapBringsItInThePlaceOfTheFile(FxRobot robot) {
        assertThat(robot.lookup(".console-map").query().isVisible()).isFalse();
        type(robot, KeyCode.DIGIT5);
        await().until(() -> robot.lookup(".console-map").query().isVisible());
        assertThat(robot.lookup(".console-file").query().isVisible()).isFalse();
        robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
        await().until(() -> robot.lookup(".console-file").query().isVisible());
        assertThat(robot.lookup(".console-map").query().isVisible()).isFalse();
    }

    @Test
    void thePastPlaysAndEscapeReturnsToNow(FxRobot robot) {
        type(robot, KeyCode.DIGIT4);
        await().until(() -> !desk.maps.askedFrom.isEmpty());
        robot.type(KeyCode.ESCAPE);
        type(robot, KeyCode.DIGIT6);
        type(robot, KeyCode.DIGIT3);
        assertThat(desk.submitted).isEmpty();
    }
}
