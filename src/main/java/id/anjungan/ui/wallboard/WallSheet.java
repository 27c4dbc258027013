package id.anjungan.ui.wallboard;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// A page in the pixels of its design that fills a screen of any size, magnified as [Sight] says. What is painted pixel
/// by pixel lies over the page. Everything moves by a few pixels now and then, so that
/// nothing burns into a screen that shows the same for weeks.
final class WallSheet extends Region {
    /// How far the picture wanders, in pixels of the screen.
    static final int WANDER = 3;

    private final Scale scale = new Scale(1, 1);
    private final Group scaled = new Group();
    private final Region content;
    private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(Sight.USUAL);
    private Runnable laidOut = () -> {};
    private @Nullable Region painted;
    private @Nullable Region place;
    private final Scale larger = new Scale(1, 1);
    private double magnified = 1;
    private double f = 1;

    WallSheet(Region content) {
        this.content = content;
        getStyleClass().add("wall-sheet");
        scaled.getTransforms().add(scale);
        scaled.setManaged(false);
        content.setManaged(false);
        scaled.getChildren().setAll(content);
        getChildren().setAll(scaled);
        sight.subscribe(s -> requestLayout());
    }

    ObjectProperty<Sight> sightProperty() {
        return sight;
    }

    /// How much pages are magnified now.
    double magnified() {
        return f;
    }

    /// Called when there is another amount of room.
    void onLaidOut(Runnable action) {
        laidOut = action;
    }

    /// What lies over `under`, so many times larger than it is drawn; nothing when null.
    void paint(@Nullable Region over, @Nullable Region under, double times) {
        if (Objects.equals(over, painted)) {
            return;
        }
        if (painted != null) {
            painted.getTransforms().remove(larger);
        }
        magnified = times;
        painted = over;
        place = under;
        if (over == null) {
            getChildren().setAll(scaled);
        } else {
            over.setManaged(false);
            over.getTransforms().add(larger);
            getChildren().setAll(scaled, over);
        }
        requestLayout();
    }

    /// Puts the picture on the `step`-th place of its small round.
    void wander(long step) {
        int n = 2 * WANDER + 1;
        int i = Math.floorMod(step, n * n);
        int row = i / n;
        int column = row % 2 == 0 ? i % n : n - 1 - i % n;
        setTranslateX(column - WANDER);
        setTranslateY(row - WANDER);
    }

    @Override
    protected void layoutChildren() {
        if (getHeight() <= 0 || getWidth() <= 0) {
            return;
        }
        f = sight.get().scale(getWidth(), getHeight());
        scale.setX(f);
        scale.setY(f);
        content.resizeRelocate(0, 0, getWidth() / f, getHeight() / f);
        laidOut.run();
        content.layout();
        if (painted != null && place != null) {
            Bounds b = sceneToLocal(place.localToScene(place.getLayoutBounds()));
            double k = f * magnified;
            larger.setX(k);
            larger.setY(k);
            // Whole pixels of the screen, or all that is painted would be blended with its neighbours.
            painted.resizeRelocate(
                    Math.rint(b.getMinX()), Math.rint(b.getMinY()), Math.rint(b.getWidth()) / k, Math.rint(b.getHeight()) / k);
        }
    }
}
