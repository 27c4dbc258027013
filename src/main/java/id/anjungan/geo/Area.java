package id.anjungan.geo;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One administrative area of a city as its profile lists it: official code (Kemendagri in Indonesia), name,
/// level, the code of the area above it, and a centre point in degrees WGS84. Outlines are not part of it,
/// because a city may run without any; {@link Areas} adds them.
public record Area(String code, String name, Level level, @Nullable String parentCode, double lat, double lon) {
    public Area {
        Objects.requireNonNull(level, "level");
        if (code.isBlank()) {
            throw new IllegalArgumentException("an area needs a code");
        }
        if (!(lat >= -90 && lat <= 90) || !(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("centre of " + code + " out of range: lat " + lat + ", lon " + lon);
        }
    }

    /// The two levels a desk works with, whatever a country calls them.
    public enum Level {
        DISTRICT,
        VILLAGE;

        /// Understands the words found in area tables and boundary files; empty for any other word (a city
        /// or province outline, for example, which is no area of ours).
        public static Optional<Level> of(String word) {
            return switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "district", "kecamatan", "distrik", "kapanewon" -> Optional.of(DISTRICT);
                case "village", "kelurahan", "desa", "kalurahan", "nagari" -> Optional.of(VILLAGE);
                default -> Optional.empty();
            };
        }
    }
}
