package id.anjungan.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.text.Lang;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import id.anjungan.ui.kit.Surabaya;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CitizenTextTest {
    private final VBox box = new VBox(10);

    @Start
    void start(Stage stage) {
        box.getChildren().setAll(
                CitizenText.of("“Tolong, omah tonggoku kobong!”", Surabaya.city(Lang.EN).glossary(), "story-body"),
                CitizenText.of("Selamat pagi, jalan rusak.", Surabaya.city(Lang.EN).glossary(), "story-body"));
        Scene scene = new Scene(box, 400, 200);
        ThemeSheets.apply(scene, Theme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    private static String meaning(FxRobot robot) {
        return robot.lookup(".meaning").tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    @Test
    void theKeyboardGoesFromWordToWord(FxRobot robot) {
        Node text = box.getChildren().getFirst();
        robot.interact(() -> box.requestFocus());
        assertThat(meaning(robot)).isEmpty();
        robot.interact(text::requestFocus);
        assertThat(meaning(robot)).isEqualTo("omah · house");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(meaning(robot)).isEqualTo("kobong · on fire");
        assertThat(text.getAccessibleText()).isEqualTo("kobong · on fire");
        robot.type(KeyCode.LEFT);
        assertThat(meaning(robot)).isEqualTo("tonggoku · my neighbour");
    }

    @Test
    void everyExplainedWordIsUnderlinedAndAPressExplainsIt(FxRobot robot) {
        assertThat(robot.lookup(".gloss").queryAll()).hasSize(3);
        Node second = robot.lookup(".gloss").nth(1).query();
        robot.clickOn(second);
        assertThat(meaning(robot)).isEqualTo("tonggoku · my neighbour");
    }

    @Test
    void whatNeedsNoExplanationIsAPlainLine() {
        assertThat(box.getChildren().get(1)).isInstanceOf(Label.class);
        assertThat(box.getChildren().get(1).isFocusTraversable()).isFalse();
    }
}
