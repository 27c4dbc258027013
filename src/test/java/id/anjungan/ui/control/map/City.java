package id.anjungan.ui.control.map;

import id.anjungan.domain.Ids;
import id.anjungan.domain.Priority;
import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.geo.Boundaries;
import id.anjungan.geo.BoundaryImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;

/// A city to draw: the shipped profile's areas, with made-up cases in them.
final class City {
    private City() {}

    static List<Area> table(String profile) throws IOException {
        Path file = Path.of("assets", "profiles", profile, "areas.csv");
        Assumptions.assumeTrue(Files.exists(file), "needs " + file);
        return Files.readAllLines(file).stream()
                .filter(l -> !l.startsWith("#") && !l.startsWith("code,"))
                .filter(l -> !l.isBlank())
                .map(l -> l.split(",", -1))
                .map(f -> new Area(
                        f[0],
                        f[1],
                        Area.Level.of(f[2]).orElseThrow(),
                        f[3],
                        Double.parseDouble(f[4]),
                        Double.parseDouble(f[5])))
                .toList();
    }

    static Areas computed(String profile) throws IOException {
        return Areas.of(table(profile));
    }

    static Areas bounded(String profile) throws IOException {
        List<Area> table = table(profile);
        String env = System.getenv("ANJUNGAN_SHARED");
        Path dir = Path.of("..", "shared", "data", "geo");
        dir = Files.exists(dir) || env == null ? dir : Path.of(env, "data", "geo");
        Assumptions.assumeTrue(Files.exists(dir), "needs " + dir);
        Boundaries b = new BoundaryImport(table)
                .read("districts", Files.readString(dir.resolve(profile + "-kecamatan.geojson")))
                .read("villages", Files.readString(dir.resolve(profile + "-kelurahan.geojson")))
                .done();
        return Areas.of(table, b);
    }

    /// Cases about the villages, denser in some; few are emergencies.
    static MapPoints points(Areas areas, int n, long seed) {
        Random r = new Random(seed);
        var b = new MapPoints.Builder(n);
        double spread = Math.sqrt(areas.districts().stream()
                        .mapToDouble(d -> areas.shape(d.code()).orElseThrow().areaSquareMetres())
                        .sum()
                / areas.villages().size())
                / 111_000;
        for (int i = 0; i < n; i++) {
            int size = areas.villages().size();
            Area v = areas.villages().get(((int) (size * Math.pow(r.nextDouble(), 1.7))) * 37 % size);
            b.add(
                    Ids.of("case", Integer.toString(i)),
                    v.lat() + r.nextGaussian() * spread * 0.35,
                    v.lon() + r.nextGaussian() * spread * 0.35,
                    priority(r.nextInt(200)),
                    r.nextInt(6) == 0);
        }
        return b.build();
    }

    private static Priority priority(int n) {
        return n < 1 ? Priority.EMERGENCY : n < 16 ? Priority.HIGH : n < 110 ? Priority.MEDIUM : Priority.LOW;
    }

    static Map<String, Double> counts(Areas areas, MapPoints points) {
        Map<String, Double> out = new HashMap<>();
        for (int i = 0; i < points.size(); i++) {
            double lat = id.anjungan.geo.Mercator.lat(points.index().y(i));
            double lon = id.anjungan.geo.Mercator.lon(points.index().x(i));
            areas.locate(lat, lon).ifPresent(a -> out.merge(a.district().code(), 1.0, Double::sum));
        }
        return out;
    }
}
