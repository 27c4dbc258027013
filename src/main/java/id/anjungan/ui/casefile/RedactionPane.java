package id.anjungan.ui.casefile;

import id.anjungan.media.Redaction;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Boxes drawn over a picture, by hand or by key: the arrow keys move the last one, with Shift they size it, Delete
/// takes it away. Places are kept from 0 to 1, so that they mean the same in the picture itself.
final class RedactionPane extends Pane {
    private static final double STEP = 0.02;
    private static final double SMALLEST = 0.01;

    private final List<Redaction.Box> boxes = new ArrayList<>();
    final IntegerProperty count = new SimpleIntegerProperty();
    /// Whether the next box blurs; otherwise it is black.
    final BooleanProperty blur = new SimpleBooleanProperty();
    private double fromX;
    private double fromY;
    private Redaction.@Nullable Box drawing;

    RedactionPane() {
        getStyleClass().add("redaction");
        setFocusTraversable(true);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(e -> released());
        setOnKeyPressed(this::key);
        widthProperty().addListener(o -> draw());
        heightProperty().addListener(o -> draw());
    }

    List<Redaction.Box> boxes() {
        return List.copyOf(boxes);
    }

    void clear() {
        boxes.clear();
        drawing = null;
        draw();
    }

    /// One in the middle, for who has no mouse.
    void add() {
        boxes.add(new Redaction.Box(0.4, 0.4, 0.2, 0.2, blur.get()));
        draw();
        requestFocus();
    }

    private double x(MouseEvent e) {
        return Math.clamp(e.getX() / getWidth(), 0, 1);
    }

    private double y(MouseEvent e) {
        return Math.clamp(e.getY() / getHeight(), 0, 1);
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        fromX = x(e);
        fromY = y(e);
        e.consume();
    }

    private void dragged(MouseEvent e) {
        drawing = new Redaction.Box(
                Math.min(fromX, x(e)), Math.min(fromY, y(e)), Math.abs(x(e) - fromX), Math.abs(y(e) - fromY), blur.get());
        draw();
        e.consume();
    }

    private void released() {
        Redaction.Box b = drawing;
        drawing = null;
        if (b != null && b.width() > SMALLEST && b.height() > SMALLEST) {
            boxes.add(b);
        }
        draw();
    }

    private void key(KeyEvent e) {
        if (boxes.isEmpty()) {
            return;
        }
        Redaction.Box b = boxes.getLast();
        double dx = switch (e.getCode()) {
            case LEFT -> -STEP;
            case RIGHT -> STEP;
            default -> 0;
        };
        double dy = switch (e.getCode()) {
            case UP -> -STEP;
            case DOWN -> STEP;
            default -> 0;
        };
        switch (e.getCode()) {
            case DELETE, BACK_SPACE -> boxes.removeLast();
            case LEFT, RIGHT, UP, DOWN -> boxes.set(boxes.size() - 1, e.isShiftDown()
                    ? new Redaction.Box(b.x(), b.y(), Math.clamp(b.width() + dx, STEP, 1), Math.clamp(b.height() + dy, STEP, 1), b.blur())
                    : new Redaction.Box(Math.clamp(b.x() + dx, 0, 1), Math.clamp(b.y() + dy, 0, 1), b.width(), b.height(), b.blur()));
            default -> {
                return;
            }
        }
        draw();
        e.consume();
    }

    private void draw() {
        List<Rectangle> shapes = new ArrayList<>();
        boxes.forEach(b -> shapes.add(shape(b)));
        Redaction.Box d = drawing;
        if (d != null) {
            shapes.add(shape(d));
        }
        getChildren().setAll(shapes);
        count.set(boxes.size());
    }

    private Rectangle shape(Redaction.Box b) {
        Rectangle r = new Rectangle(b.x() * getWidth(), b.y() * getHeight(), b.width() * getWidth(), b.height() * getHeight());
        r.getStyleClass().addAll("redaction-box", b.blur() ? "blur" : "black");
        return r;
    }
}
