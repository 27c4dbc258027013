package id.anjungan.ui.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Priority;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.ChannelTile;
import id.anjungan.state.DistrictFigure;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Picture;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import id.anjungan.ui.kit.WallSamples;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Pictures of every page of the wall, to be looked at, in `target/pictures`.
class WallPicturesTest {
    private static final List<String> PAGES =
            List.of("overview", "map", "channels", "lines", "shift", "agencies", "trend", "message");

    static Stream<Arguments> pages() {
        return PAGES.stream()
                .flatMap(p -> Stream.of(
                        Arguments.of(p, "busy", Theme.WALL, Lang.ID), Arguments.of(p, "busy", Theme.WALL_LIGHT, Lang.EN)));
    }

    static Stream<Arguments> days() {
        return Stream.of("calm", "empty", "offline", "flooded")
                .flatMap(d -> Stream.of("overview", "map", "channels", "lines", "shift")
                        .map(p -> Arguments.of(p, d, Theme.WALL, d.equals("flooded") ? Lang.EN : Lang.ID)));
    }

    static FakeDesk desk(String day) {
        FakeDesk desk =
                switch (day) {
                    case "calm" -> WallSamples.full(Samples.calm());
                    case "empty" -> Samples.empty();
                    case "offline" -> WallSamples.full(Samples.offline());
                    case "flooded" -> WallSamples.full(Samples.flooded());
                    default -> WallSamples.full(Samples.busy());
                };
        return desk;
    }

    @ParameterizedTest
    @MethodSource({"pages", "days"})
    void aPage(String page, String day, Theme theme, Lang lang) {
        FakeDesk desk = desk(day);
        desk.alarms.set(List.of());
        take("wall-" + page + "-" + day + "-" + theme.table() + "-" + lang.code(), desk, Surabaya.PROFILE, theme, lang, page);
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void anEmergencyHasTheWall(Theme theme, Lang lang, String day) {
        take("wall-alarm-" + day + "-" + theme.table(), desk(day), Surabaya.PROFILE, theme, lang, "");
    }

    static Stream<Arguments> alarms() {
        return Stream.of(
                Arguments.of(Theme.WALL, Lang.ID, "busy"), Arguments.of(Theme.WALL_LIGHT, Lang.EN, "flooded"),
                Arguments.of(Theme.WALL, Lang.ID, "offline"));
    }

    @ParameterizedTest
    @MethodSource("cities")
    void anotherCity(String name, String profile, Lang lang) {
        CityProfile city = ProfileLoader.load(profile);
        FakeDesk desk = Samples.calm();
        desk.queue.rows(List.of());
        desk.tiles.set(city.channels().stream()
                .map(c -> new ChannelTile(c.code(), c.order() * 7 % 40, 3, null, FakeDesk.START.minusSeconds(60), false, 0, 0, List.of(1, 2, 1, 3)))
                .toList());
        desk.districts.set(city.districts().stream()
                .map(d -> new DistrictFigure(
                        d.code(), Math.floorMod(d.name().hashCode(), 47), 0,
                        Math.floorMod(d.name().hashCode(), 9) == 0 ? Priority.HIGH : null))
                .toList());
        take("wall-overview-" + name, desk, city, Theme.WALL, lang, "overview");
        take("wall-map-" + name, desk, city, Theme.WALL, lang, "map");
    }

    static Stream<Arguments> cities() {
        return Stream.of(
                Arguments.of("paser", "paser", Lang.ID),
                Arguments.of("boston", "src/test/resources/profiles/boston", Lang.EN));
    }

    /// The largest screens, where what is blurred shows first.
    @ParameterizedTest
    @MethodSource("large")
    void aLargeScreen(String page, String day, Theme theme, Lang lang) {
        FakeDesk desk = desk(day);
        desk.alarms.set(List.of());
        Scene scene = WallStage.scene(
                new WallStage.Of(desk, Surabaya.PROFILE, theme, lang).seen(Sight.USUAL, 3840, 2160), page);
        assertThat(Picture.save(WallStage.with(scene, s -> s.snapshot(null)), "wall-4k-" + page + "-" + day + "-" + theme.table()))
                .isNotEmptyFile();
    }

    static Stream<Arguments> large() {
        return Stream.of(
                Arguments.of("map", "busy", Theme.WALL, Lang.ID), Arguments.of("map", "flooded", Theme.WALL_LIGHT, Lang.EN),
                Arguments.of("overview", "flooded", Theme.WALL, Lang.EN), Arguments.of("shift", "calm", Theme.WALL_LIGHT, Lang.ID));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void anotherScreen(String name, Sight sight, int w, int h) {
        FakeDesk desk = desk("busy");
        desk.alarms.set(List.of());
        Scene scene = WallStage.scene(
                new WallStage.Of(desk, Surabaya.PROFILE, Theme.WALL, Lang.ID).seen(sight, w, h), "overview");
        assertThat(Picture.save(WallStage.with(scene, s -> s.snapshot(null)), "wall-overview-" + name)).isNotEmptyFile();
    }

    static Stream<Arguments> screens() {
        return Stream.of(
                Arguments.of("75in-8m", new Sight(75, 8), 1920, 1080),
                Arguments.of("110in-8m", new Sight(110, 8), 1920, 1080),
                Arguments.of("wide", new Sight(220, 8), 5760, 1080),
                Arguments.of("32in-12m", new Sight(32, 12), 1920, 1080));
    }

    private static void take(String name, FakeDesk desk, CityProfile city, Theme theme, Lang lang, String page) {
        Scene scene = WallStage.scene(new WallStage.Of(desk, city, theme, lang), page);
        assertThat(Picture.save(WallStage.with(scene, s -> s.snapshot(null)), name)).isNotEmptyFile();
    }
}
