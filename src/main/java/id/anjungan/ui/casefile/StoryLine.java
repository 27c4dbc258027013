package id.anjungan.ui.casefile;

import id.anjungan.ui.control.CitizenText;
import id.anjungan.ui.control.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One line of a case's story as it stands on the screen: when, what happened, the words, by whom.
final class StoryLine {
    private StoryLine() {}

    static VBox words(TimelineItem item, Words w) {
        VBox words = new VBox(2);
        words.getStyleClass().addAll("story-words", "kind-" + item.kind().name().toLowerCase(java.util.Locale.ROOT));
        addTo(words, item.text(), "story-text");
        if (item.kind() == TimelineItem.Kind.QUOTE) {
            words.getChildren().add(CitizenText.of("“" + item.body() + "”", w.city().glossary(), "story-body"));
        } else {
            addTo(words, item.body(), "story-body");
        }
        addTo(words, item.meta(), "story-meta");
        return words;
    }

    static HBox row(TimelineItem item, Node words) {
        Label time = new Label(item.time().replaceFirst(" (?=\\S+$)", "\n"));
        time.getStyleClass().addAll("story-time", "figure");
        time.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, time, words);
        row.getStyleClass().add("story-line");
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return row;
    }

    static void addTo(VBox into, String text, String... styles) {
        if (!text.isBlank()) {
            Label l = new Label(text);
            l.getStyleClass().addAll(styles);
            l.setWrapText(true);
            l.setMinHeight(Label.USE_PREF_SIZE);
            into.getChildren().add(l);
        }
    }
}
