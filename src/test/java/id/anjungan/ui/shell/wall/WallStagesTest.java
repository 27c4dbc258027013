package id.anjungan.ui.shell.wall;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.fx.FxThread;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class WallStagesTest {
    @Test
    void aWallFillsItsMonitorWithoutAPointerAndLeavesNothingBehind() {
        FxThread.start();
        FxThread.call(() -> {
                    Monitor on = new Monitor(0, 0, 800, 600, false);
                    WallWindows.Open open = WallStages.fill(
                            on, (w, h) -> new Scene(new StackPane(), w, h), new SimpleObjectProperty<>("Anjungan"));
                    Stage stage = (Stage) Window.getWindows().stream()
                            .filter(x -> x instanceof Stage s && "Anjungan".equals(s.getTitle()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(stage.isFullScreen()).isTrue();
                    assertThat(stage.isAlwaysOnTop()).isTrue();
                    assertThat(stage.getScene().getCursor()).isEqualTo(Cursor.NONE);
                    Scene scene = stage.getScene();
                    open.close();
                    assertThat(List.copyOf(Window.getWindows())).doesNotContain(stage);
                    assertThat(scene.getRoot().getChildrenUnmodifiable()).isEmpty();
                    return true;
                })
                .join();
    }
}
