package id.anjungan.ui.queue;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Paragraph;
import id.anjungan.ui.control.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Why the selected case stands where it stands, under the list, for as long as somebody wants to know.
final class WhyPane extends VBox {
    private final Label head = new Label();
    private final VBox lines = new VBox(4);
    private final Words w;

    WhyPane(Words w, Runnable close) {
        this.w = w;
        setId("why");
        getStyleClass().add("why");
        setMaxSize(Double.MAX_VALUE, Region.USE_PREF_SIZE);
        head.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button away = new Button(w.get("shell.close"), new KeyHint(w.key(Act.WHY)));
        away.getStyleClass().setAll("link");
        away.setOnAction(e -> close.run());
        HBox top = new HBox(8, head, gap, away);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(top, lines);
        setAccessibleRole(AccessibleRole.TEXT);
        show("", List.of());
    }

    /// Nothing to say hides it.
    void show(String number, List<String> say) {
        setVisible(!say.isEmpty());
        setManaged(!say.isEmpty());
        head.setText(w.get("queue.why.title", number));
        setAccessibleText(head.getText() + ". " + String.join(" ", say));
        lines.getChildren().setAll(say.stream().map(Paragraph::of).toList());
    }
}
