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
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Writes names of areas where they fit: large areas first, a name that would touch another tries just above
/// and below, and is left out when that fails too, so no two names ever run into each other. FX thread.
final class Labels {
    private static final double GAP_PX = 3;
    private static final double[] SHIFTS = {0, -0.9, 0.9, -1.6, 1.6};

    private record Label(String code, String name, double x, double y, double weight) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean touches(Box o) {
            return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
        }
    }

    private List<Label> districts = List.of();
    private List<Label> villages = List.of();
    private final Map<String, Double> widths = new HashMap<>();
    private final Text measure = new Text();
    private final List<Box> taken = new ArrayList<>();

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

    /// Names, and below them the values where `values` is not empty.
    void paint(GraphicsContext g, Viewport v, MapTokens tokens, Map<String, Double> values) {
        taken.clear();
        boolean near = v.zoom() >= AreaPainter.VILLAGE_ZOOM;
        double size = tokens.font().getSize();
        Font plain = Font.font(tokens.font().getFamily(), FontWeight.NORMAL, size * 0.92);
        Font strong = Font.font(tokens.font().getFamily(), FontWeight.SEMI_BOLD, size);
        Font figures = Font.font("Roboto", FontWeight.BOLD, size * 1.25);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (Label l : districts) {
            Double value = values.get(l.code);
            Font face = near || value != null ? strong : plain;
            if (value == null) {
                place(g, v, tokens, l, face, MapToken.NAME_STRONG, 0.88);
            } else {
                valued(g, v, tokens, l, face, figures, value);
            }
        }
        if (near && values.isEmpty()) {
            for (Label l : villages) {
                place(g, v, tokens, l, plain, MapToken.NAME, 1);
            }
        }
    }

    private void valued(
            GraphicsContext g, Viewport v, MapTokens tokens, Label l, Font face, Font figures, double value) {
        double x = Math.rint(v.screenX(l.x));
        double y = Math.rint(v.screenY(l.y));
        String number = Long.toString(Math.round(value));
        double h = figures.getSize();
        double half = width(number, figures) / 2 + GAP_PX;
        Box figure = new Box(x - half, y - h * 0.6, x + half, y + h * 0.6);
        if (free(figure)) {
            taken.add(figure);
            write(g, tokens, number, figures, MapToken.NAME_STRONG, 1, x, y);
            Label below = new Label(l.code, l.name, l.x, v.worldY(y + h * 1.05), 0);
            place(g, v, tokens, below, Font.font(face.getFamily(), face.getSize() * 0.85), MapToken.NAME_STRONG, 0.8);
        }
    }

    private boolean free(Box b) {
        return taken.stream().noneMatch(b::touches);
    }

    private void place(
            GraphicsContext g, Viewport v, MapTokens tokens, Label l, Font font, MapToken colour, double opacity) {
        double x = v.screenX(l.x);
        double y = v.screenY(l.y);
        if (x < -60 || y < -20 || x > v.width() + 60 || y > v.height() + 20) {
            return;
        }
        double h = font.getSize();
        double half = width(l.name, font) / 2 + GAP_PX;
        for (double shift : SHIFTS) {
            double cy = y + shift * h;
            Box box = new Box(x - half, cy - h * 0.62, x + half, cy + h * 0.62);
            if (free(box)) {
                taken.add(box);
                write(g, tokens, l.name, font, colour, opacity, Math.rint(x), Math.rint(cy));
                return;
            }
        }
    }

    private static void write(
            GraphicsContext g, MapTokens tokens, String s, Font font, MapToken colour, double opacity, double x, double y) {
        g.setFont(font);
        g.setStroke(tokens.get(MapToken.CANVAS).deriveColor(0, 1, 1, 0.55));
        g.setLineWidth(2.4);
        g.strokeText(s, x, y);
        g.setFill(tokens.get(colour).deriveColor(0, 1, 1, opacity));
        g.fillText(s, x, y);
    }

    private double width(String s, Font font) {
        return widths.computeIfAbsent(font.getName() + font.getSize() + s, k -> {
            measure.setFont(font);
            measure.setText(s);
            return measure.getLayoutBounds().getWidth();
        });
    }
}
