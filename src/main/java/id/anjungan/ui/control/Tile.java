package id.anjungan.ui.control;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One channel at a glance: how many are open, where that is going, how long the oldest waits, and how old
/// the figures are. A button: press it to see that channel alone. What is stale has a dashed edge and is
/// dimmed. Words and numbers come in finished, in the language of the screen.
public final class Tile extends Button {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass EMERGENCY = PseudoClass.getPseudoClass("emergency");
    private static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    /// More figures than this take a smaller face in a narrow tile.
    private static final int LONG_COUNT = 4;

    /// Why a tile stands out.
    public enum Edge {
        NONE,
        HIGH,
        EMERGENCY
    }

    /// What a tile shows. `oldest` is the sentence, `oldestShort` the age alone, for a narrow tile. `spoken` is
    /// all of it for a screen reader. `history` is oldest first.
    public record Reading(
            String name,
            String count,
            String trend,
            String oldest,
            String oldestShort,
            Freshness freshness,
            String age,
            Edge edge,
            List<? extends Number> history,
            String spoken) {
        public Reading {
            history = List.copyOf(history);
        }
    }

    private final Label name = label("name");
    private final FreshnessMark freshness = new FreshnessMark();
    private final Label count = label("count", "figure");
    private final Label trend = label("trend", "figure");
    private final Label oldest = label("oldest", "figure");
    private final Sparkline history = new Sparkline();
    private final HBox top = new HBox(4);
    private final HBox bottom = new HBox(8);
    private final VBox body = new VBox();
    private String oldestLong = "";
    private String oldestShort = "";
    private boolean compact;
    private boolean shortWords;

    public Tile() {
        getStyleClass().setAll("tile");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.TOP_LEFT);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        count.setMinWidth(USE_PREF_SIZE);
        trend.setMinWidth(USE_PREF_SIZE);
        VBox beside = new VBox(trend, oldest);
        beside.getStyleClass().add("beside");
        beside.setAlignment(Pos.CENTER_LEFT);
        HBox middle = new HBox(count, beside);
        middle.getStyleClass().add("middle");
        middle.setAlignment(Pos.CENTER_LEFT);
        top.setAlignment(Pos.CENTER_LEFT);
        bottom.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("body");
        body.getChildren().setAll(top, middle, bottom);
        setGraphic(body);
        // The graphic fills the tile whatever its width.
        body.prefWidthProperty().bind(widthProperty().subtract(insetsWidth()));
        setMaxWidth(Double.MAX_VALUE);
        arrange();
    }

    private DoubleBinding insetsWidth() {
        return Bindings.createDoubleBinding(
                () -> getInsets().getLeft() + getInsets().getRight() + getLabelPadding().getLeft()
                        + getLabelPadding().getRight(),
                insetsProperty(), labelPaddingProperty());
    }

    public void show(Reading r) {
        name.setText(r.name());
        count.setText(r.count());
        trend.setText(r.trend());
        oldestLong = r.oldest();
        oldestShort = r.oldestShort();
        oldest.setText(shortWords ? oldestShort : oldestLong);
        pseudoClassStateChanged(LONG, r.count().length() > LONG_COUNT);
        freshness.show(r.freshness(), r.age());
        history.setValues(r.history());
        setAccessibleText(r.spoken());
        pseudoClassStateChanged(STALE, r.freshness() != Freshness.LIVE);
        pseudoClassStateChanged(EMERGENCY, r.edge() == Edge.EMERGENCY);
        pseudoClassStateChanged(HIGH, r.edge() == Edge.HIGH);
    }

    /// Whether the queue shows this channel alone.
    public void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    /// `narrow`: smaller figure, freshness below beside the line. `brief`: only the age of the oldest, without
    /// the word.
    void setCompact(boolean narrow, boolean brief) {
        if (brief != shortWords) {
            shortWords = brief;
            oldest.setText(brief ? oldestShort : oldestLong);
        }
        if (narrow != compact) {
            compact = narrow;
            arrange();
        }
    }

    private void arrange() {
        pseudoClassStateChanged(COMPACT, compact);
        HBox.setHgrow(history, compact ? Priority.ALWAYS : Priority.NEVER);
        history.setMaxWidth(compact ? Double.MAX_VALUE : Region.USE_PREF_SIZE);
        if (compact) {
            top.getChildren().setAll(name);
            bottom.getChildren().setAll(history, freshness);
        } else {
            top.getChildren().setAll(name, freshness);
            bottom.getChildren().setAll(history);
        }
    }

    private static Label label(String... styleClasses) {
        Label l = new Label();
        l.getStyleClass().addAll(styleClasses);
        return l;
    }
}
