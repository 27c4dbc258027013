package id.anjungan.ui.wallboard;

import id.anjungan.domain.Priority;
import id.anjungan.ui.control.PriorityMark;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// One hexagon: pointed at the top, as wide as it is given.
final class HexCell extends Region {
    private static final int STEPS = 5;
    /// Words and figures grow with their hexagon by three sizes.
    private static final double[] LARGER = {150, 190};
    private static final double[] NAME_FONT = {Sight.SECONDARY_FONT, 26, 32};

    private final Polygon shape = WallPage.styled(new Polygon(), "hex");
    private final Label count = WallPage.styled(new Label(), "hex-count", "figure");
    private final Label first = WallPage.styled(new Label(), "hex-name", "wall-secondary");
    private final Label second = WallPage.styled(new Label(), "hex-name", "wall-secondary");
    private final PriorityMark mark = new PriorityMark(24);
    private final HBox figure = new HBox(6, mark, count);
    private final VBox words = new VBox(figure, first, second);
    private final String name;
    private final NameFitting fitting;
    private @Nullable Priority alert;
    private String look = "";
    private int size = -1;

    HexCell(String name, NameFitting fitting) {
        this.name = name;
        this.fitting = fitting;
        getStyleClass().add("hex-cell");
        words.setAlignment(Pos.CENTER);
        words.getStyleClass().add("hex-words");
        figure.setAlignment(Pos.CENTER);
        WallPage.shown(mark, false);
        getChildren().setAll(shape, words);
    }

    /// `share` of the fullest district, 0 to 1.
    void show(String number, double share, @Nullable Priority urgent) {
        count.setText(number);
        String next = urgent != null ? "hex-" + urgent.name().toLowerCase(java.util.Locale.ROOT)
                : "hex-step-" + Math.min(STEPS, (int) Math.ceil(share * STEPS));
        if (!next.equals(look)) {
            shape.getStyleClass().setAll("hex", next);
            look = next;
        }
        if (urgent != alert) {
            alert = urgent;
            WallPage.shown(mark, urgent != null);
            if (urgent != null) {
                mark.setPriority(urgent);
            }
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        shape.getPoints().setAll(w / 2, 0.0, w, h / 4, w, h * 3 / 4, w / 2, h, 0.0, h * 3 / 4, 0.0, h / 4);
        int step = w < LARGER[0] ? 0 : w < LARGER[1] ? 1 : 2;
        if (step != size) {
            size = step;
            words.getStyleClass().setAll("hex-words", "hex-words-" + step);
            words.applyCss();
        }
        List<String> lines = fitting.lines(name, Font.font("Inter", NAME_FONT[step]), w * 0.95, w * 0.9);
        first.setText(lines.isEmpty() ? "" : lines.getFirst());
        second.setText(lines.size() > 1 ? lines.get(1) : "");
        WallPage.shown(second, lines.size() > 1);
        double tall = words.prefHeight(w);
        words.resizeRelocate(0, (h - tall) / 2, w, tall);
    }
}
