package id.anjungan.geo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/// How far apart centres usually are: the yardstick for the width of a coast and for the size of a hexagon.
final class Spacing {
    private Spacing() {}

    /// Mean distance of each point to its nearest neighbour; 0 for fewer than two points.
    static double meanNearest(List<Coordinate> points) {
        if (points.size() < 2) {
            return 0;
        }
        double sum = 0;
        for (Coordinate a : points) {
            double nearest = Double.MAX_VALUE;
            for (Coordinate b : points) {
                if (a != b) {
                    nearest = Math.min(nearest, a.distance(b));
                }
            }
            sum += nearest;
        }
        return sum / points.size();
    }
}
