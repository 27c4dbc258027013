package id.anjungan.ui.wallboard;

import id.anjungan.ui.control.PriorityMark;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One case in a list of the wall: how urgent, what, where, and its clock.
final class WallLine extends HBox {
    static final double HEIGHT = 112;

    private final PriorityMark mark = new PriorityMark(42);
    private final Label what = WallPage.styled(new Label(), "wall-what");
    private final Label where = WallPage.styled(new Label(), "wall-where", "wall-secondary");
    private final Label clock = WallPage.styled(new Label(), "wall-left", "figure");
    private final Tone tone = new Tone(clock);

    WallLine() {
        super(22);
        getStyleClass().add("wall-line");
        setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(what, where);
        what.setWrapText(true);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        clock.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(mark, words, clock);
    }

    void show(WallTexts.Worst x) {
        mark.setPriority(x.priority());
        what.setText(x.what());
        where.setText(x.where());
        clock.setText(x.clock());
        tone.set(x.late() ? "as-emergency" : "");
    }
}
