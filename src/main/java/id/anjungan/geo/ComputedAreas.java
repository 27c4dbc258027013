package id.anjungan.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/// Outlines for a city that has none: each point belongs to the nearest centre (Voronoi), cut off where the
/// city plausibly ends (a concave hull of the centres, widened by the usual spacing). A district is the union
/// of its villages, so the levels fit each other exactly; one without villages has a cell of its own.
final class ComputedAreas {
    private static final GeometryFactory JTS = new GeometryFactory();
    /// How far the hull may dip between outer centres: 0 follows every bay, 1 is convex.
    private static final double HULL_LENGTH_RATIO = 0.35;
    /// A lone centre gets a round area of this radius.
    private static final double LONE_RADIUS_METRES = 2_000;

    private ComputedAreas() {}

    /// Outlines in metres of the plane, by code, for every area given.
    static Map<String, Geometry> of(List<Area> areas, Plane plane) {
        List<Area> sites = sites(areas);
        Map<String, Geometry> cells = cells(sites, plane);
        Map<String, List<Geometry>> parts = new LinkedHashMap<>();
        for (Area site : sites) {
            String district = site.level() == Area.Level.DISTRICT || site.parentCode() == null
                    ? site.code()
                    : site.parentCode();
            Geometry cell = cells.get(site.code());
            if (cell != null) {
                parts.computeIfAbsent(district, k -> new ArrayList<>()).add(cell);
            }
        }
        Map<String, Geometry> out = new HashMap<>(cells);
        for (Area a : areas) {
            List<Geometry> own = parts.get(a.code());
            if (a.level() == Area.Level.DISTRICT && own != null) {
                out.put(a.code(), UnaryUnionOp.union(own));
            }
        }
        return out;
    }

    private static List<Area> sites(List<Area> areas) {
        Set<String> withVillages = new HashSet<>();
        for (Area a : areas) {
            if (a.level() == Area.Level.VILLAGE && a.parentCode() != null) {
                withVillages.add(a.parentCode());
            }
        }
        return areas.stream()
                .filter(a -> a.level() == Area.Level.VILLAGE || !withVillages.contains(a.code()))
                .toList();
    }

    private static Map<String, Geometry> cells(List<Area> sites, Plane plane) {
        Map<String, Geometry> out = new HashMap<>();
        if (sites.isEmpty()) {
            return out;
        }
        Map<Coordinate, String> codes = apart(sites, plane);
        Geometry land = land(codes.keySet());
        if (codes.size() == 1) {
            out.put(sites.getFirst().code(), land);
            return out;
        }
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(new ArrayList<>(codes.keySet()));
        Envelope clip = land.getEnvelopeInternal();
        clip.expandBy(clip.getDiameter());
        builder.setClipEnvelope(clip);
        Geometry diagram = builder.getDiagram(JTS);
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry cell = diagram.getGeometryN(i);
            String code = codes.get((Coordinate) cell.getUserData());
            if (code != null) {
                out.put(code, cell.intersection(land));
            }
        }
        return out;
    }

    /// Centres that coincide (a table may give a village its district's point) are moved a few metres apart,
    /// always the same way, since two areas cannot share one cell.
    private static Map<Coordinate, String> apart(List<Area> sites, Plane plane) {
        Map<Coordinate, String> codes = new LinkedHashMap<>();
        for (Area a : sites) {
            Coordinate c = plane.of(a);
            for (int n = 1; codes.containsKey(c); n++) {
                c = new Coordinate(c.x + 5.0 * n, c.y + 3.0);
            }
            codes.put(c, a.code());
        }
        return codes;
    }

    private static Geometry land(Set<Coordinate> centres) {
        Geometry points = JTS.createMultiPointFromCoords(centres.toArray(Coordinate[]::new));
        if (centres.size() < 3) {
            return points.convexHull().buffer(Math.max(LONE_RADIUS_METRES, 0.5 * points.getEnvelopeInternal().getDiameter()));
        }
        double spacing = Spacing.meanNearest(new ArrayList<>(centres));
        Geometry hull = ConcaveHull.concaveHullByLengthRatio(points, HULL_LENGTH_RATIO);
        return hull.buffer(spacing, 6);
    }
}
