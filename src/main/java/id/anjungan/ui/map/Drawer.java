package id.anjungan.ui.map;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is open at the side of the map: a head with a cross, and something under it.
final class Drawer extends VBox {
    private static final double WIDTH = 300;

    private final Label title = new Label();
    private final VBox content = new VBox();

    Drawer(String closeWord, Runnable close) {
        getStyleClass().addAll("overlay", "map-drawer");
        title.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cross = new Button("", new FontIcon("mdoal-close"));
        cross.getStyleClass().setAll("icon-button");
        cross.setAccessibleText(closeWord);
        cross.setOnAction(e -> close.run());
        HBox head = new HBox(8, title, gap, cross);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, content);
        VBox.setVgrow(content, Priority.SOMETIMES);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        close();
    }

    void open(String heading, Node what) {
        title.setText(heading);
        content.getChildren().setAll(what);
        setVisible(true);
        setManaged(true);
    }

    void close() {
        content.getChildren().clear();
        setVisible(false);
        setManaged(false);
    }
}
