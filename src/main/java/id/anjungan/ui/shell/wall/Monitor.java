package id.anjungan.ui.shell.wall;

import javafx.geometry.Rectangle2D;

/// A screen of this machine. The system gives screens no lasting name, so one is known again by its size and place.
public record Monitor(double x, double y, double width, double height, boolean primary) {
    public static Monitor of(Rectangle2D b, boolean primary) {
        return new Monitor(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight(), primary);
    }

    /// Its size and place, such as `1920x1080+1920+0`: how it is kept in settings and named on the command line.
    public String key() {
        return (long) width + "x" + (long) height + "+" + (long) x + "+" + (long) y;
    }

    boolean sameSize(String key) {
        return key.startsWith((long) width + "x" + (long) height + "+");
    }
}
