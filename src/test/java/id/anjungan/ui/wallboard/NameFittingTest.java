package id.anjungan.ui.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.fx.FxThread;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class NameFittingTest {
    @Test
    void longNamesPartBeforeTheyAreCut() {
        FxThread.start();
        FxThread.call(() -> {
                    var f = new NameFitting();
                    Font font = Font.font(12);
                    assertThat(f.lines("Bulak", font, 200, 200)).containsExactly("Bulak");
                    assertThat(f.lines("Pabean Cantian", font, 60, 60)).containsExactly("Pabean", "Cantian");
                    assertThat(f.lines("Sukomanunggal", font, 70, 70)).hasSize(2).first().asString().endsWith("-");
                    assertThat(f.lines("Sukomanunggal", font, 30, 10)).hasSize(1).first().asString().endsWith("…");
                    return true;
                })
                .join();
    }
}
