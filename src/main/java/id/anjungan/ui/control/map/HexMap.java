package id.anjungan.ui.control.map;

import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.geo.HexLayout;
import id.anjungan.geo.PointIndex;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/// Districts as hexagons for a wall: a count, a name, darker to brighter by count, and an edge with a shape
/// where something is urgent (red with an octagon, amber with a triangle). Sizes of figures and names are
/// given from outside, because the wall computes them from the viewing distance; names break into two lines
/// or shorten before they would leave their hexagon, and the font is never made smaller. Drawn once a pulse
/// at most, when something changed. Style class `hex-map`, colours see [MapToken]. FX thread.
public final class HexMap extends Region {
    private static final double GAP = 0.96;
    private static final double SQRT3 = Math.sqrt(3);

    final MapTokens tokens = new MapTokens(this, this::requestLayout);

    private final Canvas canvas = new Canvas();
    private final DoubleProperty figureSize = new SimpleDoubleProperty(this, "figureSize", 24);
    private final DoubleProperty nameSize = new SimpleDoubleProperty(this, "nameSize", 12);
    private final Fitting fitting = new Fitting();
    private List<Area> districts = List.of();
    private HexLayout layout = HexLayout.of(List.of());
    private Map<String, HexValue> values = Map.of();

    public HexMap() {
        getStyleClass().add("hex-map");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        getChildren().add(canvas);
        figureSize.addListener((o, was, is) -> requestLayout());
        nameSize.addListener((o, was, is) -> requestLayout());
    }

    public void setAreas(Areas areas) {
        districts = areas.districts();
        layout = HexLayout.of(districts);
        requestLayout();
    }

    /// What each district has, by code; a district that is missing has nothing.
    public void setValues(Map<String, HexValue> values) {
        if (!values.equals(this.values)) {
            this.values = Map.copyOf(values);
            requestLayout();
        }
    }

    /// Font size of counts, in pixels.
    public DoubleProperty figureSizeProperty() {
        return figureSize;
    }

    /// Font size of names, in pixels.
    public DoubleProperty nameSizeProperty() {
        return nameSize;
    }

    /// The width in pixels that one hexagon gets in an area of this size; lets a wall choose font sizes.
    public double hexWidth(double width, double height) {
        Extent e = extent();
        return Math.min(width / e.width, height / e.height);
    }

    /// The layout's box in units of a hexagon's width.
    private record Extent(double x, double y, double width, double height) {}

    private Extent extent() {
        var cells = layout.cells().values();
        double minX = cells.stream().mapToDouble(HexLayout.Cell::x).min().orElse(0);
        double maxX = cells.stream().mapToDouble(HexLayout.Cell::x).max().orElse(0);
        double minY = cells.stream().mapToDouble(HexLayout.Cell::y).min().orElse(0);
        double maxY = cells.stream().mapToDouble(HexLayout.Cell::y).max().orElse(0);
        return new Extent(minX - 0.5, minY - 1 / SQRT3, maxX - minX + 1, maxY - minY + 2 / SQRT3);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth() - snappedLeftInset() - snappedRightInset();
        double h = getHeight() - snappedTopInset() - snappedBottomInset();
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        canvas.setWidth(Math.max(0, w));
        canvas.setHeight(Math.max(0, h));
        if (w > 0 && h > 0) {
            paint(canvas.getGraphicsContext2D(), w, h);
        }
    }

    private void paint(GraphicsContext g, double w, double h) {
        g.clearRect(0, 0, w, h);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        Extent e = extent();
        double size = hexWidth(w, h);
        double ox = (w - e.width * size) / 2 - e.x * size;
        double oy = (h - e.height * size) / 2 - e.y * size;
        int max = values.values().stream().mapToInt(HexValue::count).max().orElse(0);
        for (Area a : districts) {
            HexLayout.Cell c = layout.cell(a.code()).orElse(null);
            if (c != null) {
                HexValue v = Objects.requireNonNullElse(values.get(a.code()), HexValue.NONE);
                hex(g, ox + c.x() * size, oy + c.y() * size, size, a.name(), v, max);
            }
        }
    }

    private void hex(GraphicsContext g, double x, double y, double size, String name, HexValue v, int max) {
        int rank = v.alert() == null ? 3 : PointIndex.rank(v.alert());
        boolean alert = rank <= 1;
        outline(g, x, y, size / SQRT3 * GAP);
        g.setFill(alert ? tokens.get(MapToken.LAND).interpolate(tokens.ofPriority(rank), 0.3) : fill(v, max));
        g.fill();
        if (alert) {
            g.setStroke(tokens.ofPriority(rank));
            g.setLineWidth(Math.max(2, size * 0.028));
            outline(g, x, y, size / SQRT3 * GAP - g.getLineWidth() / 2);
            g.stroke();
        }
        List<String> lines = fitting.lines(name, nameFont(), size * 0.92, size * 0.82);
        double figure = figureSize.get();
        double line = nameSize.get() * 1.12;
        double block = figure * 0.86 + lines.size() * line;
        double top = y - block / 2 + (alert ? figure * 0.26 : 0);
        g.setFill(tokens.get(MapToken.NAME_STRONG));
        g.setFont(Font.font("Roboto", FontWeight.BOLD, figure));
        g.fillText(Integer.toString(v.count()), x, top + figure * 0.43);
        g.setFont(nameFont());
        for (int i = 0; i < lines.size(); i++) {
            g.fillText(lines.get(i), x, top + figure * 0.86 + line * (i + 0.55));
        }
        if (alert) {
            symbol(g, x, top - figure * 0.38, figure * 0.3, rank);
        }
    }

    private Font nameFont() {
        return Font.font(tokens.font().getFamily(), FontWeight.MEDIUM, nameSize.get());
    }

    private Color fill(HexValue v, int max) {
        return tokens.land(max == 0 ? 0 : (double) v.count() / max);
    }

    private static void outline(GraphicsContext g, double x, double y, double r) {
        g.beginPath();
        for (int i = 0; i < 6; i++) {
            double a = Math.PI / 6 + i * Math.PI / 3;
            double px = x + r * Math.cos(a);
            double py = y + r * Math.sin(a);
            if (i == 0) {
                g.moveTo(px, py);
            } else {
                g.lineTo(px, py);
            }
        }
        g.closePath();
    }

    private void symbol(GraphicsContext g, double x, double y, double r, int rank) {
        g.setFill(tokens.ofPriority(rank));
        int corners = rank == 0 ? 8 : 3;
        double turn = rank == 0 ? Math.PI / 8 : -Math.PI / 2;
        double reach = rank == 0 ? r / Math.cos(Math.PI / 8) : r * 1.1;
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            xs[i] = x + reach * Math.cos(turn + i * 2 * Math.PI / corners);
            ys[i] = y + reach * Math.sin(turn + i * 2 * Math.PI / corners);
        }
        g.fillPolygon(xs, ys, corners);
        if (rank == 0) {
            g.setFill(tokens.get(MapToken.CANVAS));
            g.fillRect(x - r * 0.14, y - r * 0.6, r * 0.28, r * 0.72);
            g.fillOval(x - r * 0.18, y + r * 0.3, r * 0.36, r * 0.36);
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return MapTokens.sheet();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return MapTokens.META;
    }
}
