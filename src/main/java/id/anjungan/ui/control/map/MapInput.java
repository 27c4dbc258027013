package id.anjungan.ui.control.map;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Hands and keys on a map. FX thread.
final class MapInput {
    private static final double CLICK_SLACK_PX = 4;
    private static final double ARROW_PX = 80;
    private static final double KEY_ZOOM = 0.5;
    /// A notch of a wheel is 40 units in JavaFX; a touchpad sends many small ones.
    private static final double ZOOM_PER_UNIT = 0.4 / 40;

    private final MapView map;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;

    MapInput(MapView map) {
        this.map = map;
        map.setOnMousePressed(this::pressed);
        map.setOnMouseDragged(this::dragged);
        map.setOnMouseReleased(this::released);
        map.setOnMouseMoved(this::moved);
        map.setOnMouseExited(e -> map.unhover());
        map.setOnScroll(this::scrolled);
        map.setOnKeyPressed(this::key);
    }

    private void pressed(MouseEvent e) {
        map.requestFocus();
        pressX = lastX = e.getX();
        pressY = lastY = e.getY();
        dragging = false;
    }

    private void dragged(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (!dragging && Math.hypot(e.getX() - pressX, e.getY() - pressY) < CLICK_SLACK_PX) {
            return;
        }
        if (!dragging) {
            dragging = true;
            map.setCursor(Cursor.CLOSED_HAND);
        }
        map.move(map.getView().pan(e.getX() - lastX, e.getY() - lastY));
        lastX = e.getX();
        lastY = e.getY();
    }

    private void released(MouseEvent e) {
        if (!dragging && e.getButton() == MouseButton.PRIMARY) {
            map.click(e.getX(), e.getY());
        }
        dragging = false;
        map.setCursor(Cursor.DEFAULT);
    }

    private void moved(MouseEvent e) {
        map.hover(e.getX(), e.getY());
        map.setCursor(map.overMarker(e.getX(), e.getY()) ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void scrolled(ScrollEvent e) {
        if (e.getDeltaY() != 0) {
            map.move(map.getView().zoomAt(e.getX(), e.getY(), e.getDeltaY() * ZOOM_PER_UNIT));
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case LEFT, KP_LEFT -> map.move(map.getView().pan(ARROW_PX, 0));
            case RIGHT, KP_RIGHT -> map.move(map.getView().pan(-ARROW_PX, 0));
            case UP, KP_UP -> map.move(map.getView().pan(0, ARROW_PX));
            case DOWN, KP_DOWN -> map.move(map.getView().pan(0, -ARROW_PX));
            case PLUS, EQUALS, ADD -> map.zoomBy(KEY_ZOOM);
            case MINUS, SUBTRACT -> map.zoomBy(-KEY_ZOOM);
            case DIGIT0, NUMPAD0 -> map.fit();
            default -> {
                return;
            }
        }
        e.consume();
    }
}
