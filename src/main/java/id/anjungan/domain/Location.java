package id.anjungan.domain;

import org.jspecify.annotations.Nullable;

/// Where something happens. Degrees WGS84; either both coordinates are present or neither. `district` and
/// `village` are official area codes (Kemendagri) when known.
public record Location(
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable String address,
        @Nullable String district,
        @Nullable String village) {
    public static final Location UNKNOWN = new Location(null, null, null, null, null);

    public Location {
        if ((lat == null) != (lon == null)) {
            throw new IllegalArgumentException("lat and lon come together");
        }
        if (lat != null && (lat < -90 || lat > 90 || lat.isNaN())) {
            throw new IllegalArgumentException("lat out of range: " + lat);
        }
        if (lon != null && (lon < -180 || lon > 180 || lon.isNaN())) {
            throw new IllegalArgumentException("lon out of range: " + lon);
        }
    }

    public static Location of(double lat, double lon) {
        return new Location(lat, lon, null, null, null);
    }

    public boolean hasPosition() {
        return lat != null && lon != null;
    }

    /// Great-circle distance in metres, or empty when either side has no position.
    public java.util.OptionalDouble metresTo(Location other) {
        if (lat == null || lon == null || other.lat == null || other.lon == null) {
            return java.util.OptionalDouble.empty();
        }
        double p1 = Math.toRadians(lat);
        double p2 = Math.toRadians(other.lat);
        double sp = Math.sin((p2 - p1) / 2);
        double sl = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double h = sp * sp + Math.cos(p1) * Math.cos(p2) * sl * sl;
        return java.util.OptionalDouble.of(2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h))));
    }
}
