package id.anjungan.geo;

/// Something an import of outlines found: where (file, feature, line), what kind, and the particulars in
/// plain English for a log. The screen's words for each kind come from the message bundles.
public record BoundaryProblem(String where, Kind kind, String detail) {
    /// What was wrong. The order is from *nothing could be read* to *only worth knowing*.
    public enum Kind {
        /// Not JSON, or not a FeatureCollection: nothing was imported.
        UNREADABLE,
        /// The feature has no `code` property.
        NO_CODE,
        /// The code is not in the city's table of areas.
        UNKNOWN_CODE,
        /// Neither Polygon nor MultiPolygon, or coordinates that are not numbers in range.
        BAD_GEOMETRY,
        /// Nothing is left of the outline after repair.
        EMPTY,
        /// The same code again: parts were joined.
        DUPLICATE_CODE,
        /// Latitude and longitude were the wrong way round: turned.
        SWAPPED,
        /// A ring was not closed: closed.
        UNCLOSED,
        /// Self-crossing or otherwise invalid: repaired.
        INVALID,
        /// The area's own centre lies outside its outline: kept as it is.
        CENTRE_OUTSIDE,
        /// An area of the table has no outline.
        MISSING;

        /// True when the feature was left out.
        public boolean rejects() {
            return compareTo(EMPTY) <= 0;
        }
    }

    @Override
    public String toString() {
        return where + ": " + kind + ": " + detail;
    }
}
