package id.anjungan.ui.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything on the wall can be read from where its readers sit, by computation: the height of a capital from the
/// metrics of its font, in minutes of arc at the eye; its contrast on what lies under it; nothing cut off; figures that
/// keep their places.
class LegibilityTest {
    private static final List<String> PAGES =
            List.of("overview", "map", "channels", "lines", "shift", "agencies", "trend", "message", "alarm");

    private static final Map<Font, Double> CAPITALS = new HashMap<>();

    static Stream<Arguments> walls() {
        List<Arguments> all = new ArrayList<>();
        for (String page : PAGES) {
            for (Lang lang : Lang.values()) {
                all.add(Arguments.of(page, "busy", lang, Theme.WALL, Sight.USUAL, 1920, 1080));
            }
            all.add(Arguments.of(page, "offline", Lang.ID, Theme.WALL_LIGHT, Sight.USUAL, 3840, 2160));
            all.add(Arguments.of(page, "flooded", Lang.EN, Theme.WALL_LIGHT, Sight.USUAL, 1920, 1080));
            all.add(Arguments.of(page, "busy", Lang.ID, Theme.WALL, new Sight(55, 5), 1920, 1080));
            all.add(Arguments.of(page, "busy", Lang.ID, Theme.WALL, new Sight(220, 8), 5760, 1080));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("walls")
    void everyLetterStandsHighEnough(String page, String day, Lang lang, Theme theme, Sight sight, int w, int h) {
        Scene scene = wall(page, day, theme, lang, sight, w, h);
        WallStage.look(scene, s -> {
            List<Text> words = words(s.getRoot());
            assertThat(words).isNotEmpty();
            for (Text t : words) {
                double px = capital(t.getFont()) * scaleOf(t);
                double least = secondary(t) ? Sight.SECONDARY_MINUTES : Sight.MUST_MINUTES;
                assertThat(sight.minutes(px, w, h))
                        .as("minutes of arc of “%s” (%s)", t.getText(), t.getFont())
                        .isGreaterThanOrEqualTo(least);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("walls")
    void everyWordStandsOutFromWhatLiesUnderIt(String page, String day, Lang lang, Theme theme, Sight sight, int w, int h) {
        Scene scene = wall(page, day, theme, lang, sight, w, h);
        WallStage.look(scene, s -> {
            for (Text t : words(s.getRoot())) {
                Color ground = ground(t, (Color) s.getFill());
                assertThat(contrast((Color) t.getFill(), ground))
                        .as("contrast of “%s”, %s on %s", t.getText(), t.getFill(), ground)
                        .isGreaterThanOrEqualTo(7);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("walls")
    void nothingIsCutOffAndNothingLeavesTheWall(String page, String day, Lang lang, Theme theme, Sight sight, int w, int h) {
        Scene scene = wall(page, day, theme, lang, sight, w, h);
        WallStage.look(scene, s -> {
            for (Text t : words(s.getRoot())) {
                Bounds b = t.localToScene(t.getLayoutBounds());
                assertThat(b.getMinX()).as("left of “%s”", t.getText()).isGreaterThanOrEqualTo(-1);
                assertThat(b.getMaxX()).as("right of “%s”", t.getText()).isLessThanOrEqualTo(w + 1);
                assertThat(b.getMinY()).as("top of “%s”", t.getText()).isGreaterThanOrEqualTo(-1);
                assertThat(b.getMaxY()).as("bottom of “%s”", t.getText()).isLessThanOrEqualTo(h + 1);
                if (!has(t, "wall-unfit") && !has(t, "hex-name")) {
                    assertThat(t.getText()).as("a word that was cut").doesNotContain("...");
                }
            }
        });
    }

    @Test
    void aSmallScreenFarAwayShowsFewerThingsAndNoneSmaller() {
        Sight near = Sight.USUAL;
        Sight far = new Sight(75, 8);
        Scene wide = wall("overview", "busy", Theme.WALL, Lang.ID, near, 1920, 1080);
        Scene narrow = wall("overview", "busy", Theme.WALL, Lang.ID, far, 1920, 1080);
        int many = WallStage.with(wide, s -> words(s.getRoot()).size());
        int few = WallStage.with(narrow, s -> words(s.getRoot()).size());
        assertThat(few).isLessThan(many / 2);
        assertThat(said(narrow)).anyMatch(t -> t.startsWith("tidak muat: "));
        assertThat(said(narrow)).contains("781", "Terbuka");
    }

    @Test
    void aScreenOnWhichNothingFitsSaysHowLargeItMustBe() {
        Scene tiny = wall("overview", "busy", Theme.WALL, Lang.ID, new Sight(32, 12), 1920, 1080);
        List<String> texts = said(tiny);
        assertThat(texts).anyMatch(t -> t.startsWith("Layar terlalu kecil untuk dibaca dari 12 m: perlu paling sedikit"));
        int inches = Integer.parseInt(texts.stream()
                .filter(t -> t.startsWith("Layar terlalu kecil"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*sedikit (\\d+) inci.*", "$1"));
        Scene enough = wall("overview", "busy", Theme.WALL, Lang.ID, new Sight(inches + 1, 12), 1920, 1080);
        assertThat(said(enough)).contains("781");
    }

    static Stream<String> cities() {
        return Stream.of("paser", "src/test/resources/profiles/boston");
    }

    @ParameterizedTest
    @MethodSource("cities")
    void aPageWhoseDataTheCityDoesNotHaveIsNotShown(String city) {
        CityProfile profile = ProfileLoader.load(city);
        FakeDesk desk = Samples.empty();
        WallStage.Of wall = new WallStage.Of(desk, profile, Theme.WALL, Lang.EN);
        Scene agencies = WallStage.scene(wall, "agencies");
        assertThat(said(agencies)).contains("No page for this hour");
        Scene overview = WallStage.scene(wall, "overview");
        assertThat(said(overview)).contains("Open");
        boolean talks = profile.channels().stream().anyMatch(c -> c.kind().name().equals("CHAT"));
        Scene lines = WallStage.scene(wall, "lines");
        assertThat(said(lines).contains("No page for this hour")).isEqualTo(!talks);
    }

    @Test
    void figuresThatChangeKeepTheirPlaces() {
        Scene scene = wall("overview", "busy", Theme.WALL, Lang.ID, Sight.USUAL, 1920, 1080);
        WallStage.look(scene, s -> words(s.getRoot()).stream()
                .filter(t -> t.getText().matches(".*\\d.*") && !has(t, "wall-what") && !has(t, "wall-figure-name")
                        && !has(t, "wall-channel-name") && !has(t, "wall-title") && !has(t, "hex-name"))
                .forEach(t -> assertThat(t.getFont().getFamily()).as(t.getText()).isEqualTo("Roboto")));
    }

    /// The lowest font of a magnified map still stands as high as a secondary label must.
    @Test
    void theMapIsMagnifiedEnough() {
        double name = 12 * MapPage.MAGNIFIED;
        double figure = 11.5 * MapPage.MAGNIFIED;
        assertThat(Math.min(name, figure)).isGreaterThanOrEqualTo(Sight.SECONDARY_FONT);
    }

    @Test
    void theHeightOfACapitalIsThatOfTheFaces() {
        WallStage.look(wall("shift", "busy", Theme.WALL, Lang.ID, Sight.USUAL, 1920, 1080), s -> {
            for (String face : List.of("Inter", "Roboto")) {
                assertThat(capital(Font.font(face, 1_000)) / 1_000).as(face).isGreaterThanOrEqualTo(Sight.CAPITAL - 0.001);
            }
        });
        assertThat(Sight.USUAL.letterPx(20, 1920, 1080)).isBetween(24.3, 24.6);
    }

    private static Scene wall(String page, String day, Theme theme, Lang lang, Sight sight, int w, int h) {
        FakeDesk desk = WallPicturesTest.desk(day);
        if (!page.equals("alarm")) {
            desk.alarms.set(List.of());
        }
        return WallStage.scene(new WallStage.Of(desk, Surabaya.PROFILE, theme, lang).seen(sight, w, h), page);
    }

    private static List<String> said(Scene scene) {
        return WallStage.with(scene, s -> texts(s.getRoot()));
    }

    static List<String> texts(Node root) {
        return words(root).stream().map(Text::getText).toList();
    }

    /// Every word that can be seen.
    static List<Text> words(Node root) {
        List<Text> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(Node n, List<Text> all) {
        if (!n.isVisible() || n.getOpacity() == 0) {
            return;
        }
        boolean icon = n.getStyleClass().contains("ikonli-font-icon");
        if (n instanceof Text t && !t.getText().isBlank() && !icon) {
            all.add(t);
        }
        if (n instanceof Parent p) {
            p.getChildrenUnmodifiable().forEach(c -> collect(c, all));
        }
    }

    private static boolean secondary(Text t) {
        return has(t, "wall-secondary");
    }

    private static boolean has(Node n, String styleClass) {
        for (Node at = n; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    private static double capital(Font font) {
        return CAPITALS.computeIfAbsent(font, f -> {
            Text t = new Text("H");
            t.setFont(f);
            t.setBoundsType(TextBoundsType.VISUAL);
            return t.getLayoutBounds().getHeight();
        });
    }

    private static double scaleOf(Node n) {
        return n.getLocalToSceneTransform().getMxx();
    }

    /// The nearest thing under a word that is filled, with what shines through it.
    private static Color ground(Node word, Color scene) {
        List<Color> over = new ArrayList<>();
        for (Node at = word.getParent(); at != null; at = at.getParent()) {
            if (at instanceof HexCell cell) {
                cell.getChildrenUnmodifiable().stream()
                        .filter(Polygon.class::isInstance)
                        .forEach(p -> over.add((Color) ((Polygon) p).getFill()));
            } else if (at instanceof Region r && r.getBackground() != null) {
                r.getBackground().getFills().forEach(f -> over.add((Color) f.getFill()));
            }
            if (!over.isEmpty() && over.getLast().isOpaque()) {
                break;
            }
        }
        Color c = scene;
        for (Color o : over.reversed()) {
            c = c.interpolate(Color.color(o.getRed(), o.getGreen(), o.getBlue()), o.getOpacity());
        }
        return c;
    }

    private static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

}
