package id.anjungan.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// All areas of a city with their outlines: imported ones where the city has them, else computed from the
/// centres. Answers which area a point lies in and what to draw. Immutable, any thread; building takes some
/// tens of milliseconds for 150 villages, so build it once and off the FX thread.
public final class Areas {
    /// A point this near to an area counts as in it: piers, bridges, new land (Suramadu's city half is 2.7 km).
    public static final double REACH_METRES = 3_000;

    private final Map<String, Area> byCode = new LinkedHashMap<>();
    private final Map<String, List<Area>> children = new HashMap<>();
    private final Map<String, AreaShape> shapes = new HashMap<>();
    private final List<Area> districts;
    private final List<Area> villages;
    private final Plane plane;
    private final AreaFinder villageFinder;
    private final AreaFinder districtFinder;
    private final boolean computed;

    private Areas(Collection<Area> list, @Nullable Boundaries boundaries) {
        List<Area> sorted = list.stream().sorted(Comparator.comparing(Area::code)).toList();
        for (Area a : sorted) {
            if (byCode.put(a.code(), a) != null) {
                throw new IllegalArgumentException("area code " + a.code() + " appears twice");
            }
            if (a.parentCode() != null) {
                children.computeIfAbsent(a.parentCode(), k -> new ArrayList<>()).add(a);
            }
        }
        children.replaceAll((k, v) -> List.copyOf(v));
        districts = sorted.stream().filter(a -> a.level() == Area.Level.DISTRICT).toList();
        villages = sorted.stream().filter(a -> a.level() == Area.Level.VILLAGE).toList();
        plane = Plane.at(sorted.stream().mapToDouble(Area::lat).average().orElse(0));
        computed = boundaries == null || boundaries.shapes().isEmpty();
        Map<String, Geometry> outlines =
                boundaries == null || computed ? ComputedAreas.of(sorted, plane) : imported(boundaries);
        outlines.forEach((code, g) -> shapes.put(code, shape(code, g)));
        villageFinder = new AreaFinder(villages, outlines);
        districtFinder = new AreaFinder(districts, outlines);
    }

    /// Areas whose outlines are computed from their centres.
    public static Areas of(Collection<Area> areas) {
        return new Areas(areas, null);
    }

    /// Areas with imported outlines. A district without one is the union of its villages; an area with
    /// neither has no outline and is only found by its code.
    public static Areas of(Collection<Area> areas, Boundaries boundaries) {
        return new Areas(areas, boundaries);
    }

    private Map<String, Geometry> imported(Boundaries boundaries) {
        Map<String, Geometry> out = new HashMap<>();
        for (Area a : byCode.values()) {
            Geometry g = boundaries.shapes().get(a.code());
            if (g != null) {
                out.put(a.code(), plane.fromDegrees(g));
            }
        }
        for (Area d : districts) {
            List<Geometry> parts = new ArrayList<>();
            for (Area v : children(d.code())) {
                Geometry g = out.get(v.code());
                if (g != null) {
                    parts.add(g);
                }
            }
            if (!out.containsKey(d.code()) && !parts.isEmpty()) {
                out.put(d.code(), UnaryUnionOp.union(parts));
            }
        }
        return out;
    }

    /// Every area, by code.
    public Collection<Area> all() {
        return java.util.Collections.unmodifiableCollection(byCode.values());
    }

    public List<Area> districts() {
        return districts;
    }

    public List<Area> villages() {
        return villages;
    }

    public Optional<Area> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The areas directly below this code, in code order.
    public List<Area> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    /// The outline of an area, if it has one.
    public Optional<AreaShape> shape(String code) {
        return Optional.ofNullable(shapes.get(code));
    }

    /// True when the outlines are computed from centres, so that the screen can say so.
    public boolean computed() {
        return computed;
    }

    public boolean isEmpty() {
        return byCode.isEmpty();
    }

    /// The area of this level whose centre is nearest, however far.
    public Optional<Area> nearest(Area.Level level, double lat, double lon) {
        Coordinate at = plane.of(lat, lon);
        List<Area> among = level == Area.Level.DISTRICT ? districts : villages;
        return among.stream().min(Comparator.comparingDouble(a -> plane.of(a).distance(at)));
    }

    /// Which areas the point belongs to; empty when it is further than [#REACH_METRES] from the city or no
    /// position at all.
    public Optional<AreaAt> locate(double lat, double lon) {
        if (!Double.isFinite(lat) || !Double.isFinite(lon)) {
            return Optional.empty();
        }
        Coordinate at = plane.of(lat, lon);
        AreaFinder.Hit village = villageFinder.find(at, REACH_METRES);
        AreaFinder.Hit district = districtFinder.find(at, REACH_METRES);
        if (village != null && (district == null || village.metres() <= district.metres())) {
            Area above = above(village.area());
            if (above != null) {
                return Optional.of(new AreaAt(above, village.area(), village.metres()));
            }
        }
        return Optional.ofNullable(district).map(d -> new AreaAt(d.area(), null, d.metres()));
    }

    private @Nullable Area above(Area village) {
        return village.parentCode() == null ? null : byCode.get(village.parentCode());
    }

    private AreaShape shape(String code, Geometry g) {
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            if (g.getGeometryN(i) instanceof Polygon p && !p.isEmpty()) {
                rings.add(ring(p.getExteriorRing().getCoordinates()));
                for (int h = 0; h < p.getNumInteriorRing(); h++) {
                    rings.add(ring(p.getInteriorRingN(h).getCoordinates()));
                }
            }
        }
        Coordinate label = labelPoint(g);
        return new AreaShape(code, rings.toArray(double[][]::new), plane.lat(label.y), plane.lon(label.x), g.getArea());
    }

    private static Coordinate labelPoint(Geometry g) {
        if (g.isEmpty() || g.getArea() == 0) {
            return new Coordinate(0, 0);
        }
        var circle = new MaximumInscribedCircle(g, Math.sqrt(g.getArea()) / 25);
        return circle.getCenter().getCoordinate();
    }

    private double[] ring(Coordinate[] coordinates) {
        double[] out = new double[coordinates.length * 2];
        for (int i = 0; i < coordinates.length; i++) {
            out[2 * i] = plane.lon(coordinates[i].x);
            out[2 * i + 1] = plane.lat(coordinates[i].y);
        }
        return out;
    }
}
