package id.anjungan.ui.map;

import id.anjungan.geo.Area;
import id.anjungan.ui.kit.Surabaya;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Boundary files of the city of the samples, made of squares around the centres.
final class BoundaryFiles {
    private BoundaryFiles() {}

    static Path squares(Path file, List<Area> areas) throws IOException {
        return write(file, areas.stream().map(a -> feature(a.code(), ring(a, true))).toList());
    }

    /// All villages, one of them self-crossing, one open, one not of this city, and one feature without a code.
    static Path troubled(Path file) throws IOException {
        List<Area> all = Surabaya.AREAS.villages();
        List<String> features = new java.util.ArrayList<>(
                all.subList(2, all.size()).stream().map(a -> feature(a.code(), ring(a, true))).toList());
        features.addFirst(feature(all.get(0).code(), ring(all.get(0), false)));
        features.add(1, feature("99.99.99.9999", ring(all.get(1), true)));
        features.add(2, "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}");
        features.add(3, feature(all.get(1).code(), "[[112.7,-7.2],[112.71,-7.21],[112.71,-7.2],[112.7,-7.21],[112.7,-7.2]]"));
        return write(file, features);
    }

    private static Path write(Path file, List<String> features) throws IOException {
        return Files.writeString(
                file,
                "{\"type\":\"FeatureCollection\",\n\"features\":[\n"
                        + features.stream().collect(Collectors.joining(",\n")) + "]}");
    }

    private static String feature(String code, String ring) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code
                + "\",\"level\":\"kelurahan\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}";
    }

    private static String ring(Area a, boolean closed) {
        double r = 0.004;
        String open = String.format(
                Locale.ROOT, "[%f,%f],[%f,%f],[%f,%f],[%f,%f]", a.lon() - r, a.lat() - r, a.lon() + r, a.lat() - r, a.lon() + r,
                a.lat() + r, a.lon() - r, a.lat() + r);
        return "[" + open + (closed ? String.format(Locale.ROOT, ",[%f,%f]", a.lon() - r, a.lat() - r) : "") + "]";
    }
}
