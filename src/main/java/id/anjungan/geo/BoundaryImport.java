package id.anjungan.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;

/// Reads outlines from GeoJSON (RFC 7946: a FeatureCollection of Polygon or MultiPolygon features with a
/// `code` property) or TopoJSON (the same features as a Topology) against a city's table of areas. Repairs what can be repaired, leaves out what cannot,
/// and reports both with place and reason; nothing is thrown for bad input. Several files (districts,
/// villages) are read one after the other into the same import. One thread.
public final class BoundaryImport {
    private static final GeometryFactory JTS = new GeometryFactory();
    /// An outline's middle further than this from the area's centre, in degrees, asks for a look at lat/lon.
    private static final double FAR_DEGREES = 3;

    private final Map<String, Area> known;
    private final Map<String, Geometry> shapes = new HashMap<>();
    private final Map<String, Area> described = new LinkedHashMap<>();
    private final List<BoundaryProblem> problems = new ArrayList<>();
    private final Set<Area.Level> levels = EnumSet.noneOf(Area.Level.class);

    /// With an empty table every code is taken and the file's own properties describe the areas.
    public BoundaryImport(Collection<Area> known) {
        this.known = known.stream().collect(Collectors.toMap(Area::code, Function.identity()));
    }

    /// Reads the text of one file; `source` names it in problems.
    public BoundaryImport read(String source, String geoJson) {
        boolean _ = read(source, geoJson, part -> true);
        return this;
    }

    /// As above; `goOn` is told how much of the file is done, from 0 to 1, and stops the reading by saying no. False when
    /// it was stopped.
    boolean read(String source, String geoJson, DoublePredicate goOn) {
        levels.clear();
        List<?> features = features(source, geoJson);
        int n = 0;
        for (Object f : features) {
            if (!goOn.test((double) n / features.size())) {
                return false;
            }
            n++;
            if (f instanceof Json.Obj feature) {
                feature(source + " feature " + n + " (line " + feature.line() + ")", feature);
            } else {
                problem(source + " feature " + n, BoundaryProblem.Kind.BAD_GEOMETRY, "is not an object");
            }
        }
        return true;
    }

    /// A file that could not be opened at all.
    void refuse(String source, String why) {
        levels.clear();
        problem(source, BoundaryProblem.Kind.UNREADABLE, why);
    }

    /// The levels of which the file that was read last has outlines.
    Set<Area.Level> levels() {
        return Set.copyOf(levels);
    }

    private List<?> features(String source, String text) {
        // Some programs begin a file with a byte order mark.
        String geoJson = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Object root;
        try {
            root = Json.parse(geoJson);
        } catch (Json.Bad e) {
            problem(source, BoundaryProblem.Kind.UNREADABLE, "not JSON, " + e.getMessage());
            return List.of();
        }
        if (root instanceof Json.Obj topology && "Topology".equals(topology.get("type"))) {
            try {
                return TopoJson.features(topology);
            } catch (TopoJson.Bad e) {
                problem(source, BoundaryProblem.Kind.UNREADABLE, "TopoJSON: " + e.getMessage());
                return List.of();
            }
        }
        if (root instanceof Json.Obj top
                && "FeatureCollection".equals(top.get("type"))
                && top.get("features") instanceof List<?> list) {
            return list;
        }
        problem(source, BoundaryProblem.Kind.UNREADABLE, "the top is no GeoJSON FeatureCollection and no TopoJSON Topology");
        return List.of();
    }

    /// What was read, with the areas that got no outline named at the end.
    public Boundaries done() {
        for (Area a : known.values().stream().sorted(java.util.Comparator.comparing(Area::code)).toList()) {
            if (!shapes.containsKey(a.code()) && !partsCover(a)) {
                problem(a.code(), BoundaryProblem.Kind.MISSING, a.name() + " has no outline");
            }
        }
        return new Boundaries(shapes, new ArrayList<>(described.values()), problems);
    }

    private boolean partsCover(Area a) {
        return a.level() == Area.Level.DISTRICT
                && known.values().stream().anyMatch(v -> a.code().equals(v.parentCode()) && shapes.containsKey(v.code()));
    }

    private void feature(String where, Json.Obj feature) {
        Object props = feature.get("properties");
        String code = props instanceof Json.Obj p ? text(p.get("code")) : null;
        if (code == null) {
            problem(where, BoundaryProblem.Kind.NO_CODE, "no property \"code\"");
            return;
        }
        String place = where + " code " + code;
        Json.Obj described = (Json.Obj) props;
        Optional<Area.Level> level = described == null ? Optional.empty() : levelOf(described);
        Area area = known.get(code);
        if (area == null && !known.isEmpty()) {
            if (level.isPresent()) {
                problem(place, BoundaryProblem.Kind.UNKNOWN_CODE, "is in no line of the table of areas");
            }
            return; // a city or province outline beside its areas is no mistake
        }
        Geometry g = geometry(place, feature.get("geometry"), area);
        if (g == null) {
            return;
        }
        Geometry before = shapes.get(code);
        if (before != null) {
            problem(place, BoundaryProblem.Kind.DUPLICATE_CODE, "was read before, parts joined");
            g = UnaryUnionOp.union(List.of(before, g));
        }
        shapes.put(code, g);
        levels.add(area == null ? level.orElse(Area.Level.DISTRICT) : area.level());
        if (area != null && !g.covers(JTS.createPoint(new Coordinate(area.lon(), area.lat())))) {
            problem(place, BoundaryProblem.Kind.CENTRE_OUTSIDE, "the centre of " + area.name() + " is not inside");
        }
        if (described != null && level.isPresent()) {
            describe(code, described, level.get(), g);
        }
    }

    private static Optional<Area.Level> levelOf(Json.Obj props) {
        String word = text(props.get("level"));
        return word == null ? Optional.empty() : Area.Level.of(word);
    }

    private void describe(String code, Json.Obj props, Area.Level level, Geometry g) {
        Coordinate in = g.getInteriorPoint().getCoordinate();
        String name = text(props.get("name"));
        described.put(code, new Area(code, name == null ? code : name, level, text(props.get("parent")), in.y, in.x));
    }

    private @Nullable Geometry geometry(String where, @Nullable Object json, @Nullable Area area) {
        if (!(json instanceof Json.Obj o) || !(o.get("coordinates") instanceof List<?> coordinates)) {
            problem(where, BoundaryProblem.Kind.BAD_GEOMETRY, "no geometry with coordinates");
            return null;
        }
        List<Polygon> polygons = new ArrayList<>();
        try {
            switch (String.valueOf(o.get("type"))) {
                case "Polygon" -> polygons.add(polygon(where, coordinates));
                case "MultiPolygon" -> {
                    for (Object part : coordinates) {
                        polygons.add(polygon(where, list(part)));
                    }
                }
                default -> throw new BadGeometry("type " + o.get("type") + ", wanted Polygon or MultiPolygon");
            }
        } catch (BadGeometry e) {
            problem(where, BoundaryProblem.Kind.BAD_GEOMETRY, String.valueOf(e.getMessage()));
            return null;
        }
        Geometry g = polygons.size() == 1
                ? polygons.getFirst()
                : JTS.createMultiPolygon(polygons.toArray(Polygon[]::new));
        return repaired(where, turned(where, g, area));
    }

    private Geometry turned(String where, Geometry g, @Nullable Area area) {
        if (area == null || g.isEmpty()) {
            return g;
        }
        Coordinate middle = g.getEnvelopeInternal().centre();
        Coordinate centre = new Coordinate(area.lon(), area.lat());
        boolean far = middle.distance(centre) > FAR_DEGREES;
        if (far && new Coordinate(middle.y, middle.x).distance(centre) <= FAR_DEGREES) {
            problem(where, BoundaryProblem.Kind.SWAPPED, "coordinates are lat, lon; GeoJSON is lon, lat; turned");
            Geometry t = g.copy();
            t.apply((org.locationtech.jts.geom.CoordinateFilter) c -> c.setCoordinate(new Coordinate(c.y, c.x)));
            t.geometryChanged();
            return t;
        }
        return g;
    }

    private @Nullable Geometry repaired(String where, Geometry g) {
        var check = new IsValidOp(g);
        Geometry ok = g;
        if (!check.isValid()) {
            var error = check.getValidationError();
            Coordinate at = error.getCoordinate();
            ok = GeometryFixer.fix(g);
            String what = error.getMessage() + " at lon " + at.x + ", lat " + at.y;
            problem(where, BoundaryProblem.Kind.INVALID, what + ", repaired");
        }
        if (ok.isEmpty() || ok.getArea() == 0) {
            problem(where, BoundaryProblem.Kind.EMPTY, "the outline encloses nothing");
            return null;
        }
        return ok;
    }

    private Polygon polygon(String where, List<?> rings) throws BadGeometry {
        if (rings.isEmpty()) {
            throw new BadGeometry("a polygon without rings");
        }
        var shell = JTS.createLinearRing(ring(where, 1, list(rings.getFirst())));
        var holes = new org.locationtech.jts.geom.LinearRing[rings.size() - 1];
        for (int i = 1; i < rings.size(); i++) {
            holes[i - 1] = JTS.createLinearRing(ring(where, i + 1, list(rings.get(i))));
        }
        return JTS.createPolygon(shell, holes);
    }

    private Coordinate[] ring(String where, int ring, List<?> positions) throws BadGeometry {
        List<Coordinate> out = new ArrayList<>(positions.size() + 1);
        for (int i = 0; i < positions.size(); i++) {
            out.add(position("ring " + ring + " position " + (i + 1), positions.get(i)));
        }
        if (!out.isEmpty() && !out.getFirst().equals2D(out.getLast())) {
            problem(where, BoundaryProblem.Kind.UNCLOSED, "ring " + ring + " does not end where it begins, closed");
            out.add(out.getFirst().copy());
        }
        if (out.size() < 4) {
            throw new BadGeometry("ring " + ring + " has " + out.size() + " positions, at least 4 are needed");
        }
        return out.toArray(Coordinate[]::new);
    }

    private static Coordinate position(String where, @Nullable Object json) throws BadGeometry {
        if (!(json instanceof List<?> p)
                || p.size() < 2
                || !(p.get(0) instanceof Double x)
                || !(p.get(1) instanceof Double y)) {
            throw new BadGeometry(where + " is not [lon, lat]");
        }
        boolean fits = Math.abs(x) <= 180 && Math.abs(y) <= 180;
        if (!fits) {
            throw new BadGeometry(where + " is out of range: " + x + ", " + y + " (degrees WGS84 are wanted)");
        }
        return new Coordinate(x, y);
    }

    private static List<?> list(@Nullable Object json) throws BadGeometry {
        if (json instanceof List<?> l) {
            return l;
        }
        throw new BadGeometry("coordinates are not nested deep enough");
    }

    private static @Nullable String text(@Nullable Object json) {
        return json instanceof String s && !s.isBlank() ? s.strip() : null;
    }

    private void problem(String where, BoundaryProblem.Kind kind, String detail) {
        problems.add(new BoundaryProblem(where, kind, detail));
    }

    private static final class BadGeometry extends Exception {
        private static final long serialVersionUID = 1;

        BadGeometry(String message) {
            super(message);
        }
    }
}
