package id.anjungan.ui.control.map;

import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.geo.Mercator;
import id.anjungan.geo.Viewport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Writes names of areas where they fit: large areas first; a name stays off other names always and off
/// markers where it can, by moving a little, and is left out when no place is free. Places are chosen when the
/// view changes and kept while only data changes, so names do not jump while somebody reads. FX thread.
final class Labels {
    private static final double GAP_PX = 3;
    /// A name of which markers hide more than this is left out.
    private static final double MOST_HIDDEN = 0.06;
    /// Names are this much of the inherited font.
    private static final double NAME_SIZE = 0.92;
    /// Where a name may go, in heights up or down and in half widths sideways, best first.
    private static final double[][] MOVES = {
        {0, 0}, {0, -0.9}, {0, 0.9}, {0, -1.7}, {0, 1.7}, {0.6, 0}, {-0.6, 0}, {0, -2.5}, {0, 2.5}, {0.6, 1.3},
        {-0.6, 1.3}, {0.6, -1.3}, {-0.6, -1.3}, {1.2, 0.9}, {-1.2, 0.9},
        {1.2, -0.9}, {-1.2, -0.9}
    };

    /// A name under its figure stays there or is left out.
    private static final double[][] UNDER = {{0, 0}, {0, 0.5}, {0.5, 0.1}, {-0.5, 0.1}};

    /// A rectangle on the screen that something occupies.
    record Box(double left, double top, double right, double bottom) {
        static Box around(double x, double y, double halfWidth, double halfHeight) {
            return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
        }

        boolean touches(Box o) {
            return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
        }

        /// Which share of its width another hides.
        double under(Box o) {
            return touches(o) ? (Math.min(right, o.right) - Math.max(left, o.left)) / (right - left) : 0;
        }
    }

    private record Label(String code, String name, double x, double y, double weight) {}

    private record Face(Font font, MapToken colour, double opacity) {}

    private record Placed(String text, Face face, double x, double y) {}

    private List<Label> districts = List.of();
    private List<Label> villages = List.of();
    private final Map<Font, Map<String, Double>> widths = new HashMap<>();
    private final Text measure = new Text();
    private final List<Box> taken = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();

    void set(Areas areas) {
        districts = labels(areas, areas.districts());
        villages = labels(areas, areas.villages());
        widths.clear();
    }

    private static List<Label> labels(Areas areas, List<Area> list) {
        List<Label> out = new ArrayList<>();
        for (Area a : list) {
            areas.shape(a.code())
                    .ifPresent(s -> out.add(new Label(
                            a.code(),
                            a.name(),
                            Mercator.x(s.labelLon()),
                            Mercator.y(s.labelLat()),
                            s.areaSquareMetres())));
        }
        out.sort(Comparator.comparingDouble(Label::weight).reversed());
        return out;
    }

    /// Chooses places anew: names, and above them the values where `values` is not empty.
    void place(Viewport v, MapTokens tokens, Map<String, Double> values, DoubleFunction<String> text, List<Box> markers) {
        taken.clear();
        placed.clear();
        String family = tokens.font().getFamily();
        double size = tokens.font().getSize();
        boolean near = v.zoom() >= AreaPainter.VILLAGE_ZOOM;
        Face name = new Face(Font.font(family, size * NAME_SIZE), MapToken.NAME, 1);
        Face title = new Face(Font.font(family, FontWeight.BOLD, size * 1.15), MapToken.NAME_STRONG, 0.9);
        Face figure = new Face(Font.font("Roboto", FontWeight.BOLD, size * 1.25), MapToken.NAME_STRONG, 1);
        boolean byVillage = villages.stream().anyMatch(l -> values.containsKey(l.code));
        for (Label l : districts) {
            place(l, values, text, near ? title : name, name, figure, v, markers);
        }
        if (near && (values.isEmpty() || byVillage)) {
            for (Label l : villages) {
                place(l, values, text, name, name, figure, v, markers);
            }
        }
    }

    private void place(
            Label l, Map<String, Double> values, DoubleFunction<String> text, Face alone, Face under, Face figure, Viewport v,
            List<Box> markers) {
        double x = v.screenX(l.x);
        double y = v.screenY(l.y);
        Double value = values.get(l.code);
        if (value == null) {
            put(l.name, alone, x, y, MOVES, v, markers);
            return;
        }
        double size = under.font().getSize() / NAME_SIZE;
        Box at = put(text.apply(value), figure, x, y - size * 0.5, MOVES, v, markers);
        if (at != null) {
            put(l.name, under, (at.left + at.right) / 2, at.bottom + size * 0.58, UNDER, v, markers);
        }
    }

    private @Nullable Box put(
            String text, Face face, double x, double y, double[][] moves, Viewport v, List<Box> markers) {
        if (x < -60 || y < -20 || x > v.width() + 60 || y > v.height() + 20) {
            return null;
        }
        double h = face.font.getSize();
        double half = width(text, face.font) / 2 + GAP_PX;
        Box best = null;
        double fewest = Double.MAX_VALUE;
        for (double[] move : moves) {
            Box box = Box.around(x + move[0] * half, y + move[1] * h, half, h * 0.62);
            if (taken.stream().noneMatch(box::touches)) {
                double hidden = markers.stream().mapToDouble(box::under).sum();
                if (hidden < fewest) {
                    best = box;
                    fewest = hidden;
                }
                if (hidden == 0) {
                    break;
                }
            }
        }
        if (best == null || fewest > MOST_HIDDEN) {
            return null; // half a name is none
        }
        taken.add(best);
        placed.add(new Placed(
                text, face, Math.rint((best.left + best.right) / 2), Math.rint((best.top + best.bottom) / 2)));
        return best;
    }

    void paint(GraphicsContext g, MapTokens tokens) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(2.4);
        g.setStroke(tokens.get(MapToken.CANVAS).deriveColor(0, 1, 1, 0.5));
        for (Placed p : placed) {
            g.setFont(p.face.font);
            g.strokeText(p.text, p.x, p.y);
            g.setFill(tokens.get(p.face.colour).deriveColor(0, 1, 1, p.face.opacity));
            g.fillText(p.text, p.x, p.y);
        }
    }

    private double width(String s, Font font) {
        return widths.computeIfAbsent(font, f -> new HashMap<>()).computeIfAbsent(s, k -> {
            measure.setFont(font);
            measure.setText(s);
            return measure.getLayoutBounds().getWidth();
        });
    }
}
