package id.anjungan.ui.control.map;

import id.anjungan.geo.PointIndex;
import id.anjungan.geo.Viewport;
import javafx.scene.canvas.GraphicsContext;

/// Points on one spot drawn apart: each at the end of a leg around it. FX thread.
final class Spider {
    /// More legs than this cannot be told apart; a list can.
    static final int MOST = 16;

    private static final double REACH = 34;
    private static final double HIT = 11;

    private final int[] points;
    private final double x;
    private final double y;

    /// `points` lie at this position of the world.
    Spider(int[] points, double x, double y) {
        this.points = points.clone();
        this.x = x;
        this.y = y;
    }

    private double reach() {
        return Math.max(REACH, points.length * 26 / (2 * Math.PI));
    }

    private double legX(int i, Viewport v) {
        return v.screenX(x) + reach() * Math.sin(2 * Math.PI * i / points.length);
    }

    private double legY(int i, Viewport v) {
        return v.screenY(y) - reach() * Math.cos(2 * Math.PI * i / points.length);
    }

    /// The point at the end of the leg under this pixel, or -1.
    int hit(double px, double py, Viewport v) {
        for (int i = 0; i < points.length; i++) {
            if (Math.hypot(px - legX(i, v), py - legY(i, v)) <= HIT) {
                return points[i];
            }
        }
        return -1;
    }

    void paint(GraphicsContext g, Viewport v, PointIndex index, MapTokens tokens, int selected) {
        g.setStroke(tokens.get(MapToken.NAME));
        g.setLineWidth(1.2);
        for (int i = 0; i < points.length; i++) {
            g.strokeLine(v.screenX(x), v.screenY(y), legX(i, v), legY(i, v));
        }
        for (int i = 0; i < points.length; i++) {
            if (points[i] < index.size()) {
                foot(g, legX(i, v), legY(i, v), PointIndex.rank(index.priority(points[i])), tokens);
                if (points[i] == selected) {
                    g.setStroke(tokens.get(MapToken.SELECTED));
                    g.setLineWidth(2);
                    g.strokeOval(legX(i, v) - 13, legY(i, v) - 13, 26, 26);
                }
            }
        }
    }

    /// The shape of the priority, as vectors: there are few.
    private static void foot(GraphicsContext g, double cx, double cy, int rank, MapTokens tokens) {
        g.setFill(tokens.get(MapToken.DISC));
        g.fillOval(cx - 10, cy - 10, 20, 20);
        g.setFill(tokens.ofPriority(rank));
        g.setStroke(tokens.ofPriority(rank));
        switch (rank) {
            case 0 -> {
                double a = 3;
                double b = 7.4;
                g.fillPolygon(
                        new double[] {cx - a, cx + a, cx + b, cx + b, cx + a, cx - a, cx - b, cx - b},
                        new double[] {cy - b, cy - b, cy - a, cy + a, cy + b, cy + b, cy + a, cy - a}, 8);
            }
            case 1 -> g.fillPolygon(new double[] {cx, cx + 7, cx - 7}, new double[] {cy - 7.5, cy + 5, cy + 5}, 3);
            case 2 -> g.fillPolygon(
                    new double[] {cx, cx + 7, cx, cx - 7}, new double[] {cy - 7, cy, cy + 7, cy}, 4);
            default -> {
                g.setLineWidth(2.6);
                g.strokeOval(cx - 4.6, cy - 4.6, 9.2, 9.2);
            }
        }
    }
}
