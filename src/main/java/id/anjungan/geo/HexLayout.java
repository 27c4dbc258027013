package id.anjungan.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/// Areas as hexagons of one size, so that a wall can be read across a room and a small district weighs as
/// much as a wide one. Every area gets its own cell of a grid (pointed tops; odd rows half a cell to the
/// right), as near as possible to where it lies. Follows from codes and centres alone: the same city always
/// looks the same, whatever order the areas come in.
public final class HexLayout {
    /// A cell: column and row from 0.
    public record Cell(int column, int row) {
        /// Middle in units of the distance between neighbours in a row.
        public double x() {
            return column + (row & 1) * 0.5;
        }

        /// Rows lie √3/2 apart.
        public double y() {
            return row * ROW;
        }
    }

    private static final double ROW = Math.sqrt(3) / 2;
    private static final int MARGIN = 2;
    /// Distance between cells over the usual distance between centres: tight enough to fill a wall, wide
    /// enough that few areas must leave their place.
    private static final double[] TIGHTNESS = {1.0, 1.15, 1.3, 1.45, 1.6, 1.8};
    /// What an empty cell in the frame costs against areas being moved.
    private static final double EMPTY_COST = 0.35;

    private final Map<String, Cell> cells;
    private final int columns;
    private final int rows;

    private HexLayout(Map<String, Cell> cells) {
        this.cells = cells;
        this.columns = cells.values().stream().mapToInt(c -> c.column() + 1).max().orElse(0);
        this.rows = cells.values().stream().mapToInt(c -> c.row() + 1).max().orElse(0);
    }

    /// A layout for these areas, usually the districts of a city.
    public static HexLayout of(Collection<Area> areas) {
        List<Area> sorted = areas.stream().sorted(Comparator.comparing(Area::code)).toList();
        if (sorted.isEmpty()) {
            return new HexLayout(Map.of());
        }
        Plane plane = Plane.at(sorted.stream().mapToDouble(Area::lat).average().orElse(0));
        List<Coordinate> at = new ArrayList<>();
        for (Area a : sorted) {
            at.add(new Coordinate(plane.x(a.lon()), -plane.y(a.lat())));
        }
        double spacing = Math.max(1, Spacing.meanNearest(at));
        Fit best = null;
        for (double tightness : TIGHTNESS) {
            Fit fit = fit(at, spacing * tightness);
            if (best == null || fit.cost < best.cost) {
                best = fit;
            }
        }
        return new HexLayout(named(sorted, best));
    }

    private record Fit(List<Cell> cells, double cost) {}

    private static Fit fit(List<Coordinate> at, double unit) {
        double minX = at.stream().mapToDouble(c -> c.x).min().orElse(0);
        double minY = at.stream().mapToDouble(c -> c.y).min().orElse(0);
        double maxX = at.stream().mapToDouble(c -> c.x).max().orElse(0);
        double maxY = at.stream().mapToDouble(c -> c.y).max().orElse(0);
        int n = at.size();
        int columns = (int) Math.min(n, Math.ceil((maxX - minX) / unit)) + 1 + 2 * MARGIN;
        int rows = (int) Math.min(n, Math.ceil((maxY - minY) / unit / ROW)) + 1 + 2 * MARGIN;
        rows += Math.max(0, Math.ceilDiv(n - columns * rows, columns));
        double toX = Math.min(1 / unit, (columns - 1.0 - 2 * MARGIN) / Math.max(1e-9, maxX - minX));
        double toY = Math.min(1 / unit, (rows - 1.0 - 2 * MARGIN) * ROW / Math.max(1e-9, maxY - minY));
        double f = Math.min(toX, toY);
        List<Cell> grid = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                grid.add(new Cell(c, r));
            }
        }
        double[][] cost = new double[n][grid.size()];
        for (int i = 0; i < n; i++) {
            double x = (at.get(i).x - minX) * f + MARGIN;
            double y = (at.get(i).y - minY) * f + MARGIN * ROW;
            for (int k = 0; k < grid.size(); k++) {
                double dx = grid.get(k).x() - x;
                double dy = grid.get(k).y() - y;
                cost[i][k] = dx * dx + dy * dy;
            }
        }
        return judged(grid, cost, Assignment.solve(cost));
    }

    private static Fit judged(List<Cell> grid, double[][] cost, int[] chosen) {
        List<Cell> cells = new ArrayList<>();
        double moved = 0;
        for (int i = 0; i < chosen.length; i++) {
            cells.add(grid.get(chosen[i]));
            moved += cost[i][chosen[i]];
        }
        int w = span(cells.stream().mapToInt(Cell::column).summaryStatistics());
        int h = span(cells.stream().mapToInt(Cell::row).summaryStatistics());
        double empty = (double) w * h / chosen.length - 1;
        return new Fit(cells, moved / chosen.length + EMPTY_COST * empty);
    }

    private static int span(java.util.IntSummaryStatistics s) {
        return s.getMax() - s.getMin() + 1;
    }

    /// Moves the layout to the corner; by an even number of rows, since odd rows are shifted.
    private static Map<String, Cell> named(List<Area> sorted, @Nullable Fit fit) {
        Map<String, Cell> out = new LinkedHashMap<>();
        if (fit == null) {
            return out;
        }
        int c0 = fit.cells.stream().mapToInt(Cell::column).min().orElse(0);
        int r0 = fit.cells.stream().mapToInt(Cell::row).min().orElse(0) & ~1;
        for (int i = 0; i < sorted.size(); i++) {
            Cell c = fit.cells.get(i);
            out.put(sorted.get(i).code(), new Cell(c.column() - c0, c.row() - r0));
        }
        return out;
    }

    public Optional<Cell> cell(String code) {
        return Optional.ofNullable(cells.get(code));
    }

    /// Every area's cell, by code.
    public Map<String, Cell> cells() {
        return java.util.Collections.unmodifiableMap(cells);
    }

    /// Columns and rows in use, counted from 0; the first row may be empty.
    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }
}
