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
        for (int i = 0; i < points.size(); i++) {
            double nearest = Double.MAX_VALUE;
            for (int k = 0; k < points.size(); k++) {
                if (i != k) {
                    nearest = Math.min(nearest, points.get(i).distance(points.get(k)));
                }
            }
            sum += nearest;
        }
        return sum / points.size();
    }
}
