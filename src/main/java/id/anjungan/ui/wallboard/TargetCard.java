package id.anjungan.ui.wallboard;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// A figure, its target, and whether it is met: a tick, or a triangle, and a word.
final class TargetCard extends VBox {
    private static final double SIGN = 34;

    private final Label name = WallPage.styled(new Label(), "wall-figure-name", "wall-secondary");
    private final Label value = WallPage.styled(new Label(), "wall-figure-huge", "figure");
    private final Label target = WallPage.styled(new Label(), "wall-target", "wall-secondary", "figure");
    private final Label verdict = WallPage.styled(new Label(), "wall-verdict");
    private final HBox judgement = new HBox(14);
    private final Tone tone = new Tone(value);
    private final Tone verdictTone = new Tone(verdict);

    TargetCard() {
        getStyleClass().addAll("wall-pane", "wall-figure");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        judgement.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(name, value, target, gap, judgement);
    }

    void show(ShiftPage.Target t) {
        name.setText(t.label());
        value.setText(t.value());
        target.setText(t.target());
        verdict.setText(t.verdict());
        Boolean met = t.met();
        judgement.setVisible(met != null);
        String now = met == null ? "" : met ? "as-good" : "as-high";
        tone.set(now);
        verdictTone.set(now);
        if (met != null) {
            judgement.getChildren().setAll(sign(met), verdict);
        }
    }

    private static Shape sign(boolean met) {
        if (!met) {
            return WallPage.styled(new Polygon(SIGN / 2, 2, SIGN, SIGN - 2, 0, SIGN - 2), "wall-sign-missed");
        }
        Polyline tick = WallPage.styled(new Polyline(3, SIGN * 0.55, SIGN * 0.4, SIGN - 5, SIGN - 3, 5), "wall-sign-met");
        tick.setStrokeWidth(6);
        tick.setStrokeLineCap(StrokeLineCap.ROUND);
        tick.setStrokeLineJoin(StrokeLineJoin.ROUND);
        return tick;
    }
}
