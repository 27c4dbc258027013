package id.anjungan.ui.control.map;

import id.anjungan.domain.Outline;
import id.anjungan.geo.Mercator;
import id.anjungan.geo.Viewport;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What people draw on a [MapView] and where they put a pin: the shape that filters, numbered places around the selected
/// case, and a position that is being chosen. FX thread.
public final class MapDrawing {
    private static final double EDGE_PX = 40;

    private final MapView map;
    final Ink ink = new Ink();
    private final ReadOnlyObjectWrapper<@Nullable MapPin> pin = new ReadOnlyObjectWrapper<>();
    private @Nullable UUID movable;
    private Consumer<Outline> onDrawn = shape -> {};
    private Consumer<UUID> onGrabbed = id -> {};
    private Consumer<MapPin> onPinned = at -> {};

    MapDrawing(MapView map) {
        this.map = map;
    }

    /// The shape that filters, or none.
    public void setShape(@Nullable Outline shape) {
        ink.drawn(shape);
        map.dirtyInk();
    }

    /// Numbered places, joined to the selected point.
    public void setMarks(List<MapMark> marks) {
        ink.marks(marks);
        map.dirtyInk();
    }

    /// A pin to be put somewhere, from where it was; null ends it.
    public void setPin(@Nullable MapPin at, @Nullable MapPin from) {
        ink.pin(at, from);
        pin.set(at);
        map.dirtyInk();
    }

    public @Nullable MapPin pin() {
        return pin.get();
    }

    public ReadOnlyObjectProperty<@Nullable MapPin> pinProperty() {
        return pin.getReadOnlyProperty();
    }

    /// The point that a hand may take elsewhere, if any.
    public void setMovable(@Nullable UUID id) {
        movable = id;
    }

    /// Called with a shape that was drawn.
    public void setOnDrawn(Consumer<Outline> handler) {
        onDrawn = handler;
    }

    /// Called when a hand takes the movable point.
    public void setOnGrabbed(Consumer<UUID> handler) {
        onGrabbed = handler;
    }

    /// Called when Enter says that the pin is where it should be.
    public void setOnPinned(Consumer<MapPin> handler) {
        onPinned = handler;
    }

    boolean back() {
        boolean any = ink.drawing() || ink.spider() != null;
        ink.drop();
        ink.spider(null);
        map.dirtyInk();
        return any;
    }

    void begin(double x, double y, boolean box) {
        ink.begin(x, y, box);
    }

    void draw(double x, double y) {
        ink.draw(x, y);
        map.dirtyInk();
    }

    void end() {
        Outline shape = ink.drawing() ? ink.end(map.getView()) : null;
        map.dirtyInk();
        if (shape != null) {
            onDrawn.accept(shape);
        }
    }

    /// Whether a hand that begins to drag here takes something with it: the pin, or the point that may be moved.
    boolean grabs(double x, double y) {
        if (ink.overPin(x, y, map.getView())) {
            return true;
        }
        UUID id = movable;
        int m = map.markers().hit(x, y, 2);
        int point = m < 0 ? -1 : map.markers().point(m);
        MapPoints points = map.points();
        if (id == null || point < 0 || !points.id(point).equals(id) || points.cases(point).size() > 1) {
            return false;
        }
        onGrabbed.accept(id);
        return pin.get() != null;
    }

    void pinTo(double x, double y) {
        Viewport v = map.getView();
        MapPin to = new MapPin(Mercator.lat(v.worldY(y)), Mercator.lon(v.worldX(x)));
        ink.movePin(to);
        pin.set(to);
        map.dirtyInk();
    }

    /// Moves the pin by pixels; the map follows it.
    void nudge(double dx, double dy) {
        MapPin at = pin.get();
        if (at == null) {
            return;
        }
        Viewport v = map.getView();
        double x = v.screenX(Mercator.x(at.lon())) + dx;
        double y = v.screenY(Mercator.y(at.lat())) + dy;
        pinTo(x, y);
        if (x < EDGE_PX || y < EDGE_PX || x > v.width() - EDGE_PX || y > v.height() - EDGE_PX) {
            map.move(v.centredOn(v.worldX(x), v.worldY(y)));
        }
    }

    void accept() {
        MapPin at = pin.get();
        if (at != null) {
            onPinned.accept(at);
        }
    }
}
