package id.anjungan.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/// A flat sheet laid on one city: degrees to metres about one latitude (equirectangular). Within a city the
/// error is far below the width of a street, and distances and Voronoi cells come out undistorted.
record Plane(double cosLat) {
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    static Plane at(double lat) {
        return new Plane(Math.max(0.01, Math.cos(Math.toRadians(lat))));
    }

    double x(double lon) {
        return lon * METRES_PER_DEGREE * cosLat;
    }

    double y(double lat) {
        return lat * METRES_PER_DEGREE;
    }

    double lon(double x) {
        return x / (METRES_PER_DEGREE * cosLat);
    }

    double lat(double y) {
        return y / METRES_PER_DEGREE;
    }

    Coordinate of(double lat, double lon) {
        return new Coordinate(x(lon), y(lat));
    }

    Coordinate of(Area a) {
        return of(a.lat(), a.lon());
    }

    /// A copy of a geometry in degrees, in metres of this plane.
    Geometry fromDegrees(Geometry degrees) {
        Geometry copy = degrees.copy();
        copy.apply(new Scale(METRES_PER_DEGREE * cosLat, METRES_PER_DEGREE));
        copy.geometryChanged();
        return copy;
    }

    private record Scale(double fx, double fy) implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence seq, int i) {
            seq.setOrdinate(i, 0, seq.getX(i) * fx);
            seq.setOrdinate(i, 1, seq.getY(i) * fy);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
