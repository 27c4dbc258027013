package id.anjungan.ui.wallboard;

import id.anjungan.domain.WallPlan;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// What the shift lead says to the room; as large as all of it has room.
final class MessagePage extends WallPage {
    private static final double FOOT = 60;
    /// The fonts it may have, largest first; the sheet of styles agrees. The last is the least that must be read.
    private static final double[] FONTS = {120, 92, 68, 48, 36};

    private final Label message = styled(new Label(), "wall-message");
    private final Label from = styled(new Label(), "wall-where", "wall-secondary", "figure");
    private final Tone size = new Tone(message);
    private final Text measure = new Text();

    MessagePage() {
        super("message");
        getStyleClass().add("wall-pane");
        message.setWrapText(true);
        message.setTextAlignment(TextAlignment.CENTER);
        getChildren().setAll(message, from);
    }

    @Override
    boolean has(WallMoment m, Words w) {
        return !m.wall().plan().message().isBlank();
    }

    @Override
    double leastWidth() {
        return 900;
    }

    @Override
    double leastHeight() {
        return 420;
    }

    @Override
    void show(WallMoment m, Words w, Instant now) {
        WallPlan plan = m.wall().plan();
        message.setText(plan.message());
        requestLayout();
        from.setText(w.get("wallboard.message.from", w.formats().when(plan.at(), now)));
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double w = getWidth() - x - snappedRightInset();
        double h = getHeight() - y - snappedBottomInset();
        size.set("wall-message-" + (int) largest(w, h - FOOT));
        message.resizeRelocate(x, y, w, h - FOOT);
        from.resizeRelocate(x, y + h - FOOT, w, FOOT);
    }

    /// The largest font with which all of it has room.
    private double largest(double w, double h) {
        for (double size : FONTS) {
            measure.setFont(Font.font("Inter SemiBold", size));
            measure.setText(message.getText());
            measure.setWrappingWidth(w);
            if (measure.getLayoutBounds().getHeight() <= h) {
                return size;
            }
        }
        return FONTS[FONTS.length - 1];
    }
}
