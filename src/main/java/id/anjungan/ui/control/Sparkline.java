package id.anjungan.ui.control;

import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/// The course of one number, without axes: a line with a dot at its present end. It fills its width, scales
/// to its own lowest and highest value, and is flat where nothing changes.
public final class Sparkline extends Region {
    private static final double DOT = 2;

    private final Polyline line = new Polyline();
    private final Circle end = new Circle(DOT);
    private double[] values = {};

    public Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("line");
        end.getStyleClass().add("end");
        line.setManaged(false);
        end.setManaged(false);
        line.setMouseTransparent(true);
        setMinSize(24, 16);
        setPrefSize(92, 18);
        getChildren().setAll(line, end);
    }

    /// Oldest first; evenly spaced in time.
    public void setValues(List<? extends Number> course) {
        double[] next = course.stream().mapToDouble(Number::doubleValue).toArray();
        if (!Arrays.equals(values, next)) {
            values = next;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        boolean some = values.length > 1;
        line.setVisible(some);
        end.setVisible(some);
        if (!some) {
            return;
        }
        double low = Arrays.stream(values).min().orElse(0);
        double span = Arrays.stream(values).max().orElse(0) - low;
        double w = getWidth() - 2 * DOT;
        double h = getHeight() - 2 * DOT;
        Double[] xy = new Double[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            xy[2 * i] = DOT + w * i / (values.length - 1);
            xy[2 * i + 1] = DOT + (span == 0 ? h / 2 : h * (1 - (values[i] - low) / span));
        }
        line.getPoints().setAll(xy);
        end.setCenterX(xy[xy.length - 2]);
        end.setCenterY(xy[xy.length - 1]);
    }
}
