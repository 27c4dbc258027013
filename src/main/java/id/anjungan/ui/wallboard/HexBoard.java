package id.anjungan.ui.wallboard;

import id.anjungan.domain.Priority;
import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.geo.HexLayout;
import id.anjungan.state.DistrictFigure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.scene.layout.Region;

/// Districts as hexagons, each as near to where it lies as a grid allows: a count, a name, stronger with the count, and
/// an edge with a shape where something is urgent. Names break into two lines or shorten before they would leave their
/// hexagon; no font is ever made smaller. A small city gets larger hexagons and larger words.
final class HexBoard extends Region {
    /// Below this width a hexagon has no room for a count and a name.
    static final double LEAST_HEX = 96;

    private static final double MOST_HEX = 230;
    private static final double GAP = 0.96;
    private static final double SQRT3 = Math.sqrt(3);

    private final Map<String, HexCell> cells = new HashMap<>();
    private final NameFitting fitting = new NameFitting();
    private List<Area> districts = List.of();
    private HexLayout layout = HexLayout.of(List.of());

    HexBoard() {
        getStyleClass().add("hex-board");
    }

    void setAreas(Areas areas) {
        districts = areas.districts();
        layout = HexLayout.of(districts);
        cells.clear();
        List<HexCell> all = new ArrayList<>();
        for (Area a : districts) {
            HexCell cell = new HexCell(a.name(), fitting);
            cells.put(a.code(), cell);
            all.add(cell);
        }
        getChildren().setAll(all);
    }

    boolean isEmpty() {
        return districts.isEmpty();
    }

    /// A district that is missing has nothing. `counts` writes a number.
    void setValues(List<DistrictFigure> figures, IntFunction<String> counts) {
        int max = figures.stream().mapToInt(DistrictFigure::open).max().orElse(0);
        Map<String, DistrictFigure> by = new HashMap<>();
        figures.forEach(f -> by.put(f.district(), f));
        cells.forEach((code, cell) -> {
            DistrictFigure f = by.get(code);
            int open = f == null ? 0 : f.open();
            Priority worst = f == null ? null : f.worst();
            boolean alert = worst == Priority.EMERGENCY || worst == Priority.HIGH;
            cell.show(counts.apply(open), max == 0 ? 0 : (double) open / max, alert ? worst : null);
        });
    }

    /// The layout's box in units of a hexagon's width.
    private record Extent(double x, double y, double width, double height) {}

    private Extent extent() {
        var all = layout.cells().values();
        double minX = all.stream().mapToDouble(HexLayout.Cell::x).min().orElse(0);
        double maxX = all.stream().mapToDouble(HexLayout.Cell::x).max().orElse(0);
        double minY = all.stream().mapToDouble(HexLayout.Cell::y).min().orElse(0);
        double maxY = all.stream().mapToDouble(HexLayout.Cell::y).max().orElse(0);
        return new Extent(minX - 0.5, minY - 1 / SQRT3, maxX - minX + 1, maxY - minY + 2 / SQRT3);
    }

    /// The width one hexagon gets in so much room.
    double hexWidth(double width, double height) {
        Extent e = extent();
        return Math.min(width / e.width, height / e.height);
    }

    /// The width all of them take when each has this height of room.
    double widthFor(double height) {
        Extent e = extent();
        return Math.min(MOST_HEX, height / e.height) * e.width;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth() - snappedLeftInset() - snappedRightInset();
        double h = getHeight() - snappedTopInset() - snappedBottomInset();
        Extent e = extent();
        double size = Math.min(MOST_HEX, hexWidth(w, h));
        double ox = snappedLeftInset() + (w - e.width * size) / 2 - e.x * size;
        double oy = snappedTopInset() + (h - e.height * size) / 2 - e.y * size;
        double cw = size * GAP;
        double ch = 2 * size / SQRT3 * GAP;
        for (Area a : districts) {
            HexCell cell = cells.get(a.code());
            HexLayout.Cell c = layout.cell(a.code()).orElse(null);
            if (cell != null && c != null) {
                cell.resizeRelocate(ox + c.x() * size - cw / 2, oy + c.y() * size - ch / 2, cw, ch);
            }
        }
    }
}
