package id.anjungan.ui.control.map;

import id.anjungan.domain.Outline;
import id.anjungan.geo.Mercator;
import id.anjungan.geo.PointIndex;
import id.anjungan.geo.Viewport;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// What lies over the points of a map: the shape that is being drawn and the one that filters, legs of points on one
/// spot, numbered places around the selected case, and the pin of a position that is being chosen. FX thread.
final class Ink {
    private static final double CLOSE_PX = 4;

    final Canvas node = new Canvas();
    private final List<double[]> hand = new ArrayList<>();
    private boolean box;
    private @Nullable Outline drawn;
    private @Nullable Spider spider;
    private @Nullable MapPin pin;
    private @Nullable MapPin pinFrom;
    private List<MapMark> marks = List.of();
    private boolean used;

    Ink() {
        node.setManaged(false);
        node.setMouseTransparent(true);
    }

    // what a hand draws

    void begin(double x, double y, boolean asBox) {
        hand.clear();
        hand.add(new double[] {x, y});
        box = asBox;
    }

    void draw(double x, double y) {
        double[] last = hand.getLast();
        if (box && hand.size() > 1) {
            hand.removeLast();
        }
        if (box || Math.hypot(x - last[0], y - last[1]) >= CLOSE_PX) {
            hand.add(new double[] {x, y});
        }
    }

    boolean drawing() {
        return !hand.isEmpty();
    }

    void drop() {
        hand.clear();
    }

    /// What was drawn, in degrees; null when it encloses nothing to speak of.
    @Nullable Outline end(Viewport v) {
        List<double[]> path = new ArrayList<>(hand);
        hand.clear();
        if (box && path.size() == 2) {
            double[] a = path.get(0);
            double[] b = path.get(1);
            path = List.of(a, new double[] {b[0], a[1]}, b, new double[] {a[0], b[1]});
        }
        double minX = path.stream().mapToDouble(p -> p[0]).min().orElse(0);
        double maxX = path.stream().mapToDouble(p -> p[0]).max().orElse(0);
        double minY = path.stream().mapToDouble(p -> p[1]).min().orElse(0);
        double maxY = path.stream().mapToDouble(p -> p[1]).max().orElse(0);
        if (path.size() < 3 || (maxX - minX) * (maxY - minY) < 100) {
            return null;
        }
        int each = (path.size() + Outline.MOST - 1) / Outline.MOST;
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < path.size(); i += each) {
            kept.add(path.get(i));
        }
        return kept.size() < 3 ? null : Outline.of(
                kept.stream().mapToDouble(p -> Mercator.lat(v.worldY(p[1]))).toArray(),
                kept.stream().mapToDouble(p -> Mercator.lon(v.worldX(p[0]))).toArray());
    }

    // what is set

    void drawn(@Nullable Outline shape) {
        drawn = shape;
    }

    void spider(@Nullable Spider legs) {
        spider = legs;
    }

    @Nullable Spider spider() {
        return spider;
    }

    void marks(List<MapMark> places) {
        marks = List.copyOf(places);
    }

    /// `from`: where it was before, if anywhere.
    void pin(@Nullable MapPin at, @Nullable MapPin from) {
        pin = at;
        pinFrom = from;
    }

    @Nullable MapPin pin() {
        return pin;
    }

    void movePin(@Nullable MapPin to) {
        pin = to;
    }

    boolean overPin(double x, double y, Viewport v) {
        MapPin p = pin;
        return p != null && Math.hypot(x - sx(p.lon(), v), y - sy(p.lat(), v) + 14) < 22;
    }

    // drawing

    void paint(Viewport v, MapTokens tokens, PointIndex index, int selected, double scale) {
        boolean something = drawing() || drawn != null || spider != null || pin != null || !marks.isEmpty();
        if (!something && !used) {
            return;
        }
        used = something;
        if (node.getWidth() != v.width() || node.getHeight() != v.height()) {
            node.setWidth(v.width());
            node.setHeight(v.height());
        }
        GraphicsContext g = node.getGraphicsContext2D();
        g.clearRect(0, 0, v.width(), v.height());
        Color colour = tokens.get(MapToken.SELECTED);
        if (drawn != null) {
            shape(g, drawn, v, colour);
        }
        marks(g, v, tokens, index, selected);
        if (spider != null) {
            spider.paint(g, v, index, tokens, selected);
        }
        if (drawing()) {
            path(g, colour);
        }
        pin(g, v, tokens);
    }

    private static double sx(double lon, Viewport v) {
        return v.screenX(Mercator.x(lon));
    }

    private static double sy(double lat, Viewport v) {
        return v.screenY(Mercator.y(lat));
    }

    private static void shape(GraphicsContext g, Outline o, Viewport v, Color colour) {
        double[] xs = new double[o.size()];
        double[] ys = new double[o.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = sx(o.lon(i), v);
            ys[i] = sy(o.lat(i), v);
        }
        g.setFill(colour.deriveColor(0, 1, 1, 0.08));
        g.fillPolygon(xs, ys, xs.length);
        g.setStroke(colour);
        g.setLineWidth(1.8);
        g.setLineDashes(6, 4);
        g.strokePolygon(xs, ys, xs.length);
        g.setLineDashes();
    }

    private void path(GraphicsContext g, Color colour) {
        g.setStroke(colour);
        g.setFill(colour.deriveColor(0, 1, 1, 0.12));
        g.setLineWidth(2);
        double[] a = hand.getFirst();
        double[] b = hand.getLast();
        if (box) {
            double x = Math.min(a[0], b[0]);
            double y = Math.min(a[1], b[1]);
            g.fillRect(x, y, Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
            g.strokeRect(x, y, Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
            return;
        }
        double[] xs = hand.stream().mapToDouble(p -> p[0]).toArray();
        double[] ys = hand.stream().mapToDouble(p -> p[1]).toArray();
        g.fillPolygon(xs, ys, xs.length);
        g.strokePolyline(xs, ys, xs.length);
    }

    private void marks(GraphicsContext g, Viewport v, MapTokens tokens, PointIndex index, int selected) {
        if (marks.isEmpty()) {
            return;
        }
        boolean from = selected >= 0 && selected < index.size() && Double.isFinite(index.x(selected) + index.y(selected));
        g.setStroke(tokens.get(MapToken.NAME).deriveColor(0, 1, 1, 0.6));
        g.setLineWidth(1);
        for (MapMark m : marks) {
            if (from) {
                g.strokeLine(v.screenX(index.x(selected)), v.screenY(index.y(selected)), sx(m.lon(), v), sy(m.lat(), v));
            }
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(Font.font("Roboto", FontWeight.BOLD, 11));
        for (MapMark m : marks) {
            double x = sx(m.lon(), v);
            double y = sy(m.lat(), v);
            g.setFill(tokens.get(MapToken.DISC));
            g.fillRoundRect(x - 10, y - 9, 20, 18, 6, 6);
            g.setStroke(tokens.get(MapToken.NAME_STRONG));
            g.setLineWidth(1.4);
            g.strokeRoundRect(x - 10, y - 9, 20, 18, 6, 6);
            g.setFill(tokens.get(MapToken.NAME_STRONG));
            g.fillText(m.label(), x, y);
        }
    }

    private void pin(GraphicsContext g, Viewport v, MapTokens tokens) {
        MapPin p = pin;
        if (p == null) {
            return;
        }
        double x = sx(p.lon(), v);
        double y = sy(p.lat(), v);
        Color colour = tokens.get(MapToken.SELECTED);
        MapPin was = pinFrom;
        if (was != null) {
            g.setStroke(colour);
            g.setLineWidth(1.5);
            g.setLineDashes(3, 4);
            g.strokeLine(sx(was.lon(), v), sy(was.lat(), v), x, y);
            g.setLineDashes();
        }
        g.setFill(colour);
        g.setStroke(tokens.get(MapToken.CANVAS));
        g.setLineWidth(1.6);
        g.beginPath();
        g.moveTo(x, y);
        g.bezierCurveTo(x - 4, y - 10, x - 11, y - 14, x - 11, y - 21);
        g.arc(x, y - 21, 11, 11, 180, -180);
        g.bezierCurveTo(x + 11, y - 14, x + 4, y - 10, x, y);
        g.closePath();
        g.fill();
        g.stroke();
        g.setFill(tokens.get(MapToken.CANVAS));
        g.fillOval(x - 4, y - 25, 8, 8);
    }
}
