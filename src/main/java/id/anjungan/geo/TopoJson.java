package id.anjungan.geo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns a TopoJSON topology into GeoJSON features: borders that two areas share are stored there once, as arcs, often
/// as steps on a grid. A geometry that names an arc which is not there becomes a feature without coordinates, so the
/// import tells it like any other bad geometry.
final class TopoJson {
    private final List<List<List<Double>>> arcs = new ArrayList<>();
    private double scaleX = 1;
    private double scaleY = 1;
    private double shiftX;
    private double shiftY;
    private boolean grid;

    /// The file is no topology; the message says why.
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1;

        Bad(String message) {
            super(message);
        }
    }

    private TopoJson() {}

    /// Every geometry of every object of the topology, as a feature with its properties.
    static List<Json.Obj> features(Json.Obj topology) throws Bad {
        TopoJson t = new TopoJson();
        t.transform(topology.get("transform"));
        if (!(topology.get("arcs") instanceof List<?> arcs)) {
            throw new Bad("no arcs");
        }
        for (Object arc : arcs) {
            t.arcs.add(t.arc(arc));
        }
        if (!(topology.get("objects") instanceof Json.Obj objects)) {
            throw new Bad("no objects");
        }
        List<Json.Obj> out = new ArrayList<>();
        for (Object o : objects.fields().values()) {
            t.collect(o, out);
        }
        return out;
    }

    private void transform(@Nullable Object json) throws Bad {
        if (json instanceof Json.Obj o) {
            List<Double> scale = pair(o.get("scale"), "scale");
            List<Double> shift = pair(o.get("translate"), "translate");
            scaleX = scale.get(0);
            scaleY = scale.get(1);
            shiftX = shift.get(0);
            shiftY = shift.get(1);
            grid = true;
        }
    }

    private List<List<Double>> arc(@Nullable Object json) throws Bad {
        if (!(json instanceof List<?> positions)) {
            throw new Bad("an arc is no list");
        }
        List<List<Double>> out = new ArrayList<>(positions.size());
        double x = 0;
        double y = 0;
        for (Object p : positions) {
            List<Double> at = pair(p, "position");
            if (grid) {
                x += at.get(0);
                y += at.get(1);
                out.add(List.of(x * scaleX + shiftX, y * scaleY + shiftY));
            } else {
                out.add(at);
            }
        }
        return out;
    }

    private static List<Double> pair(@Nullable Object json, String what) throws Bad {
        if (json instanceof List<?> l && l.size() >= 2 && l.get(0) instanceof Double x && l.get(1) instanceof Double y) {
            return List.of(x, y);
        }
        throw new Bad(what + " is no pair of numbers");
    }

    private void collect(@Nullable Object json, List<Json.Obj> out) {
        if (!(json instanceof Json.Obj o)) {
            return;
        }
        if ("GeometryCollection".equals(o.get("type")) && o.get("geometries") instanceof List<?> all) {
            all.forEach(g -> collect(g, out));
            return;
        }
        Map<String, @Nullable Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", o.get("properties"));
        Map<String, @Nullable Object> geometry = new LinkedHashMap<>();
        geometry.put("type", o.get("type"));
        geometry.put("coordinates", coordinates(o));
        feature.put("geometry", new Json.Obj(geometry, o.line()));
        out.add(new Json.Obj(feature, o.line()));
    }

    private @Nullable Object coordinates(Json.Obj geometry) {
        boolean polygon = "Polygon".equals(geometry.get("type"));
        boolean multi = "MultiPolygon".equals(geometry.get("type"));
        if (!(polygon || multi) || !(geometry.get("arcs") instanceof List<?> arcs)) {
            return null;
        }
        try {
            if (polygon) {
                return rings(arcs);
            }
            List<Object> parts = new ArrayList<>();
            for (Object part : arcs) {
                parts.add(rings(part));
            }
            return parts;
        } catch (Bad e) {
            return null;
        }
    }

    private List<Object> rings(@Nullable Object json) throws Bad {
        if (!(json instanceof List<?> list)) {
            throw new Bad("rings are no list");
        }
        List<Object> out = new ArrayList<>();
        for (Object ring : list) {
            out.add(ring(ring));
        }
        return out;
    }

    /// Arcs joined end to end; a negative number is an arc backwards.
    private List<List<Double>> ring(@Nullable Object json) throws Bad {
        if (!(json instanceof List<?> numbers)) {
            throw new Bad("a ring is no list");
        }
        List<List<Double>> out = new ArrayList<>();
        for (Object n : numbers) {
            int i = n instanceof Double d ? d.intValue() : Integer.MAX_VALUE;
            boolean back = i < 0;
            int k = back ? ~i : i;
            if (k >= arcs.size()) {
                throw new Bad("no arc " + i);
            }
            List<List<Double>> arc = back ? arcs.get(k).reversed() : arcs.get(k);
            out.addAll(out.isEmpty() || arc.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        return out;
    }
}
