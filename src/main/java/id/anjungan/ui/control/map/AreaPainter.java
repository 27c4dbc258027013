package id.anjungan.ui.control.map;

import id.anjungan.geo.Area;
import id.anjungan.geo.AreaShape;
import id.anjungan.geo.Areas;
import id.anjungan.geo.Mercator;
import id.anjungan.geo.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineJoin;

/// Fills and outlines the areas of a city. Outlines are projected once when the areas are set; a frame only
/// multiplies, skips what lies outside, and leaves out positions closer than a pixel. FX thread.
final class AreaPainter {
    /// From this zoom on villages are outlined too.
    static final double VILLAGE_ZOOM = 13;

    private static final double MIN_STEP_PX = 0.8;

    private List<Outline> districts = List.of();
    private List<Outline> villages = List.of();
    private double minX;
    private double minY;
    private double maxX;
    private double maxY;

    /// Rings of `x, y, x, y, …` in Mercator units, with their box.
    private static final class Outline {
        final String code;
        final double[][] rings;
        double minX = 1;
        double minY = 1;
        double maxX = 0;
        double maxY = 0;

        Outline(AreaShape shape) {
            code = shape.code();
            rings = new double[shape.rings()][];
            for (int r = 0; r < rings.length; r++) {
                rings[r] = new double[2 * shape.positions(r)];
                for (int i = 0; i < shape.positions(r); i++) {
                    double x = Mercator.x(shape.lon(r, i));
                    double y = Mercator.y(shape.lat(r, i));
                    rings[r][2 * i] = x;
                    rings[r][2 * i + 1] = y;
                    minX = Math.min(minX, x);
                    minY = Math.min(minY, y);
                    maxX = Math.max(maxX, x);
                    maxY = Math.max(maxY, y);
                }
            }
        }

        boolean visible(Viewport v) {
            return v.screenX(maxX) >= 0
                    && v.screenY(maxY) >= 0
                    && v.screenX(minX) <= v.width()
                    && v.screenY(minY) <= v.height();
        }
    }

    void set(Areas areas) {
        districts = outlines(areas, areas.districts());
        villages = outlines(areas, areas.villages());
        List<Outline> all = districts.isEmpty() ? villages : districts;
        minX = all.stream().mapToDouble(o -> o.minX).min().orElse(0.4);
        minY = all.stream().mapToDouble(o -> o.minY).min().orElse(0.4);
        maxX = all.stream().mapToDouble(o -> o.maxX).max().orElse(0.6);
        maxY = all.stream().mapToDouble(o -> o.maxY).max().orElse(0.6);
    }

    private static List<Outline> outlines(Areas areas, List<Area> list) {
        List<Outline> out = new ArrayList<>();
        for (Area a : list) {
            areas.shape(a.code()).map(Outline::new).ifPresent(out::add);
        }
        return out;
    }

    /// The view that shows the whole city.
    Viewport fit(double width, double height) {
        double padding = Math.clamp(Math.min(width, height) * 0.05, 8.0, 40.0);
        return Viewport.fitting(minX, minY, maxX, maxY, width, height, padding);
    }

    /// What is beneath the areas: nothing, pictures that must be seen through them, or the areas are not to be seen.
    enum Over {
        NOTHING,
        TILES,
        HIDDEN
    }

    /// Pictures are dimmed by this much of the canvas, so that points and names stay first.
    private static final double DIMMED = 0.28;
    private static final double SEEN_THROUGH = 0.62;

    void paint(
            GraphicsContext g, Viewport v, MapTokens tokens, Map<String, Double> values, double reach, String hovered,
            Over over) {
        if (over == Over.TILES) {
            g.setFill(tokens.get(MapToken.CANVAS).deriveColor(0, 1, 1, DIMMED));
            g.fillRect(0, 0, v.width(), v.height());
        }
        double max = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        boolean byVillage = villages.stream().anyMatch(o -> values.containsKey(o.code));
        g.setFillRule(FillRule.EVEN_ODD);
        g.setLineJoin(StrokeLineJoin.ROUND);
        List<Outline> filled = byVillage || districts.isEmpty() ? villages : districts;
        for (Outline o : filled) {
            boolean told = over == Over.NOTHING || values.getOrDefault(o.code, 0.0) > 0;
            if (told && o.visible(v)) {
                double value = max > 0 ? Objects.requireNonNullElse(values.get(o.code), 0.0) / max : 0;
                trace(g, o, v);
                Color fill = tokens.land(reach * Math.clamp(value, 0.0, 1.0));
                g.setFill(over == Over.TILES ? fill.deriveColor(0, 1, 1, SEEN_THROUGH) : fill);
                g.fill();
            }
        }
        if (over == Over.HIDDEN && values.isEmpty()) {
            return;
        }
        // On pictures a border the colour of the canvas would be lost.
        Color line = over == Over.TILES
                ? tokens.get(MapToken.NAME).deriveColor(0, 1, 1, 0.55)
                : tokens.get(MapToken.BORDER);
        if (v.zoom() >= VILLAGE_ZOOM || byVillage) {
            stroke(g, villages, v, line.deriveColor(0, 1, 1, 0.7), 0.8);
        }
        stroke(g, districts, v, line, v.zoom() >= VILLAGE_ZOOM ? 2.2 : 1.4);
        Color lit = tokens.get(MapToken.NAME).deriveColor(0, 1, 1, 0.8);
        stroke(g, districts.stream().filter(o -> o.code.equals(hovered)).toList(), v, lit, 1.2);
        stroke(g, villages.stream().filter(o -> o.code.equals(hovered)).toList(), v, lit, 1.2);
    }

    private static void stroke(GraphicsContext g, List<Outline> outlines, Viewport v, Color c, double width) {
        g.setStroke(c);
        g.setLineWidth(width);
        for (Outline o : outlines) {
            if (o.visible(v)) {
                trace(g, o, v);
                g.stroke();
            }
        }
    }

    private static void trace(GraphicsContext g, Outline o, Viewport v) {
        double scale = v.scale();
        double ox = v.width() / 2 - v.centreX() * scale;
        double oy = v.height() / 2 - v.centreY() * scale;
        g.beginPath();
        for (double[] ring : o.rings) {
            double lastX = ring[0] * scale + ox;
            double lastY = ring[1] * scale + oy;
            g.moveTo(lastX, lastY);
            for (int i = 2; i < ring.length - 2; i += 2) {
                double x = ring[i] * scale + ox;
                double y = ring[i + 1] * scale + oy;
                if (Math.abs(x - lastX) + Math.abs(y - lastY) >= MIN_STEP_PX) {
                    g.lineTo(x, y);
                    lastX = x;
                    lastY = y;
                }
            }
            g.closePath();
        }
    }
}
