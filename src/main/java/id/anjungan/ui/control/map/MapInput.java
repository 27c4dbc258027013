package id.anjungan.ui.control.map;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// Hands and keys on a map. A hand pans, and the map glides on when let go; with Shift it draws a box, with the lasso a
/// free shape; a pin or a point that may be moved goes with it. Two fingers pan and zoom. FX thread.
final class MapInput {
    private static final double CLICK_SLACK_PX = 4;
    private static final double ARROW_PX = 80;
    private static final double NUDGE_PX = 6;
    private static final double KEY_ZOOM = 0.5;
    /// A notch of a wheel is 40 units in JavaFX; a touchpad sends many small ones.
    private static final double ZOOM_PER_UNIT = 0.4 / 40;

    private enum Doing {
        NOTHING,
        PANNING,
        DRAWING,
        PINNING
    }

    private final MapView map;
    private final MapTouch touch;
    private final MapDrawing drawing;
    private final Glide glide;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private Doing doing = Doing.NOTHING;
    private boolean pressed;
    private boolean lasso;

    MapInput(MapView map, MapTouch touch, MapDrawing drawing) {
        this.map = map;
        this.touch = touch;
        this.drawing = drawing;
        glide = new Glide((dx, dy) -> map.move(map.getView().pan(dx, dy)));
        map.setOnMousePressed(this::pressed);
        map.setOnMouseDragged(this::dragged);
        map.setOnMouseReleased(this::released);
        map.setOnMouseMoved(this::moved);
        map.setOnMouseExited(e -> touch.unhover());
        map.setOnScroll(this::scrolled);
        map.setOnZoom(this::pinched);
        map.setOnKeyPressed(this::key);
    }

    /// The next drag draws a shape.
    void lasso(boolean on) {
        lasso = on;
        map.setCursor(on ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    }

    boolean lasso() {
        return lasso;
    }

    /// Nothing moves by itself any more.
    void rest() {
        glide.stop();
    }

    private void pressed(MouseEvent e) {
        map.requestFocus();
        glide.pressed();
        pressX = lastX = e.getX();
        pressY = lastY = e.getY();
        doing = Doing.NOTHING;
        pressed = e.getButton() == MouseButton.PRIMARY;
    }

    private void dragged(MouseEvent e) {
        // Fingers come as scroll and zoom too; to follow both would move twice as far.
        if (!pressed || (e.isSynthesized() && !lasso)) {
            return;
        }
        if (doing == Doing.NOTHING) {
            if (Math.hypot(e.getX() - pressX, e.getY() - pressY) < CLICK_SLACK_PX) {
                return;
            }
            doing = begin(e);
        }
        switch (doing) {
            case PANNING -> {
                glide.moved(e.getX() - lastX, e.getY() - lastY, System.nanoTime());
                map.move(map.getView().pan(e.getX() - lastX, e.getY() - lastY));
            }
            case DRAWING -> drawing.draw(e.getX(), e.getY());
            case PINNING -> drawing.pinTo(e.getX(), e.getY());
            case NOTHING -> {}
        }
        lastX = e.getX();
        lastY = e.getY();
    }

    private Doing begin(MouseEvent e) {
        if (lasso || e.isShiftDown()) {
            drawing.begin(pressX, pressY, !lasso);
            return Doing.DRAWING;
        }
        if (drawing.grabs(pressX, pressY)) {
            return Doing.PINNING;
        }
        map.setCursor(Cursor.CLOSED_HAND);
        return Doing.PANNING;
    }

    private void released(MouseEvent e) {
        if (!pressed) {
            return;
        }
        pressed = false;
        switch (doing) {
            case NOTHING -> clicked(e);
            case PANNING -> {
                if (map.isAnimated()) {
                    glide.released(System.nanoTime());
                }
            }
            case DRAWING -> {
                drawing.end();
                lasso(false);
            }
            case PINNING -> {}
        }
        doing = Doing.NOTHING;
        map.setCursor(Cursor.DEFAULT);
    }

    private void clicked(MouseEvent e) {
        if (lasso) {
            lasso(false);
        } else if (e.getClickCount() == 2 && map.getMode() != MapMode.DISTRICTS && !touch.overMarker(e.getX(), e.getY())) {
            map.move(map.getView().zoomAt(e.getX(), e.getY(), 1));
        } else {
            touch.click(e.getX(), e.getY());
        }
    }

    private void moved(MouseEvent e) {
        touch.hover(e.getX(), e.getY());
        map.setCursor(lasso ? Cursor.CROSSHAIR : touch.overMarker(e.getX(), e.getY()) ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void scrolled(ScrollEvent e) {
        glide.stop();
        if (e.isDirect() || e.getTouchCount() > 0) {
            map.move(map.getView().pan(e.getDeltaX(), e.getDeltaY()));
        } else if (e.getDeltaY() != 0) {
            map.move(map.getView().zoomAt(e.getX(), e.getY(), e.getDeltaY() * ZOOM_PER_UNIT));
        }
        e.consume();
    }

    private void pinched(ZoomEvent e) {
        if (e.getZoomFactor() > 0) {
            map.move(map.getView().zoomAt(e.getX(), e.getY(), Math.log(e.getZoomFactor()) / Math.log(2)));
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        glide.stop();
        // While a position is chosen the arrows move the pin; the map follows it.
        boolean pin = drawing.pin() != null;
        switch (e.getCode()) {
            case LEFT, KP_LEFT -> arrow(pin, 1, 0);
            case RIGHT, KP_RIGHT -> arrow(pin, -1, 0);
            case UP, KP_UP -> arrow(pin, 0, 1);
            case DOWN, KP_DOWN -> arrow(pin, 0, -1);
            case PLUS, EQUALS, ADD -> map.zoomBy(KEY_ZOOM);
            case MINUS, SUBTRACT -> map.zoomBy(-KEY_ZOOM);
            case DIGIT0, NUMPAD0 -> map.fit();
            case ENTER -> {
                if (drawing.pin() == null) {
                    touch.openMiddle();
                } else {
                    drawing.accept();
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void arrow(boolean pin, int x, int y) {
        if (pin) {
            drawing.nudge(-x * NUDGE_PX, -y * NUDGE_PX);
        } else {
            map.move(map.getView().pan(x * ARROW_PX, y * ARROW_PX));
        }
    }
}
