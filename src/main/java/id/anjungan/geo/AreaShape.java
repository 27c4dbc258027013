package id.anjungan.geo;

/// The outline of an area, ready to draw. Rings are filled by the even-odd rule, so holes are simply rings
/// inside rings. The label point lies inside, as far from the edge as it gets. Immutable, any thread.
public final class AreaShape {
    private final String code;
    private final double[][] rings;
    private final double labelLat;
    private final double labelLon;
    private final double areaSquareMetres;

    AreaShape(String code, double[][] rings, double labelLat, double labelLon, double areaSquareMetres) {
        this.code = code;
        this.rings = rings;
        this.labelLat = labelLat;
        this.labelLon = labelLon;
        this.areaSquareMetres = areaSquareMetres;
    }

    public String code() {
        return code;
    }

    public int rings() {
        return rings.length;
    }

    /// Positions of a ring; the last equals the first.
    public int positions(int ring) {
        return rings[ring].length / 2;
    }

    /// Degrees.
    public double lon(int ring, int position) {
        return rings[ring][2 * position];
    }

    /// Degrees.
    public double lat(int ring, int position) {
        return rings[ring][2 * position + 1];
    }

    public double labelLat() {
        return labelLat;
    }

    public double labelLon() {
        return labelLon;
    }

    /// Orders labels by importance; no official figure.
    public double areaSquareMetres() {
        return areaSquareMetres;
    }
}
