package id.anjungan.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.geo.BoundaryShelf;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import id.anjungan.ui.fx.View;
import id.anjungan.ui.kit.Surabaya;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class BoundaryPaneTest {
    @SuppressWarnings("NullAway.Init") // made by the toolkit before each test
    private BoundaryShelf shelf;

    @Start
    void start(Stage stage) throws Exception {
        Path dir = Files.createTempDirectory("boundaries");
        Path file = BoundaryFiles.troubled(dir.resolve("desa.geojson"));
        shelf = new BoundaryShelf(dir.resolve("kept"));
        BoundaryPane pane = new BoundaryPane(
                new BoundaryLoading(shelf, () -> Surabaya.PROFILE, FxThread::run), Surabaya.words(Lang.EN));
        pane.setChooser(over -> List.of(file));
        stage.setScene(new Scene(new Held(pane).root(), 320, 500));
        ThemeSheets.apply(stage.getScene(), Theme.DARK);
        stage.show();
    }

    private static final class Held extends View {
        private final BoundaryPane pane;

        Held(BoundaryPane pane) {
            super(new StackPane(pane));
            this.pane = pane;
        }

        @Override
        protected void attached(Scope on) {
            pane.attached(on);
        }
    }

    @Test
    void filesAreChosenLookedAtAndAgreedTo(FxRobot robot) {
        robot.clickOn("#bounds-import");
        await().until(() -> robot.lookup("#bounds-use").query().isVisible());
        assertThat(robot.lookup("#bounds-told").queryAs(Label.class).getText()).contains("0 of 31", "153 of 153");
        assertThat(robot.lookup("#bounds-found").query().isVisible()).isTrue();
        assertThat(shelf.files(Surabaya.PROFILE.code())).isEmpty();
        robot.clickOn("#bounds-use");
        await().until(() -> !shelf.files(Surabaya.PROFILE.code()).isEmpty());
    }
}
