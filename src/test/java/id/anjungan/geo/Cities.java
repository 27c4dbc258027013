package id.anjungan.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// The two cities whose tables and outlines lie beside the project; tests that need them are skipped, by
/// name, where they do not.
final class Cities {
    private Cities() {}

    static Path shared(String file) {
        String env = System.getenv("ANJUNGAN_SHARED");
        Path beside = Path.of("..", "shared", file);
        Path p = Files.exists(beside) || env == null ? beside : Path.of(env, file);
        Assumptions.assumeTrue(Files.exists(p), "needs " + p);
        return p;
    }

    static String text(String file) {
        try {
            return Files.readString(shared(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Areas of the city with this code prefix.
    static List<Area> of(String prefix) {
        return text("domain/area-centres.csv")
                .lines()
                .skip(1)
                .filter(l -> l.startsWith(prefix))
                .map(Cities::area)
                .toList();
    }

    private static Area area(String line) {
        String[] f = line.split(",", -1);
        return new Area(
                f[0], f[1], Area.Level.of(f[2]).orElseThrow(), f[3], Double.parseDouble(f[4]), Double.parseDouble(f[5]));
    }

    static Boundaries boundaries(String city, List<Area> areas) {
        return new BoundaryImport(areas)
                .read(city + "-kecamatan.geojson", text("data/geo/" + city + "-kecamatan.geojson"))
                .read(city + "-kelurahan.geojson", text("data/geo/" + city + "-kelurahan.geojson"))
                .done();
    }
}
