package id.anjungan.ui.shell;

import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Tone;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was refused, at the foot of the screen, until the operator has read it: why, by whom, since when, and the
/// words that were typed, to be sent again.
final class Notices extends View {
    private static final int MOST = 4;

    private final ShellViewModel vm;
    private final Words w;
    private final Consumer<Notice> again;
    private final VBox box;

    /// `again` opens what was refused for another try.
    Notices(ShellViewModel vm, Words w, Consumer<Notice> again) {
        super(new VBox(8));
        this.vm = vm;
        this.w = w;
        this.again = again;
        box = (VBox) root();
        box.getStyleClass().add("toasts");
        box.setAlignment(Pos.BOTTOM_CENTER);
        box.setPickOnBounds(false);
        StackPane.setAlignment(box, Pos.BOTTOM_CENTER);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    @Override
    protected void attached(Scope on) {
        on.onInvalid(vm.notices, this::draw);
        draw();
    }

    private void draw() {
        box.getChildren().setAll(vm.notices.stream().limit(MOST).map(this::card).toList());
        if (vm.notices.size() > MOST) {
            Label more = new Label(w.get("shell.refused.more", w.formats().number(vm.notices.size() - MOST)));
            more.getStyleClass().addAll("muted", "secondary");
            box.getChildren().add(more);
        }
    }

    private Node card(Notice n) {
        FontIcon icon = new FontIcon("mdoal-error");
        Tone.EMERGENCY.on(icon);
        Label title = new Label(n.title());
        title.getStyleClass().add("strong");
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
