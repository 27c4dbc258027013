package id.anjungan.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers that change may not move what stands beside them.
class FontsTest {
    @BeforeAll
    static void toolkit() {
        FxThread.start();
        Fonts.load();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 700})
    void everyFigureOfRobotoHasOneWidth(int weight) {
        Font font = Font.font("Roboto", FontWeight.findByWeight(weight), 27);
        assertThat(font.getFamily()).isEqualTo("Roboto");
        double zero = width(font, "0000");
        for (int i = 1; i < 10; i++) {
            assertThat(width(font, Integer.toString(i).repeat(4))).isEqualTo(zero);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inter", "Inter SemiBold", "Roboto"})
    void theFacesTheSheetsNameAreThere(String family) {
        assertThat(Font.font(family, 13).getFamily()).isEqualTo(family);
    }

    private static double width(Font font, String s) {
        Text text = new Text(s);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
