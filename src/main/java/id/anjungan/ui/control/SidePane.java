package id.anjungan.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Something asked for at the edge of a screen, over what is there: a form, details, settings. Put it last
/// into a `StackPane`. Escape closes it and gives the focus back to where it came from.
public final class SidePane extends VBox {
    private final Label title = new Label();
    private final StackPane content = new StackPane();
    private @Nullable Node cameFrom;
    private Runnable onClosed = () -> {};

    /// `closeWord` is what a screen reader says of the cross.
    public SidePane(String closeWord) {
        getStyleClass().add("side-pane");
        title.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cross = new Button("", new FontIcon("mdoal-close"));
        cross.getStyleClass().setAll("icon-button");
        cross.setAccessibleText(closeWord);
        cross.setOnAction(e -> close());
        HBox head = new HBox(8, title, gap, cross);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("content");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().setAll(head, content);
        setMaxWidth(USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.CENTER_RIGHT);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        setOpen(false);
    }

    public void open(String heading, Node what) {
        cameFrom = getScene() == null ? null : getScene().getFocusOwner();
        title.setText(heading);
        content.getChildren().setAll(what);
        setOpen(true);
        what.requestFocus();
    }

    public void close() {
        if (!isVisible()) {
            return;
        }
        setOpen(false);
        content.getChildren().clear();
        Node back = cameFrom;
        cameFrom = null;
        if (back != null) {
            back.requestFocus();
        }
        onClosed.run();
    }

    public boolean isOpen() {
        return isVisible();
    }

    public void setOnClosed(Runnable action) {
        onClosed = action;
    }

    private void setOpen(boolean open) {
        setVisible(open);
        setManaged(open);
    }
}
