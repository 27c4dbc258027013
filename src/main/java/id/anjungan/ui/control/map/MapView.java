package id.anjungan.ui.control.map;

import id.anjungan.domain.Outline;
import id.anjungan.geo.Areas;
import id.anjungan.geo.Markers;
import id.anjungan.geo.Mercator;
import id.anjungan.geo.Viewport;
import id.anjungan.geo.tile.TileSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The map of a city: areas, and on them points as shapes and colours of priority, gathered into clusters
/// where there is no room; beneath them, if one likes, raster tiles and further layers. Drag pans and glides on, the
/// wheel and two fingers zoom to where they are, arrows pan, `+`, `-` zoom, Enter opens what lies in the middle, `0`
/// shows the whole city, which is also how it starts and stays until somebody moves it. Shift and drag draws a box.
///
/// Data goes in as snapshots through the setters, as often as one likes: drawing happens at most once a
/// pulse, and outlines only when the view or their values changed. Style class `map-view`; colours are the
/// CSS properties of [MapToken]; names take the inherited font. Words for screen readers are set by the
/// owner with `setAccessibleText`, since this control knows no language. FX thread only.
public final class MapView extends Region {
    /// Behind points, values are told more quietly, so that the points stand out.
    private static final double QUIET = 0.72;

    /// No picture is drawn with more pixels than this for one of the layout.
    private static final double MOST_LARGER = 6;
    private static final double SAME_SCALE = 1e-4;

    final MapTokens tokens = new MapTokens(this, this::restyle);

    private final Canvas land = new Canvas();
    private final PointPainter painter = new PointPainter();
    private final SelectionRing ring = new SelectionRing();
    private final Rectangle clip = new Rectangle();
    private final MapDrawing drawing = new MapDrawing(this);
    private final MapTouch touch = new MapTouch(this);
    private final TileLayer tiles = new TileLayer(this::dirtyLand);
    private final MapInput input;
    private final AreaPainter areaPainter = new AreaPainter();
    private final Labels labels = new Labels();
    private @Nullable Symbols symbols;
    private GlyphStrip figures = new GlyphStrip(1);
    /// Pixels of the screen in a pixel of the layout.
    private double scale = 1;
    /// How many times larger than it is laid out the map is shown, by what lies around it; on a wall, mostly more than 1.
    private double larger = 1;

    private Areas areas = Areas.of(List.of());
    private MapPoints points = MapPoints.EMPTY;
    private Map<String, Double> choropleth = Map.of();
    private MapMode mode = MapMode.POINTS;
    private Viewport view = new Viewport(0.5, 0.5, 2, 0, 0);
    private final ReadOnlyObjectWrapper<Viewport> viewed = new ReadOnlyObjectWrapper<>(view);
    private boolean fitted = true;
    private boolean landDirty = true;
    private boolean viewDirty = true;
    private final LandSlide slide = new LandSlide(land, this::dirtyLand);
    private final Rectangle focusFrame = new Rectangle();
    private boolean labelsDirty = true;
    private boolean pointsDirty = true;
    private boolean inkDirty = true;
    private boolean animated = true;
    private boolean areasShown = true;
    private List<MapLayer> layers = List.of();
    private java.util.function.DoubleFunction<String> valueText = v -> Long.toString(Math.round(v));
    private @Nullable UUID selectedId;
    private int selected = -1;

    private final ReadOnlyObjectWrapper<@Nullable UUID> hoveredPoint = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> hoveredArea = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper pointsInView = new ReadOnlyIntegerWrapper();
    private final ObservableValue<Boolean> showing =
            sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false);

    public MapView() {
        getStyleClass().add("map-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setClip(clip);
        land.setManaged(false);
        land.setMouseTransparent(true);
        focusFrame.setManaged(false);
        focusFrame.setMouseTransparent(true);
        focusFrame.setFill(null);
        focusFrame.setStrokeWidth(2);
        focusFrame.visibleProperty().bind(focusedProperty());
        getChildren().addAll(land, painter.node, ring, drawing.ink.node, focusFrame);
        input = new MapInput(this, touch, drawing);
        showing.addListener((o, was, is) -> {
            rescale();
            requestLayout();
        });
        localToSceneTransformProperty().addListener((o, was, is) -> rescale());
    }

    /// The areas to draw, with their outlines; shows the whole city unless somebody has moved the map.
    public void setAreas(Areas areas) {
        this.areas = areas;
        areaPainter.set(areas);
        labels.set(areas);
        labelsDirty = true;
        if (fitted) {
            fit();
        }
        dirtyLand();
    }

    /// Raster tiles under everything; null for none. Whoever gives a source closes it.
    public void setTiles(@Nullable TileSource source) {
        tiles.set(source);
    }

    /// Whether a tile that is shown is past its time.
    public boolean tilesAreOld() {
        return tiles.old();
    }

    /// Asks again for tiles that were not to be had.
    public void retryTiles() {
        tiles.retry();
    }

    /// Whether areas are filled and outlined where they have no value to tell.
    public void setAreasShown(boolean shown) {
        areasShown = shown;
        labelsDirty = true;
        dirtyLand();
    }

    /// What is drawn between areas and points, the first one lowest.
    public void setLayers(List<MapLayer> layers) {
        this.layers = List.copyOf(layers);
        dirtyLand();
    }

    /// How a value of an area is written.
    public void setValueText(java.util.function.DoubleFunction<String> text) {
        valueText = text;
        labelsDirty = true;
        dirtyLand();
    }

    /// The points to draw from the next frame on.
    public void setPoints(MapPoints points) {
        // Legs hold numbers of points, which are others now.
        drawing.ink.spider(null);
        if (this.points.size() == 0) {
            labelsDirty = true;
            dirtyLand();
        }
        this.points = points;
        selected = selectedId == null ? -1 : points.find(selectedId);
        dirtyPoints();
    }

    /// Marks a point as selected, or none. Does not move the map; see [#reveal].
    public void setSelected(@Nullable UUID id) {
        selectedId = id;
        selected = id == null ? -1 : points.find(id);
        dirtyPoints();
    }

    /// Colours areas by value; codes of districts or of villages, largest value strongest. Empty: plain land.
    public void setChoropleth(Map<String, Double> values) {
        choropleth = Map.copyOf(values);
        labelsDirty |= mode == MapMode.DISTRICTS;
        dirtyLand();
    }

    public void setMode(MapMode mode) {
        this.mode = mode;
        labelsDirty = true;
        dirtyLand();
        dirtyPoints();
    }

    public MapMode getMode() {
        return mode;
    }

    /// The part of the world in the picture.
    public Outline outlineOfView() {
        return Outline.box(
                Mercator.lat(view.worldY(view.height())), Mercator.lon(view.worldX(0)), Mercator.lat(view.worldY(0)),
                Mercator.lon(view.worldX(view.width())));
    }

    /// What people draw on it and where they put a pin.
    public MapDrawing drawing() {
        return drawing;
    }

    /// Takes back what is half done; false when nothing is.
    public boolean back() {
        boolean lasso = input.lasso();
        input.lasso(false);
        return drawing.back() || lasso;
    }

    /// The next drag draws a shape freely.
    public void setLasso(boolean on) {
        input.lasso(on);
    }

    public boolean isAnimated() {
        return animated;
    }

    /// False when the system asks for less motion.
    public void setAnimated(boolean animated) {
        this.animated = animated;
        requestLayout();
    }

    public void setOnPointSelected(Consumer<UUID> handler) {
        touch.onPointSelected = handler;
    }

    /// Called with the points of a cluster that zooming cannot take apart.
    public void setOnClusterOpened(Consumer<List<UUID>> handler) {
        touch.onClusterOpened = handler;
    }

    /// Called with the code of the area clicked: a village when villages are drawn, else a district.
    public void setOnAreaClicked(Consumer<String> handler) {
        touch.onAreaClicked = handler;
    }

    /// The single point under the pointer.
    public ReadOnlyObjectProperty<@Nullable UUID> hoveredPointProperty() {
        return hoveredPoint.getReadOnlyProperty();
    }

    /// The code of the area under the pointer.
    public ReadOnlyObjectProperty<@Nullable String> hoveredAreaProperty() {
        return hoveredArea.getReadOnlyProperty();
    }

    /// How many points lie in the picture.
    public ReadOnlyIntegerProperty pointsInViewProperty() {
        return pointsInView.getReadOnlyProperty();
    }

    public Viewport getView() {
        return view;
    }

    /// Near enough that villages are drawn and clicked rather than districts.
    public boolean showsVillages() {
        return view.zoom() >= AreaPainter.VILLAGE_ZOOM;
    }

    public ReadOnlyObjectProperty<Viewport> viewProperty() {
        return viewed.getReadOnlyProperty();
    }

    /// Shows the whole city.
    public void fit() {
        fitted = true;
        show(areaPainter.fit(getWidth(), getHeight()));
    }

    /// Brings a point into the middle when it lies outside the picture or at its edge.
    public void reveal(UUID id) {
        int i = points.find(id);
        if (i < 0 || Double.isNaN(points.index().x(i)) || Double.isNaN(points.index().y(i))) {
            return;
        }
        double x = view.screenX(points.index().x(i));
        double y = view.screenY(points.index().y(i));
        double margin = Math.min(40, Math.min(getWidth(), getHeight()) / 4);
        boolean inside = x >= margin && y >= margin && x <= getWidth() - margin && y <= getHeight() - margin;
        if (!inside) {
            move(view.centredOn(points.index().x(i), points.index().y(i)));
        }
    }

    /// Brings a position into the middle.
    public void centreOn(double lat, double lon) {
        move(view.centredOn(Mercator.x(lon), Mercator.y(lat)));
    }

    /// Zooms about the middle.
    public void zoomBy(double steps) {
        move(view.zoomAt(getWidth() / 2, getHeight() / 2, steps));
    }

    /// Somebody moved the map: it no longer follows the city's outline.
    void move(Viewport v) {
        fitted = false;
        show(v);
    }

    private void show(Viewport v) {
        if (!v.equals(view)) {
            view = v;
            viewed.set(v);
            labelsDirty = true;
            viewDirty = true;
            dirtyInk();
            dirtyPoints();
        }
    }

    int tilePictures() {
        return tiles.pictures();
    }

    void hovered(@Nullable UUID point, @Nullable String area) {
        hoveredPoint.set(point);
        if (!java.util.Objects.equals(area, hoveredArea.get())) {
            hoveredArea.set(area);
            dirtyLand();
        }
    }

    MapPoints points() {
        return points;
    }

    Markers markers() {
        return painter.markers;
    }

    Areas areas() {
        return areas;
    }

    private void restyle() {
        symbols = null;
        labelsDirty = true;
        dirtyLand();
        dirtyPoints();
    }

    private void rescale() {
        Window w = getScene() == null ? null : getScene().getWindow();
        double times = Math.clamp(getLocalToSceneTransform().getMxx(), 1.0, MOST_LARGER);
        double s = (w == null ? 1 : Math.max(1, w.getRenderScaleX())) * times;
        if (Math.abs(s - scale) > SAME_SCALE || Math.abs(times - larger) > SAME_SCALE) {
            scale = s;
            larger = times;
            figures = new GlyphStrip(s);
            if (getWidth() > 0) {
                slide.resize(getWidth(), getHeight(), larger);
            }
            restyle();
            requestLayout();
        }
    }

    private void dirtyLand() {
        landDirty = true;
        requestLayout();
    }

    void dirtyInk() {
        inkDirty = true;
        requestLayout();
    }

    private void dirtyPoints() {
        inkDirty = true;
        pointsDirty = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        if (w <= 0 || h <= 0) {
            return;
        }
        if (w != view.width() || h != view.height()) {
            clip.setWidth(w);
            clip.setHeight(h);
            slide.resize(w, h, larger);
            focusFrame.setX(1);
            focusFrame.setY(1);
            focusFrame.setWidth(w - 2);
            focusFrame.setHeight(h - 2);
            landDirty = true;
            show(fitted ? areaPainter.fit(w, h) : view.resized(w, h));
        }
        painter.resize(w, h, scale);
        if (pointsDirty) {
            pointsDirty = false;
            if (symbols == null) {
                symbols = new Symbols(tokens, figures, scale);
            }
            painter.paint(points.index(), view, selected, mode, symbols, tokens, scale);
            pointsInView.set(painter.markers.pointsInView());
        }
        if (landDirty || (viewDirty && !slide.follows(view, animated && showing.getValue()))) {
            landDirty = false;
            slide.painted(view);
            paintLand(slide.wider(view)); // after the points: names keep clear of them
        }
        viewDirty = false;
        if (inkDirty) {
            inkDirty = false;
            drawing.ink.paint(view, tokens, points.index(), selected, scale);
        }
        placeRing();
    }

    private void paintLand(Viewport v) {
        GraphicsContext g = land.getGraphicsContext2D();
        g.setTransform(larger, 0, 0, larger, 0, 0);
        g.setFill(tokens.get(MapToken.CANVAS));
        g.fillRect(0, 0, v.width(), v.height());
        boolean districts = mode == MapMode.DISTRICTS;
        Map<String, Double> values = mode == MapMode.DENSITY ? Map.of() : choropleth;
        String hovered = String.valueOf(hoveredArea.get());
        tiles.paint(g, v, scale);
        AreaPainter.Over over =
                tiles.on() ? AreaPainter.Over.TILES : areasShown ? AreaPainter.Over.NOTHING : AreaPainter.Over.HIDDEN;
        areaPainter.paint(g, v, tokens, values, districts ? 1 : QUIET, hovered, over);
        layers.forEach(l -> l.paint(g, v));
        if (labelsDirty) {
            labelsDirty = false;
            labels.place(v, tokens, districts ? choropleth : Map.of(), valueText, painter.obstacles(mode, selected, slide.margin()));
        }
        labels.paint(g, tokens);
        focusFrame.setStroke(tokens.get(MapToken.SELECTED));
    }

    private void placeRing() {
        boolean on = selected >= 0 && Double.isFinite(points.index().x(selected) + points.index().y(selected));
        ring.setVisible(on);
        if (on) {
            int rank = id.anjungan.geo.PointIndex.rank(points.index().priority(selected));
            ring.setCenterX(view.screenX(points.index().x(selected)));
            ring.setCenterY(view.screenY(points.index().y(selected)));
            ring.setStroke(rank == 0 ? tokens.ofPriority(0) : tokens.get(MapToken.SELECTED));
            ring.breathe(animated && rank == 0 && showing.getValue());
        } else {
            ring.breathe(false);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 480;
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
