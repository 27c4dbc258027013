package id.anjungan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Picture;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Views;
import java.lang.ref.WeakReference;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// A console runs for weeks, and each change of its language or its city builds its screen anew.
class ClosedConsoleTest {
    @Test
    void aScreenThatWasLeftHoldsNothingThoughAnEmergencyWasSelectedOnIt() {
        FakeDesk desk = Views.busy();
        FxThread.start();
        Stage stage = FxThread.call(() -> {
                    Stage fresh = new Stage();
                    fresh.setScene(Views.shell(desk, "id", "dark").scene(1366, 768));
                    fresh.show();
                    return fresh;
                })
                .join();
        Picture.settle(stage.getScene(), 4);
        assertThat(desk.selection.get()).as("an emergency breathes on the map").contains(Samples.id("112-8841"));
        WeakReference<Parent> gone = new WeakReference<>(stage.getScene().getRoot());
        FxThread.call(() -> {
                    stage.getScene().setRoot(new Group());
                    return true;
                })
                .join();
        await().untilAsserted(() -> {
            System.gc();
            assertThat(gone.get()).isNull();
        });
        FxThread.run(stage::close);
    }
}
