package id.anjungan.ui.casefile;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/// The files of the case in a row under its head; not there while there are none. Takes what is dropped on the pane and
/// what is pasted into it.
final class FilesStrip extends View {
    private final FilesModel vm;
    private final Words w;
    private final HBox tiles = new HBox(8);
    private final Label count = new Label();
    private final Label problem = new Label();
    private final Map<FileItem, FileTile> made = new HashMap<>();

    FilesStrip(FilesModel vm, Words w) {
        super(new VBox(6));
        this.vm = vm;
        this.w = w;
        Label title = new Label(w.get("casefile.attachments"));
        title.getStyleClass().add("files-title");
        count.getStyleClass().addAll("count", "figure");
        Button add = new Button(w.get("files.add"), new KeyHint(w.key(Act.ATTACH)));
        add.getStyleClass().setAll("link");
        add.setId("files-add");
        add.setOnAction(e -> choose());
        javafx.scene.layout.Region gap = new javafx.scene.layout.Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, count, gap, add);
        head.setAlignment(Pos.CENTER_LEFT);
        tiles.getStyleClass().add("file-tiles");
        ScrollPane row = new ScrollPane(tiles);
        row.getStyleClass().add("files-row");
        row.setFitToHeight(true);
        row.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        row.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        problem.getStyleClass().add("files-problem");
        problem.setWrapText(true);
        problem.setGraphic(new FontIcon("mdoal-error_outline"));
        root().getStyleClass().add("files");
        root().setId("files");
        ((VBox) root()).setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        ((VBox) root()).getChildren().setAll(head, row, problem);
    }

    @Override
    protected void attached(Scope on) {
        ListChangeListener<FileItem> changed = c -> show();
        vm.items.addListener(changed);
        on.onEnd(() -> vm.items.removeListener(changed));
        on.show(vm.problem, text -> show());
        show();
    }

    private void show() {
        List<Node> now = vm.items.stream().<Node>map(i -> made.computeIfAbsent(i, x -> new FileTile(vm, x, w))).toList();
        made.keySet().retainAll(vm.items);
        if (!tiles.getChildren().equals(now)) {
            tiles.getChildren().setAll(now);
        }
        count.setText(w.formats().number(vm.items.size()));
        problem.setText(vm.problem.get());
        problem.setVisible(!vm.problem.get().isEmpty());
        problem.setManaged(!vm.problem.get().isEmpty());
        boolean any = !vm.items.isEmpty() || !vm.problem.get().isEmpty();
        root().setVisible(any);
        root().setManaged(any);
    }

    /// Asks for files of this computer.
    void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(w.get("files.choose"));
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter(
                        w.get("files.kinds"), "*.jpg", "*.jpeg", "*.png", "*.gif", "*.pdf", "*.mp3", "*.ogg", "*.m4a", "*.mp4"),
                new FileChooser.ExtensionFilter(w.get("files.all"), "*.*"));
        var scene = root().getScene();
        List<File> chosen = chooser.showOpenMultipleDialog(scene == null ? null : scene.getWindow());
        if (chosen != null) {
            vm.add(chosen.stream().map(File::toPath).toList());
        }
    }

    /// Lets files and pictures be dropped on `pane`.
    void takesFrom(Node pane) {
        pane.setOnDragOver(e -> {
            if (e.getGestureSource() == null && usable(e.getDragboard())) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        pane.setOnDragDropped(this::dropped);
    }

    private static boolean usable(Clipboard from) {
        return from.hasFiles() || from.hasImage();
    }

    private void dropped(DragEvent e) {
        Dragboard from = e.getDragboard();
        e.setDropCompleted(take(from));
        e.consume();
    }

    /// Adds what was copied elsewhere; false when that is no file and no picture.
    boolean paste() {
        Clipboard from = Clipboard.getSystemClipboard();
        return !from.hasString() && take(from);
    }

    private boolean take(Clipboard from) {
        if (from.hasFiles()) {
            vm.add(from.getFiles().stream().map(File::toPath).toList());
            return true;
        }
        Image image = from.hasImage() ? from.getImage() : null;
        if (image == null) {
            return false;
        }
        byte[] png = png(image);
        vm.add(w.get("files.pasted"), png);
        return true;
    }

    private static byte[] png(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader dots = image.getPixelReader();
        int[] argb = new int[width * height];
        dots.getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(), argb, 0, width);
        return id.anjungan.media.Pictures.png(new id.anjungan.media.Dots(width, height, argb, width, height));
    }
}
