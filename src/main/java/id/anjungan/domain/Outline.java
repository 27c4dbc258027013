package id.anjungan.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A shape somebody drew on the map: a ring of positions in degrees WGS84, closed by itself. Two of the same text are
/// equal. Immutable.
public final class Outline {
    /// A hand draws no more than this; more would be a file.
    public static final int MOST = 500;

    private final String text;
    private final double[] lat;
    private final double[] lon;

    private Outline(double[] lat, double[] lon) {
        this.lat = lat;
        this.lon = lon;
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < lat.length; i++) {
            s.append(i == 0 ? "" : ";").append(String.format(Locale.ROOT, "%.5f,%.5f", lat[i], lon[i]));
        }
        text = s.toString();
    }

    /// Of at least three and at most [#MOST] positions.
    public static Outline of(double[] lat, double[] lon) {
        if (lat.length != lon.length || lat.length < 3 || lat.length > MOST) {
            throw new IllegalArgumentException("an outline has 3 to " + MOST + " positions, not " + lat.length);
        }
        for (int i = 0; i < lat.length; i++) {
            if (!(Math.abs(lat[i]) <= 90 && Math.abs(lon[i]) <= 180)) {
                throw new IllegalArgumentException("out of range: " + lat[i] + ", " + lon[i]);
            }
        }
        return new Outline(lat.clone(), lon.clone());
    }

    public static Outline box(double south, double west, double north, double east) {
        return of(new double[] {south, south, north, north}, new double[] {west, east, east, west});
    }

    /// Reads what [#toString] wrote; empty when it is no outline.
    public static Optional<Outline> parse(String text) {
        List<double[]> all = new ArrayList<>();
        try {
            for (String part : text.split(";")) {
                String[] two = part.split(",");
                if (two.length != 2) {
                    return Optional.empty();
                }
                all.add(new double[] {Double.parseDouble(two[0]), Double.parseDouble(two[1])});
            }
            return Optional.of(of(
                    all.stream().mapToDouble(p -> p[0]).toArray(), all.stream().mapToDouble(p -> p[1]).toArray()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public int size() {
        return lat.length;
    }

    public double lat(int i) {
        return lat[i];
    }

    public double lon(int i) {
        return lon[i];
    }

    /// Whether a position lies inside, by the even-odd rule; no position lies inside nothing.
    public boolean holds(double la, double lo) {
        boolean in = false;
        for (int i = 0, j = lat.length - 1; i < lat.length; j = i++) {
            boolean crosses = lat[i] > la != lat[j] > la;
            if (crosses && lo < (lon[j] - lon[i]) * (la - lat[i]) / (lat[j] - lat[i]) + lon[i]) {
                in = !in;
            }
        }
        return in;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Outline other && text.equals(other.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// On one line, five decimals: a metre.
    @Override
    public String toString() {
        return text;
    }
}
