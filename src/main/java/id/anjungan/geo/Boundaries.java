package id.anjungan.geo;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/// What an import of outlines brought: areas named by the file itself, their outlines, and everything that
/// was wrong or repaired. Given to [Areas#of]. Outlines are degrees, x = lon, y = lat.
public final class Boundaries {
    /// No outlines at all: areas are then computed from centres.
    public static final Boundaries NONE = new Boundaries(Map.of(), List.of(), List.of());

    private final Map<String, Geometry> shapes;
    private final List<Area> areas;
    private final List<BoundaryProblem> problems;

    Boundaries(Map<String, Geometry> shapes, List<Area> areas, List<BoundaryProblem> problems) {
        this.shapes = Map.copyOf(shapes);
        this.areas = List.copyOf(areas);
        this.problems = List.copyOf(problems);
    }

    Map<String, Geometry> shapes() {
        return shapes;
    }

    /// How many areas got an outline.
    public int size() {
        return shapes.size();
    }

    public boolean covers(String code) {
        return shapes.containsKey(code);
    }

    /// Areas as the file's own properties describe them (code, name, level, parent, a centre inside), for a
    /// city that has a boundary file and no table of areas yet.
    public List<Area> areas() {
        return areas;
    }

    /// Everything to tell the person who imports, in file order.
    public List<BoundaryProblem> problems() {
        return problems;
    }
}
