package id.anjungan.simulator;

import id.anjungan.domain.Location;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the simulator needs to know of a city. `landmarks` are places people name. Immutable.
record City(
        String code,
        ZoneId zone,
        List<Channel> channels,
        List<Category> categories,
        List<Village> villages,
        List<String> landmarks) {
    /// So many villages lie around one; in a net of Voronoi cells the mean is six, and the nearest four touch.
    private static final int NEIGHBOURS = 4;

    City {
        channels = List.copyOf(channels);
        categories = List.copyOf(categories);
        villages = List.copyOf(villages);
        landmarks = List.copyOf(landmarks);
        if (channels.isEmpty() || categories.isEmpty() || villages.isEmpty()) {
            throw new IllegalArgumentException(
                    "a city to simulate needs channels, categories and villages; " + code + " lacks some");
        }
    }

    record Channel(String code, Policy.Channel.Kind kind) {}

    record Category(String code, String name, Priority priority, double weight) {}

    /// Centre in degrees WGS84.
    record Village(String code, String name, String district, String districtName, double lat, double lon) {
        double metresTo(Village other) {
            return Location.of(lat, lon).metresTo(Location.of(other.lat, other.lon)).orElse(0);
        }
    }

    Optional<Category> category(String category) {
        return categories.stream().filter(c -> c.code.equals(category)).findFirst();
    }

    List<Channel> channels(Policy.Channel.Kind kind) {
        return channels.stream().filter(c -> c.kind == kind).toList();
    }

    /// The villages whose centres are nearest to one, nearest first.
    List<Village> neighbours(Village of) {
        return villages.stream()
                .filter(v -> !v.equals(of))
                .sorted(Comparator.comparingDouble(of::metresTo))
                .limit(NEIGHBOURS)
                .toList();
    }

    /// How far apart the villages lie around this one, metres; 800 where there is only one.
    double spacing(Village of) {
        return neighbours(of).stream().mapToDouble(of::metresTo).min().orElse(800);
    }
}
