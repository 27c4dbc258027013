package id.anjungan.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Priority;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The shared controls under a person's hands.
@ExtendWith(ApplicationExtension.class)
class ControlsTest {
    private final Chip chip = new Chip("Rahasia");
    private final Chips<String> chips = new Chips<>("all");
    private final List<String> done = new ArrayList<>();
    private final ActionButton claim = new ActionButton("Klaim", "K").primary();
    private final Tile tile = new Tile();
    private final SidePane side = new SidePane("Tutup");
    private final Toasts toasts = new Toasts();

    @Start
    void start(Stage stage) {
        chips.add("all", "Semua").add("mine", "Milik saya").add("late", "Lewat batas");
        claim.setOnAction(e -> done.add("claim"));
        tile.setOnAction(e -> done.add("tile"));
        tile.show(reading(Freshness.LIVE, Tile.Edge.NONE));
        VBox all = new VBox(12, chip, chips, new HBox(claim), new HBox(tile));
        StackPane root = new StackPane(all, toasts, side);
        Scene scene = new Scene(root, 800, 600);
        ThemeSheets.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    private static Tile.Reading reading(Freshness f, Tile.Edge e) {
        return new Tile.Reading("WargaKu", "391", "+27 / jam", "terlama 41 mnt", "41 mnt", f, "6 mnt", e,
                List.of(1, 2, 3), "WargaKu, 391 terbuka");
    }

    @Test
    void aChipGoesOnAndOffByKeyAndByMouse(FxRobot robot) {
        robot.interact(chip::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(chip.isSelected()).isTrue();
        robot.clickOn(chip);
        assertThat(chip.isSelected()).isFalse();
    }

    @Test
    void exactlyOneFilterIsOnAndArrowsGoAlongTheRow(FxRobot robot) {
        robot.clickOn("Milik saya");
        assertThat(chips.chosen()).isEqualTo("mine");
        robot.clickOn("Milik saya");
        assertThat(chips.chosen()).isEqualTo("mine");
        robot.type(KeyCode.RIGHT);
        assertThat(chips.chosen()).isEqualTo("late");
        robot.type(KeyCode.RIGHT);
        assertThat(chips.chosen()).isEqualTo("late");
        robot.type(KeyCode.LEFT, 2);
        assertThat(chips.chosen()).isEqualTo("all");
    }

    @Test
    void theKeyboardsFocusIsSeen(FxRobot robot) {
        robot.interact(chip::requestFocus);
        robot.type(KeyCode.TAB);
        robot.type(KeyCode.TAB);
        assertThat(claim.isFocusVisible()).isTrue();
        assertThat(claim.getBackground().getFills()).hasSize(3);
        robot.type(KeyCode.SPACE);
        assertThat(done).containsExactly("claim");
    }

    @Test
    void aTileIsAButtonThatSpeaks(FxRobot robot) {
        robot.clickOn(tile);
        assertThat(done).containsExactly("tile");
        assertThat(tile.getAccessibleText()).isEqualTo("WargaKu, 391 terbuka");
    }

    @Test
    void aTilesNumbersChangeWithoutMovingWhatStandsBeside(FxRobot robot) {
        double before = FxThread.call(() -> trendX()).join();
        robot.interact(() -> tile.show(new Tile.Reading("WargaKu", "111", "+27 / jam", "terlama 41 mnt", "41 mnt",
                Freshness.LIVE, "6 mnt", Tile.Edge.NONE, List.of(1, 2, 3), "")));
        robot.interact(() -> tile.getScene().getRoot().layout());
        assertThat(FxThread.call(() -> trendX()).join()).isEqualTo(before);
    }

    private double trendX() {
        return tile.lookup(".trend").localToScene(0, 0).getX();
    }

    @Test
    void oldFiguresAreDashedAndCarryAnOpenTriangle(FxRobot robot) {
        robot.interact(() -> tile.show(reading(Freshness.STALE, Tile.Edge.NONE)));
        robot.interact(() -> tile.applyCss());
        assertThat(tile.getBorder().getStrokes().getFirst().getTopStyle().getDashArray()).isNotEmpty();
        assertThat(tile.lookup(".open")).isNotNull();
        assertThat(tile.lookup(".dot")).isNull();
        assertThat(tile.lookup(".count").getOpacity()).isLessThan(1);
        assertThat(tile.lookup(".freshness").getOpacity()).isEqualTo(1);
    }

    @Test
    void eachPriorityHasItsOwnShape() {
        assertThat(new PriorityMark(Priority.LOW, 16).getChildrenUnmodifiable().getFirst()).isInstanceOf(Circle.class);
        assertThat(new PriorityMark(Priority.EMERGENCY, 16).getChildrenUnmodifiable()).hasSize(3);
        PriorityMark changes = new PriorityMark(Priority.HIGH, 16);
        changes.setPriority(Priority.LOW);
        assertThat(changes.getStyleClass()).containsExactly("priority-mark", "low");
    }

    @Test
    void aSidePaneClosesByEscapeAndGivesTheFocusBack(FxRobot robot) {
        TextField reason = new TextField();
        robot.interact(claim::requestFocus);
        robot.interact(() -> side.open("Tunda", reason));
        assertThat(reason.isFocused()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(side.isOpen()).isFalse();
        assertThat(claim.isFocused()).isTrue();
    }

    @Test
    void aToastGoesByItselfAndItsActionRunsOnce(FxRobot robot) {
        robot.interact(() -> toasts.show(Toasts.Kind.INFO, "sebentar", Duration.millis(50)));
        await().until(() -> FxThread.call(() -> toasts.getChildren().isEmpty()).join());
        robot.interact(() -> toasts.show(
                Toasts.Kind.DONE, "Tanggapan keluar", Duration.minutes(1), "Urungkan", () -> done.add("undo")));
        robot.clickOn(robot.from(toasts).lookup("Urungkan").queryAs(Button.class));
        assertThat(done).containsExactly("undo");
        assertThat(toasts.getChildren()).isEmpty();
    }

    @Test
    void toastsNeverPileUp(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 0; i < 20; i++) {
                toasts.show(Toasts.Kind.INFO, "n" + i, Duration.minutes(1));
            }
        });
        assertThat(toasts.getChildren()).hasSize(4);
    }

    @Test
    void whatPopsUpWearsTheThemeOfItsWindow(FxRobot robot) {
        ContextMenu menu = new ContextMenu(new MenuItem("Tunda"));
        robot.interact(() -> menu.show(claim, Side.BOTTOM, 0, 0));
        Scene own = claim.getScene();
        assertThat(menu.getScene().getStylesheets()).isEqualTo(own.getStylesheets());
        assertThat(menu.getScene().getUserAgentStylesheet()).isEqualTo(own.getUserAgentStylesheet());
        robot.interact(menu::hide);
    }

    @Test
    void aThemeCanChangeWhileItIsOnScreen(FxRobot robot) {
        robot.interact(() -> ThemeSheets.apply(tile.getScene(), Theme.LIGHT));
        robot.interact(() -> tile.applyCss());
        assertThat(tile.getBackground().getFills().getFirst().getFill())
                .isEqualTo(Tokens.of(Theme.LIGHT).color("surface"));
        assertThat(ThemeSheets.of(tile.getScene())).isEqualTo(Theme.LIGHT);
    }

    @Test
    void aToneReplacesTheOneBefore() {
        Label l = new Label();
        Tone.HIGH.on(l);
        Tone.EMERGENCY.on(l);
        assertThat(l.getStyleClass()).containsExactly("label", "as-emergency");
        Tone.PLAIN.on(l);
        assertThat(l.getStyleClass()).containsExactly("label");
    }

    @Test
    void initials() {
        assertThat(Initials.of("Rina Ayu Lestari")).isEqualTo("RL");
        assertThat(Initials.of("Dewi N.")).isEqualTo("DN");
        assertThat(Initials.of("budi")).isEqualTo("BU");
        assertThat(Initials.of("")).isEmpty();
    }
}
