package id.anjungan.geo;

/// The outline of an area, ready to draw. Each ring is `lon, lat, lon, lat, …` in degrees, closed; filled by
/// the even-odd rule, so holes are simply rings inside rings. The label point lies inside, as far from the
/// edge as it gets; `areaSquareMetres` serves only to order labels and is no official figure. The arrays are
/// shared for speed and must not be changed.
public record AreaShape(String code, double[][] rings, double labelLat, double labelLon, double areaSquareMetres) {}
