package id.anjungan.ui.casefile;

import id.anjungan.media.Dots;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/// One file of the strip: its thumbnail, or a sign for what it is, what hides it, how far it has been sent, or why not.
/// Pressing it opens it, uncovers it, or tries again.
final class FileTile extends Button {
    static final double WIDTH = 92;
    private static final double HEIGHT = 62;

    private final FilesModel vm;
    private final FileItem item;
    private final Words w;
    private final StackPane face = new StackPane();

    FileTile(FilesModel vm, FileItem item, Words w) {
        this.vm = vm;
        this.item = item;
        this.w = w;
        getStyleClass().setAll("file-tile");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        face.getStyleClass().add("file-face");
        face.setPrefSize(WIDTH, HEIGHT);
        face.setMinSize(WIDTH, HEIGHT);
        face.setMaxSize(WIDTH, HEIGHT);
        Label name = new Label(item.name());
        name.getStyleClass().add("file-name");
        name.setMaxWidth(WIDTH);
        VBox all = new VBox(3, face, name);
        setGraphic(all);
        setTooltip(new Tooltip(item.name() + "\n" + item.meta()));
        setOnAction(e -> pressed());
        show();
    }

    private void show() {
        var waiting = item.waiting();
        if (waiting != null && waiting.refused() != null) {
            sign("mdoal-error_outline", vm.refused(waiting.refused()), "bad");
        } else if (!item.openable()) {
            sign("mdoal-cloud_off", w.get("files.elsewhere"), "dim");
        } else if (item.covered()) {
            sign("mdomz-visibility_off", w.get(item.original() ? "files.original" : "files.covered"), "dim");
        } else if (item.file().picture()) {
            thumbnail();
        } else {
            sign(icon(item.file().mediaType()), "", "plain");
        }
        if (waiting != null && waiting.refused() == null) {
            ProgressBar sent = new ProgressBar(item.sent() > 0 ? item.sent() : 0);
            sent.getStyleClass().add("file-sent");
            sent.setMaxWidth(Double.MAX_VALUE);
            StackPane.setAlignment(sent, Pos.BOTTOM_CENTER);
            face.getChildren().add(sent);
            face.getStyleClass().add("waits");
        }
    }

    private static String icon(String type) {
        return type.startsWith("audio/") ? "mdoal-audiotrack" : type.startsWith("video/") ? "mdomz-movie" : "mdomz-picture_as_pdf";
    }

    private void sign(String icon, String text, String style) {
        FontIcon sign = new FontIcon(icon);
        VBox box = new VBox(2, sign);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().addAll("file-sign", style);
        if (!text.isEmpty()) {
            Label said = new Label(text);
            said.setWrapText(true);
            said.setMaxWidth(WIDTH - 6);
            said.setAlignment(Pos.CENTER);
            box.getChildren().add(said);
        }
        face.getChildren().setAll(box);
        setAccessibleText(item.name() + (text.isEmpty() ? "" : ", " + text) + ", " + item.meta());
    }

    private void thumbnail() {
        sign("mdoal-image", "", "dim");
        var _ = vm.small(item).whenComplete((dots, e) -> FxThread.run(() -> {
            if (e == null) {
                face.getChildren().set(0, picture(dots));
            } else {
                Node below = face.getChildren().size() > 1 ? face.getChildren().getLast() : null;
                sign("mdomz-sync_problem", w.get("files.notHere"), "dim");
                setTooltip(new Tooltip(item.name() + "\n" + vm.why(e)));
                if (below != null) {
                    face.getChildren().add(below);
                }
            }
        }));
    }

    /// The whole face, as much of the picture as fills it.
    private static Node picture(Dots dots) {
        ImageView v = new ImageView(image(dots));
        double scale = Math.max(WIDTH / dots.width(), HEIGHT / dots.height());
        v.setFitWidth(dots.width() * scale);
        v.setFitHeight(dots.height() * scale);
        v.setSmooth(true);
        StackPane frame = new StackPane(v);
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setMaxSize(WIDTH, HEIGHT);
        Rectangle clip = new Rectangle(WIDTH, HEIGHT);
        clip.setArcWidth(8);
        clip.setArcHeight(8);
        frame.setClip(clip);
        return frame;
    }

    static WritableImage image(Dots dots) {
        WritableImage image = new WritableImage(dots.width(), dots.height());
        image.getPixelWriter()
                .setPixels(0, 0, dots.width(), dots.height(), PixelFormat.getIntArgbInstance(), dots.argb(), 0, dots.width());
        return image;
    }

    private void pressed() {
        var waiting = item.waiting();
        if (waiting != null && waiting.refused() != null) {
            vm.forget(item);
        } else if (item.covered()) {
            vm.uncover(item);
        } else if (item.openable()) {
            vm.open(item);
        }
    }
}
