package id.anjungan.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A view listens while it is on screen and not a moment longer.
class ViewTest {
    private final SimpleIntegerProperty model = new SimpleIntegerProperty(1);

    @BeforeAll
    static void toolkit() {
        FxThread.start();
    }

    private static final class Counter extends View {
        private final Label label;

        Counter(SimpleIntegerProperty model) {
            this(new Label(), model);
        }

        private final SimpleIntegerProperty model;

        private Counter(Label label, SimpleIntegerProperty model) {
            super(label);
            this.label = label;
            this.model = model;
        }

        @Override
        protected void attached(Scope on) {
            on.show(model, n -> label.setText("n" + n));
        }
    }

    @Test
    void itFollowsItsModelOnlyInAScene() {
        FxThread.call(() -> {
                    Counter view = new Counter(model);
                    StackPane pane = new StackPane();
                    new Scene(pane);
                    assertThat(view.label.getText()).isEmpty();
                    pane.getChildren().add(view.root());
                    assertThat(view.label.getText()).isEqualTo("n1");
                    model.set(2);
                    assertThat(view.label.getText()).isEqualTo("n2");
                    pane.getChildren().clear();
                    model.set(3);
                    assertThat(view.isAttached()).isFalse();
                    assertThat(view.label.getText()).isEqualTo("n2");
                    pane.getChildren().add(view.root());
                    assertThat(view.label.getText()).isEqualTo("n3");
                    return 0;
                })
                .join();
    }

    @Test
    void aClosedViewIsCollectedThoughItsModelLives() {
        // On a stage, for a scene forgets a removed node with its next frame.
        Stage stage = FxThread.call(() -> {
                    Stage s = new Stage();
                    s.setScene(new Scene(new StackPane(), 200, 100));
                    s.show();
                    return s;
                })
                .join();
        WeakReference<View> gone = FxThread.call(() -> {
                    View view = new Counter(model);
                    StackPane pane = (StackPane) stage.getScene().getRoot();
                    pane.getChildren().add(view.root());
                    pane.getChildren().clear();
                    return new WeakReference<View>(view);
                })
                .join();
        await().until(() -> {
            System.gc();
            return gone.get() == null;
        });
        FxThread.run(stage::close);
        model.set(4);
    }
}
