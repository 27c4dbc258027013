package id.anjungan.ui.wallboard;

import id.anjungan.ui.control.EmptyState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Cases one under the other, as many as have room; how many more there are is said below them.
final class Lines extends Region {
    private static final double MORE = 36;

    private final EmptyState calm;
    private final Label more = WallPage.styled(new Label(), "wall-more", "wall-secondary");
    private final List<WallLine> lines = new ArrayList<>();
    private List<WallTexts.Worst> all = List.of();
    private @Nullable IntFunction<String> saysMore;

    Lines(EmptyState calm) {
        this.calm = calm;
        getStyleClass().addAll("wall-pane", "wall-lines");
        getChildren().setAll(calm, more);
    }

    /// `says` writes how many are not shown; null where only the top of a long list is meant.
    void show(List<WallTexts.Worst> next, @Nullable IntFunction<String> says) {
        saysMore = says;
        if (!next.equals(all)) {
            all = next;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double w = getWidth() - x - snappedRightInset();
        double h = getHeight() - y - snappedBottomInset();
        calm.setVisible(all.isEmpty());
        calm.resizeRelocate(x, y, w, h);
        int room = (int) (h / WallLine.HEIGHT);
        IntFunction<String> says = saysMore;
        boolean rest = all.size() > room && says != null;
        int n = rest ? Math.max(1, (int) ((h - MORE) / WallLine.HEIGHT)) : Math.min(room, all.size());
        while (lines.size() < n) {
            WallLine line = new WallLine();
            lines.add(line);
            getChildren().add(line);
        }
        double each = n == 0 ? 0 : Math.min(WallLine.HEIGHT * 1.25, (h - (rest ? MORE : 0)) / n);
        for (int i = 0; i < lines.size(); i++) {
            WallLine line = lines.get(i);
            line.setVisible(i < n);
            if (i < n) {
                line.show(all.get(i));
                line.resizeRelocate(x, y + i * each, w, each);
            }
        }
        more.setVisible(rest);
        more.setText(rest && says != null ? says.apply(all.size() - n) : "");
        more.resizeRelocate(x, y + h - MORE, w, MORE);
    }
}
