package id.anjungan.ui.shell;

import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Tone;
import id.anjungan.ui.control.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws what the operator must be told: what, why, the words that were typed, and to send them again.
final class NoticeCards {
    private final ShellViewModel vm;
    private final Words w;
    private final Consumer<Notice> again;

    NoticeCards(ShellViewModel vm, Words w, Consumer<Notice> again) {
        this.vm = vm;
        this.w = w;
        this.again = again;
    }

    Node card(Notice n) {
        boolean look = n.caseId() != null;
        FontIcon icon = new FontIcon(look ? "mdal-alarm" : "mdoal-error");
        (look ? Tone.ACCENT : Tone.EMERGENCY).on(icon);
        Label title = new Label(n.title());
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        Label why = new Label(n.why());
        why.setWrapText(true);
        VBox words = new VBox(4, title, why);
        if (!n.text().isBlank()) {
            Label kept = new Label("“" + n.text() + "”");
            kept.setWrapText(true);
            kept.getStyleClass().addAll("muted", "notice-text");
            words.getChildren().add(kept);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button cross = new Button("", new FontIcon("mdoal-close"));
        cross.getStyleClass().setAll("icon-button");
        cross.setAccessibleText(w.get("shell.close"));
        cross.setOnAction(e -> vm.dismiss(n));
        HBox row = new HBox(12, icon, words, cross);
        if (look) {
            Button open = new Button(w.get("shell.notice.open"));
            open.getStyleClass().setAll("link");
            open.setMinWidth(Region.USE_PREF_SIZE);
            open.setOnAction(e -> again.accept(n));
            row.getChildren().add(2, open);
        }
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("toast", "notice");
        if (n.command() != null && !n.text().isBlank()) {
            ActionButton retry = new ActionButton(w.get("shell.refused.edit"), "");
            retry.setMaxWidth(Region.USE_PREF_SIZE);
            retry.setOnAction(e -> again.accept(n));
            words.getChildren().add(retry);
        }
        return row;
    }
}
