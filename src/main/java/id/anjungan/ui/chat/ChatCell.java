package id.anjungan.ui.chat;

import id.anjungan.ui.control.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One chat in the list: who, the last line, how long they have waited.
final class ChatCell extends ListCell<ChatItem> {
    private final Label name = label("strong");
    private final Label number = label("number", "figure");
    private final Label last = label("place");
    private final Label left = label("countdown", "figure");
    private final Label holder = label("holder");
    private final HBox line;

    ChatCell() {
        getStyleClass().add("row");
        name.setMinWidth(0);
        last.setMinWidth(0);
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = new HBox(8, number, name);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(2, first, last);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox right = new VBox(2, left, holder);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(12, words, right);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    private static Label label(String... classes) {
        Label l = new Label();
        l.getStyleClass().addAll(classes);
        return l;
    }

    @Override
    protected void updateItem(@Nullable ChatItem item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            return;
        }
        setGraphic(line);
        name.setText(item.name());
        number.setText(item.number());
        last.setText(item.last());
        left.setText(item.waited());
        (item.late() ? Tone.HIGH : item.waits() ? Tone.PLAIN : Tone.MUTED).on(left);
        holder.setText(item.holder());
        (item.waits() && !item.mine() ? Tone.HIGH : Tone.MUTED).on(holder);
    }
}
