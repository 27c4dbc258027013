package id.anjungan.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A pane of the desk: a head with its name, a count and what belongs to the right, then the content, which
/// takes the room that is left, then an optional foot.
public final class Panel extends VBox {
    private final Label title = new Label();
    private final Label count = new Label();
    private final HBox head;
    private final HBox foot = new HBox();

    public Panel(String name, Node content, Node... right) {
        getStyleClass().add("panel");
        title.setText(name);
        title.getStyleClass().add("heading");
        title.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().addAll("count", "figure");
        // Where there is no room for it, rather no count than a part of one.
        count.setMinWidth(0);
        count.setEllipsisString("");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(8, title, count, gap);
        head.getChildren().addAll(right);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        showFoot(false);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().setAll(head, content, foot);
    }

    /// What can be pressed is worth more than the name of where one is.
    @Override
    protected void layoutChildren() {
        double need = head.getInsets().getLeft() + head.getInsets().getRight() + title.prefWidth(-1);
        for (Node n : head.getChildren()) {
            need += head.getSpacing() + (n instanceof Label ? 0 : n.prefWidth(-1));
        }
        boolean fits = need <= getWidth();
        if (title.isManaged() != fits) {
            title.setVisible(fits);
            title.setManaged(fits);
        }
        super.layoutChildren();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    /// What stands beside the title.
    public void setCount(String text) {
        count.setText(text);
    }

    /// A line under the content; none hides it.
    public void setFoot(Node... parts) {
        foot.getChildren().setAll(parts);
        showFoot(parts.length > 0);
    }

    private void showFoot(boolean shown) {
        foot.setVisible(shown);
        foot.setManaged(shown);
    }
}
