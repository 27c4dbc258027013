package id.anjungan.geo;

/// Web Mercator: the whole world as a square of side 1, x to the east, y to the south, so that a position is
/// projected once and every zoom is a multiplication. Latitudes are degrees, cut at the square's edge (±85.05°).
public final class Mercator {
    private static final double MAX_LAT = 85.0511287798066;

    private Mercator() {}

    public static double x(double lon) {
        return (lon + 180) / 360;
    }

    public static double y(double lat) {
        double r = Math.toRadians(Math.clamp(lat, -MAX_LAT, MAX_LAT));
        return 0.5 - Math.log(Math.tan(Math.PI / 4 + r / 2)) / (2 * Math.PI);
    }

    public static double lon(double x) {
        return x * 360 - 180;
    }

    public static double lat(double y) {
        return Math.toDegrees(2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2);
    }
}
