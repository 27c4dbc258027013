package id.anjungan.ui.control.map;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/// The dashed ring around what is selected; around an emergency it breathes, unless the system asks for
/// less motion. Animates only while something is selected and the map is showing. FX thread.
final class SelectionRing extends Circle {
    private static final double RADIUS = 17;
    private final Timeline breathing;
    private boolean asked;

    SelectionRing() {
        super(RADIUS);
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        setFill(null);
        setStrokeWidth(2);
        getStrokeDashArray().setAll(4.0, 3.0);
        breathing = new Timeline(
                new KeyFrame(Duration.ZERO, new KeyValue(radiusProperty(), 15), new KeyValue(opacityProperty(), 1)),
                new KeyFrame(
                        Duration.millis(900),
                        new KeyValue(radiusProperty(), 23, Interpolator.EASE_BOTH),
                        new KeyValue(opacityProperty(), 0.45, Interpolator.EASE_BOTH)));
        breathing.setAutoReverse(true);
        breathing.setCycleCount(Animation.INDEFINITE);
        // What runs for ever is held by the toolkit, and would hold with it the map that has left the screen.
        sceneProperty().subscribe(scene -> play());
    }

    void breathe(boolean on) {
        asked = on;
        play();
    }

    private void play() {
        boolean on = asked && getScene() != null;
        if (on == (breathing.getStatus() == Animation.Status.RUNNING)) {
            return;
        }
        if (on) {
            breathing.play();
        } else {
            breathing.stop();
            setRadius(RADIUS);
            setOpacity(1);
        }
    }
}
