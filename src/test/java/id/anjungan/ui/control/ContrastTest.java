package id.anjungan.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.fx.Theme;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every text colour can be read on every ground it may stand on: WCAG 2.2, success criterion 1.4.3 (4.5 to 1)
/// at the desk, 1.4.6 (7 to 1) on the wall.
class ContrastTest {
    private static final List<String> WORDS =
            List.of("text", "muted", "accent", "emergency", "high", "medium", "low", "good");
    private static final List<String> GROUNDS = List.of("canvas", "surface", "raised");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textCanBeReadOnEveryGround(Theme theme) {
        double least = wall(theme) ? 7 : 4.5;
        for (String word : WORDS) {
            for (String ground : GROUNDS) {
                check(theme, word, ground, least);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatStandsOnAFilledGroundCanBeRead(Theme theme) {
        check(theme, "on-accent", "accent", 4.5);
        check(theme, "canvas", "high", 4.5);
        check(theme, "text", "pressed", 4.5);
        check(theme, "muted", "pressed", 4.5);
        check(theme, "text", "alarm", 7);
        check(theme, "emergency", "alarm", 4.5);
        check(theme, "map-label", "map-0", 4.5);
    }

    /// A wash thins the ground it lies on; what counts is what one sees.
    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatStandsOnAWashCanBeRead(Theme theme) {
        Tokens t = Tokens.of(theme);
        for (String wash : List.of("accent", "emergency", "high", "medium", "low", "good")) {
            for (String ground : GROUNDS) {
                Color seen = over(t.color(wash + "-wash"), t.color(ground));
                for (String word : List.of("text", "muted", wash)) {
                    assertThat(contrast(t.color(word), seen))
                            .as(theme + ": " + word + " on " + wash + "-wash over " + ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    private static Color over(Color wash, Color ground) {
        double a = wash.getOpacity();
        return Color.color(
                a * wash.getRed() + (1 - a) * ground.getRed(), a * wash.getGreen() + (1 - a) * ground.getGreen(),
                a * wash.getBlue() + (1 - a) * ground.getBlue());
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"WALL", "WALL_LIGHT"})
    void onTheWallADistrictCanBeReadHoweverFullItIs(Theme theme) {
        for (int step = 0; step <= 5; step++) {
            check(theme, "text", "map-" + step, 7);
            check(theme, "map-label", "map-" + step, 7);
        }
        check(theme, "emergency", "alarm", 7);
    }

    private static boolean wall(Theme theme) {
        return theme == Theme.WALL || theme == Theme.WALL_LIGHT;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aShapeStandsOutFromItsGround(Theme theme) {
        for (String mark : List.of("accent", "emergency", "high", "medium", "low", "good")) {
            check(theme, mark, "pressed", 3);
        }
    }

    @Test
    void theMeasureIsTheOneOfTheStandard() {
        assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21.0);
        assertThat(contrast(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
    }

    private static void check(Theme theme, String word, String ground, double least) {
        Tokens t = Tokens.of(theme);
        assertThat(contrast(t.color(word), t.color(ground)))
                .as(theme + ": " + word + " on " + ground)
                .isGreaterThanOrEqualTo(least);
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
