package id.anjungan.geo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/// Finds the area of one level that holds a point: a tree of boxes first, then the prepared outline. Built
/// once, then only read, so any number of threads may ask.
final class AreaFinder {
    private static final GeometryFactory JTS = new GeometryFactory();

    private final STRtree tree = new STRtree();

    private record Entry(Area area, PreparedGeometry shape) {}

    record Hit(Area area, double metres) {}

    AreaFinder(List<Area> areas, Map<String, Geometry> shapes) {
        for (Area a : areas) {
            Geometry g = shapes.get(a.code());
            if (g != null && !g.isEmpty()) {
                tree.insert(g.getEnvelopeInternal(), new Entry(a, PreparedGeometryFactory.prepare(g)));
            }
        }
        tree.build();
    }

    /// The area around the point, or the nearest whose edge is within `reachMetres`, or null.
    @Nullable Hit find(Coordinate at, double reachMetres) {
        Point p = JTS.createPoint(at);
        Envelope box = new Envelope(at);
        for (Object found : tree.query(box)) {
            Entry e = (Entry) found;
            if (e.shape.covers(p)) {
                return new Hit(e.area, 0);
            }
        }
        box.expandBy(reachMetres);
        Hit best = null;
        for (Object found : tree.query(box)) {
            Entry e = (Entry) found;
            double d = e.shape.getGeometry().distance(p);
            if (d <= reachMetres && (best == null || d < best.metres)) {
                best = new Hit(e.area, d);
            }
        }
        return best;
    }
}
