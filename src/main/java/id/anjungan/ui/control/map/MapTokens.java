package id.anjungan.ui.control.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// The style of one map: a styleable property for each [MapToken], and the font it inherits as any labelled
/// control does. Tells its owner when the style sheet changed something. FX thread.
final class MapTokens {
    private static final Map<MapToken, CssMetaData<Region, Color>> COLOURS = new EnumMap<>(MapToken.class);
    private static final FontCssMetaData<Region> FONT = new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(Region node) {
            return true;
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(Region node) {
            return of(node).font;
        }
    };
    static final List<CssMetaData<? extends Styleable, ?>> META = new ArrayList<>(Region.getClassCssMetaData());

    static {
        for (MapToken t : MapToken.values()) {
            COLOURS.put(t, meta(t));
        }
        META.addAll(COLOURS.values());
        META.add(FONT);
    }

    private final Map<MapToken, SimpleStyleableObjectProperty<Color>> colours = new EnumMap<>(MapToken.class);
    private final SimpleStyleableObjectProperty<Font> font;

    MapTokens(Region owner, Runnable changed) {
        for (MapToken t : MapToken.values()) {
            var p = new SimpleStyleableObjectProperty<>(COLOURS.get(t), owner, t.css, t.initial());
            p.addListener((o, was, is) -> changed.run());
            colours.put(t, p);
        }
        font = new SimpleStyleableObjectProperty<>(FONT, owner, "font", Font.getDefault());
        font.addListener((o, was, is) -> changed.run());
    }

    private static CssMetaData<Region, Color> meta(MapToken t) {
        return new CssMetaData<>(t.css, StyleConverter.getColorConverter(), t.initial()) {
            @Override
            public boolean isSettable(Region node) {
                return true;
            }

            @Override
            public StyleableProperty<Color> getStyleableProperty(Region node) {
                return of(node).property(t);
            }
        };
    }

    private static MapTokens of(Region node) {
        return ((MapView) node).tokens;
    }

    private SimpleStyleableObjectProperty<Color> property(MapToken t) {
        return Objects.requireNonNull(colours.get(t));
    }

    Color get(MapToken t) {
        Color c = property(t).get();
        return c == null ? t.initial() : c;
    }

    Color ofPriority(int rank) {
        return get(MapToken.ofPriority(rank));
    }

    /// Land coloured by a value from 0 to 1.
    Color land(double value) {
        return get(MapToken.LAND).interpolate(get(MapToken.LAND_STRONG), value);
    }

    Font font() {
        return font.get();
    }

    static String sheet() {
        return String.valueOf(MapTokens.class.getResource("map.css"));
    }
}
