package id.anjungan.ui.control.map;

import id.anjungan.geo.AreaAt;
import id.anjungan.geo.Markers;
import id.anjungan.geo.Mercator;
import id.anjungan.geo.PointIndex;
import id.anjungan.geo.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What lies under a pixel of a map, and what a click on it means: a point is selected, a cluster opens, an area is
/// told. FX thread.
final class MapTouch {
    /// A clicked cluster is given this many zoom steps at most.
    private static final double OPEN_STEPS = 3;
    /// About a metre, in parts of the world.
    private static final double ONE_SPOT = 2.5e-8;

    private final MapView map;
    Consumer<UUID> onPointSelected = id -> {};
    Consumer<List<UUID>> onClusterOpened = ids -> {};
    Consumer<String> onAreaClicked = code -> {};

    MapTouch(MapView map) {
        this.map = map;
    }

    void hover(double x, double y) {
        int m = map.markers().hit(x, y, 2);
        int point = m < 0 ? -1 : map.markers().point(m);
        map.hovered(point < 0 ? null : map.points().id(point), m >= 0 ? null : areaAt(x, y));
    }

    void unhover() {
        map.hovered(null, null);
    }

    boolean overMarker(double x, double y) {
        return map.markers().hit(x, y, 2) >= 0;
    }

    void click(double x, double y) {
        Spider spider = map.drawing().ink.spider();
        int leg = spider == null ? -1 : spider.hit(x, y, map.getView());
        map.drawing().ink.spider(null);
        map.dirtyInk();
        if (leg >= 0) {
            map.drawing().ink.spider(spider);
            onPointSelected.accept(map.points().id(leg));
            return;
        }
        if (map.drawing().pin() != null) {
            map.drawing().pinTo(x, y);
            return;
        }
        Markers markers = map.markers();
        int m = markers.hit(x, y, 2);
        int point = m < 0 ? -1 : markers.point(m);
        int[] members = m < 0 ? null : markers.members(m, map.points().index());
        if (point >= 0 && map.points().cases(point).size() > 1) {
            onClusterOpened.accept(map.points().cases(point));
        } else if (point >= 0) {
            int[] here = onOneSpot(point);
            if (here.length > 1) {
                open(here);
            } else {
                onPointSelected.accept(map.points().id(point));
            }
        } else if (members != null) {
            open(members);
        } else {
            String area = areaAt(x, y);
            if (area != null) {
                onAreaClicked.accept(area);
            }
        }
    }

    /// All points where this one is: an emergency or the selected one may lie over others. Looks at every point, once a
    /// click.
    private int[] onOneSpot(int point) {
        PointIndex index = map.points().index();
        double x = index.x(point);
        double y = index.y(point);
        return java.util.stream.IntStream.range(0, index.size())
                .filter(i -> Math.abs(index.x(i) - x) < ONE_SPOT && Math.abs(index.y(i) - y) < ONE_SPOT)
                .toArray();
    }

    private void open(int[] members) {
        double minX = 1;
        double minY = 1;
        double maxX = 0;
        double maxY = 0;
        List<UUID> ids = new ArrayList<>();
        for (int i : members) {
            ids.addAll(map.points().cases(i));
            minX = Math.min(minX, map.points().index().x(i));
            maxX = Math.max(maxX, map.points().index().x(i));
            minY = Math.min(minY, map.points().index().y(i));
            maxY = Math.max(maxY, map.points().index().y(i));
        }
        Viewport to = Viewport.fitting(minX, minY, maxX, maxY, map.getWidth(), map.getHeight(), map.getWidth() / 5);
        boolean together = Math.max(maxX - minX, maxY - minY) * Math.pow(2, Viewport.MAX_ZOOM) * 256 < 8;
        onClusterOpened.accept(ids);
        if (together || map.getView().zoom() >= Viewport.MAX_ZOOM - 0.01) {
            if (members.length <= Spider.MOST) {
                map.drawing().ink.spider(new Spider(members, map.points().index().x(members[0]), map.points().index().y(members[0])));
            }
        } else {
            double steps = Math.clamp(to.zoom() - map.getView().zoom(), 0.75, OPEN_STEPS);
            map.move(map.getView().centredOn(to.centreX(), to.centreY()).zoomAt(map.getWidth() / 2, map.getHeight() / 2, steps));
        }
    }

    /// What Enter opens: the marker nearest to the middle.
    void openMiddle() {
        Markers m = map.markers();
        int best = -1;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < m.size(); i++) {
            double d = Math.hypot(m.x(i) - map.getView().width() / 2, m.y(i) - map.getView().height() / 2);
            if (d < nearest) {
                nearest = d;
                best = i;
            }
        }
        if (best >= 0) {
            click(m.x(best), m.y(best));
        }
    }

    private @Nullable String areaAt(double x, double y) {
        AreaAt at = map.areas().locate(Mercator.lat(map.getView().worldY(y)), Mercator.lon(map.getView().worldX(x)))
                .filter(a -> a.metresOutside() == 0)
                .orElse(null);
        if (at == null) {
            return null;
        }
        boolean villages = map.getView().zoom() >= AreaPainter.VILLAGE_ZOOM;
        return villages && at.village() != null ? at.village().code() : at.district().code();
    }
}
