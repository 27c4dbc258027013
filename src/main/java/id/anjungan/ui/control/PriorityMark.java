package id.anjungan.ui.control;

import id.anjungan.domain.Priority;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/// How urgent something is, as a shape before it is a colour: octagon with an exclamation mark, triangle,
/// diamond, ring. Square, `size` pixels. Set its accessible text where no word stands beside it.
public final class PriorityMark extends Region {
    private final double size;
    private @Nullable Priority priority;

    public PriorityMark(double size) {
        this.size = size;
        getStyleClass().add("priority-mark");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
    }

    public PriorityMark(Priority priority, double size) {
        this(size);
        setPriority(priority);
    }

    public @Nullable Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority next) {
        if (next == priority) {
            return;
        }
        priority = next;
        getChildren().setAll(shapes(next));
        getStyleClass().setAll("priority-mark", next.name().toLowerCase(Locale.ROOT));
    }

    private List<Shape> shapes(Priority p) {
        return switch (p) {
            case EMERGENCY -> List.of(octagon(), bar(), dot());
            case HIGH -> List.of(body(polygon(0.5, 0.06, 0.98, 0.92, 0.02, 0.92)));
            case MEDIUM -> List.of(body(polygon(0.5, 0.02, 0.98, 0.5, 0.5, 0.98, 0.02, 0.5)));
            case LOW -> List.of(ring());
        };
    }

    private Shape octagon() {
        double a = 0.3;
        return body(polygon(a, 0, 1 - a, 0, 1, a, 1, 1 - a, 1 - a, 1, a, 1, 0, 1 - a, 0, a));
    }

    private Shape bar() {
        double w = Math.max(1.6, size * 0.14);
        Rectangle r = new Rectangle(size / 2 - w / 2, size * 0.22, w, size * 0.34);
        r.setArcWidth(w);
        r.setArcHeight(w);
        return sign(r);
    }

    private Shape dot() {
        return sign(new Circle(size / 2, size * 0.72, Math.max(1, size * 0.085)));
    }

    private Shape ring() {
        Circle c = new Circle(size / 2, size / 2, size * 0.38);
        c.setStrokeWidth(Math.max(1.5, size * 0.15));
        c.getStyleClass().add("ring");
        return c;
    }

    private Polygon polygon(double... xy) {
        Polygon p = new Polygon();
        for (double v : xy) {
            p.getPoints().add(v * size);
        }
        return p;
    }

    private static Shape body(Shape s) {
        s.getStyleClass().add("body");
        return s;
    }

    private static Shape sign(Shape s) {
        s.getStyleClass().add("sign");
        return s;
    }
}
