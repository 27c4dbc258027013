package id.anjungan.ui.wallboard;

import id.anjungan.ui.control.Freshness;
import id.anjungan.ui.control.FreshnessMark;
import id.anjungan.ui.control.Sparkline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One channel: in one line, or large with its course over the last two hours.
final class ChannelCard extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Label name = WallPage.styled(new Label(), "wall-channel-name", "wall-secondary");
    private final FreshnessMark freshness = WallPage.styled(new FreshnessMark(), "wall-secondary");
    private final Label count;
    private final Label hint = WallPage.styled(new Label(), "wall-figure-hint", "wall-secondary", "figure");
    private final Sparkline course = new Sparkline();
    private final Tone tone;

    ChannelCard(boolean large) {
        getStyleClass().addAll("wall-pane", large ? "wall-channel-large" : "wall-channel");
        count = WallPage.styled(new Label(), large ? "wall-figure-value" : "wall-channel-count", "figure");
        tone = new Tone(count);
        count.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        if (large) {
            VBox.setVgrow(course, Priority.ALWAYS);
            course.setMaxHeight(Double.MAX_VALUE);
            HBox head = new HBox(14, name, freshness);
            head.setAlignment(Pos.CENTER_LEFT);
            getChildren().setAll(head, count, hint, course);
        } else {
            HBox line = new HBox(14, name, freshness, count);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMaxHeight(Double.MAX_VALUE);
            VBox.setVgrow(line, Priority.ALWAYS);
            getChildren().setAll(line);
        }
    }

    void show(WallTexts.Channel c) {
        name.setText(c.name());
        freshness.show(c.stale() ? Freshness.STALE : Freshness.LIVE, c.state());
        count.setText(c.count());
        hint.setText(c.hint());
        course.setValues(c.course());
        pseudoClassStateChanged(STALE, c.stale());
        tone.set(c.tone());
    }
}
