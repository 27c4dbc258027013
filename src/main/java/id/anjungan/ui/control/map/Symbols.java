package id.anjungan.ui.control.map;

import id.anjungan.geo.Markers;
import id.anjungan.geo.PointIndex;
import id.anjungan.ui.control.map.Sprite.Maker;
import id.anjungan.ui.control.map.Sprite.Shape;
import javafx.scene.paint.Color;

/// The symbols of a map for one style and one screen scale: a shape for each priority before it is a colour
/// (octagon with an exclamation mark, triangle, diamond, ring), each with and without the ring that says
/// *nobody has acknowledged this*, and the discs of clusters. FX thread.
final class Symbols {
    private static final double EDGE = 1.6;
    private static final double RING_WIDTH = 1.5;

    /// How much of a point is left at each age; what must be seen never fades.
    private static final int[] LEFT = {255, 205, 155, 110};

    private final Sprite[] points = new Sprite[8 * PointIndex.FADES];
    private final Sprite[] incidents = new Sprite[8];
    private final Sprite[] clusters = new Sprite[4 * 2 * 4];
    final GlyphStrip figures;

    Symbols(MapTokens tokens, GlyphStrip figures, double scale) {
        this.figures = figures;
        Color edge = tokens.get(MapToken.CANVAS);
        for (int rank = 0; rank < 4; rank++) {
            Color c = tokens.ofPriority(rank);
            for (int waiting = 0; waiting < 2; waiting++) {
                Sprite fresh = point(rank, c, edge, waiting == 1, scale);
                for (int fade = 0; fade < PointIndex.FADES; fade++) {
                    points[(rank * 2 + waiting) * PointIndex.FADES + fade] =
                            rank == 0 || waiting == 1 ? fresh : fresh.faded(LEFT[fade]);
                }
                incidents[rank * 2 + waiting] = incident(c, edge, tokens.get(MapToken.DISC), waiting == 1, scale);
                for (int size = 0; size < 4; size++) {
                    clusters[(rank * 2 + waiting) * 4 + size] =
                            cluster(rank, c, edge, tokens.get(MapToken.DISC), waiting == 1, radius(size), scale);
                }
            }
        }
    }

    private static double radius(int size) {
        return Markers.radiusFor((int) Math.pow(10, size) + 1);
    }

    private static int size(int count) {
        return count < 10 ? 0 : count < 100 ? 1 : count < 1000 ? 2 : 3;
    }

    Sprite point(int rank, boolean unacknowledged, int fade) {
        return points[(rank * 2 + (unacknowledged ? 1 : 0)) * PointIndex.FADES + fade];
    }

    Sprite incident(int rank, boolean unacknowledged) {
        return incidents[rank * 2 + (unacknowledged ? 1 : 0)];
    }

    Sprite cluster(int rank, boolean unacknowledged, int count) {
        return clusters[(rank * 2 + (unacknowledged ? 1 : 0)) * 4 + size(count)];
    }

    private static Sprite point(int rank, Color c, Color edge, boolean waiting, double scale) {
        Shape s = shape(rank, 1);
        Maker m = new Maker(15, scale);
        if (waiting) {
            m.add(Shape.ring(rank == 0 ? 12 : 10.5, RING_WIDTH + 2), edge, 0.55)
                    .add(Shape.ring(rank == 0 ? 12 : 10.5, RING_WIDTH), c, 0.95);
        }
        m.add(s.grown(EDGE), edge, 0.9).add(s, c, 1);
        if (rank == 0) {
            exclamation(m, edge);
        }
        return m.done();
    }

    /// A square plate with a second one behind it: several reports, one thing.
    private static Sprite incident(Color c, Color edge, Color disc, boolean waiting, double scale) {
        double r = Markers.INCIDENT_RADIUS - 3;
        Shape front = Shape.box(-r, -r, r, r);
        Shape behind = front.shifted(3, -3);
        Maker m = new Maker(Markers.INCIDENT_RADIUS + 4, scale);
        if (waiting) {
            m.add(front.grown(3.5).hollow(RING_WIDTH + 2), edge, 0.55).add(front.grown(3.5).hollow(RING_WIDTH), c, 0.95);
        }
        return m.add(behind.grown(EDGE), edge, 0.9)
                .add(behind, c, 0.75)
                .add(front.grown(EDGE), edge, 1)
                .add(front, c, 1)
                .add(front.grown(-2), disc, 1)
                .add(front.grown(-2), c, 0.16)
                .done();
    }

    /// The bare shape of a priority; `size` 1 is the size on a map.
    static Shape shape(int rank, double size) {
        return switch (rank) {
            case 0 -> Shape.octagon(7.5 * size);
            case 1 -> Shape.triangle(8 * size);
            case 2 -> Shape.diamond(6.8 * size);
            default -> Shape.ring(4.6 * size, 2.6 * size);
        };
    }

    private static void exclamation(Maker m, Color c) {
        m.add(Shape.box(-1.1, -4.4, 1.1, 1), c, 1).add(Shape.disc(1.35).shifted(0, 3.6), c, 1);
    }

    private static Sprite cluster(
            int rank, Color c, Color edge, Color disc, boolean waiting, double r, double scale) {
        Maker m = new Maker(r + 6, scale);
        Shape outer = rank == 0 ? Shape.octagon(r) : Shape.disc(r);
        if (waiting && rank == 0) { // nearly every other cluster has one waiting: that ring would tell nothing
            Shape ring = outer.grown(4).hollow(RING_WIDTH);
            m.add(ring.grown(1), edge, 0.55).add(ring, c, 0.8);
        }
        return m.add(outer.grown(EDGE), edge, 0.9)
                .add(outer, c, 1)
                .add(outer.grown(-2), disc, 1)
                .add(outer.grown(-2), c, rank == 0 ? 0.30 : 0.08)
                .done();
    }
}
