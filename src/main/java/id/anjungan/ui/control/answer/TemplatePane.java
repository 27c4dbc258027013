package id.anjungan.ui.control.answer;

import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The prepared answers above the box: by folder on the left, the marked one filled on the right. Typing narrows,
/// a number or Enter takes, Esc puts it away.
final class TemplatePane extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final double HEIGHT = 210;

    private final TemplateModel model;
    private final Words w;
    private final Runnable take;
    private final Runnable leave;
    private final TextField filter = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final TextFlow preview = new TextFlow();
    private final Button language = new Button();
    private final List<Node> lines = new ArrayList<>();

    /// `take` puts the marked one into the box; `leave` gives the keyboard back to it.
    TemplatePane(TemplateModel model, Words w, Runnable take, Runnable leave) {
        this.model = model;
        this.w = w;
        this.take = take;
        this.leave = leave;
        setId("templates");
        getStyleClass().add("templates");
        filter.setPromptText(w.get("answer.template.filter"));
        filter.setId("template-filter");
        HBox.setHgrow(filter, Priority.ALWAYS);
        language.setId("template-language");
        language.getStyleClass().setAll("link");
        language.setGraphic(new KeyHint("Ctrl L"));
        language.setMinWidth(Region.USE_PREF_SIZE);
        language.setOnAction(e -> model.toggleLanguage());
        HBox head = new HBox(6, filter, language);
        head.setAlignment(Pos.CENTER_LEFT);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("template-list");
        ScrollPane shown = new ScrollPane(preview);
        shown.setFitToWidth(true);
        shown.setFocusTraversable(false);
        shown.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        shown.getStyleClass().add("template-preview");
        HBox.setHgrow(shown, Priority.ALWAYS);
        HBox body = new HBox(8, scroll, shown);
        body.setPrefHeight(HEIGHT);
        body.setMinHeight(120);
        getChildren().setAll(head, body);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        filter.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    void attached(Scope on) {
        filter.textProperty().bindBidirectional(model.filter);
        on.onEnd(() -> filter.textProperty().unbindBidirectional(model.filter));
        on.show(model.open, is -> {
            setVisible(is);
            setManaged(is);
            if (is) {
                FxThread.later(filter::requestFocus);
            }
        });
        on.onInvalid(model.shown, this::draw);
        draw();
        on.show(model.marked, n -> mark());
        on.show(model.language, l -> language.setText(
                w.get(l == Lang.ID ? "shell.settings.language.id" : "shell.settings.language.en")));
        on.add(filter.focusedProperty().subscribe((was, in) -> FxThread.later(this::putAway)));
        on.add(language.focusedProperty().subscribe((was, in) -> FxThread.later(this::putAway)));
    }

    /// When the keyboard has gone elsewhere.
    private void putAway() {
        if (!filter.isFocused() && !language.isFocused()) {
            model.hide();
        }
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.L && e.isShortcutDown()) {
            model.toggleLanguage();
        } else if (e.getCode() == KeyCode.DOWN) {
            model.move(1);
        } else if (e.getCode() == KeyCode.UP) {
            model.move(-1);
        } else if (e.getCode() == KeyCode.ENTER) {
            take.run();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            model.hide();
            leave.run();
        } else {
            return;
        }
        e.consume();
    }

    /// A number takes at once, as long as no word is being typed.
    private void typed(KeyEvent e) {
        String c = e.getCharacter();
        if (filter.getText().isEmpty() && c.length() == 1 && c.charAt(0) >= '1' && c.charAt(0) <= '9') {
            int n = c.charAt(0) - '1';
            if (n < model.shown.size()) {
                model.marked.set(n);
                take.run();
            }
            e.consume();
        }
    }

    private void draw() {
        lines.clear();
        List<Node> all = new ArrayList<>();
        String folder = "";
        int n = 0;
        for (City.Template t : model.shown) {
            if (!t.folder().equals(folder)) {
                folder = t.folder();
                Label head = new Label(folder);
                head.getStyleClass().addAll("muted", "tertiary", "template-folder");
                all.add(head);
            }
            Node line = line(t, n++);
            lines.add(line);
            all.add(line);
        }
        if (all.isEmpty()) {
            Label none = new Label(w.get("answer.template.none"));
            none.getStyleClass().addAll("muted", "secondary", "template-folder");
            none.setWrapText(true);
            all.add(none);
        }
        list.getChildren().setAll(all);
        mark();
    }

    private Node line(City.Template t, int n) {
        Label title = new Label(t.title());
        title.setMinWidth(0);
        HBox line = new HBox(6, title);
        if (n < TemplateModel.NUMBERED) {
            line.getChildren().addFirst(new KeyHint(Integer.toString(n + 1)));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("template-line");
        line.setOnMouseClicked(e -> {
            model.marked.set(n);
            take.run();
        });
        return line;
    }

    private void mark() {
        int at = model.marked.get();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).pseudoClassStateChanged(MARKED, i == at);
        }
        if (at >= 0 && at < lines.size()) {
            reveal(lines.get(at));
        }
        preview.getChildren().setAll(model.chosen().map(t -> filled(t.text())).orElse(List.of()));
        filter.setAccessibleText(model.chosen()
                .map(t -> w.get("answer.template.spoken", t.title(), t.folder()))
                .orElse(w.get("answer.template.none")));
    }

    private void reveal(Node line) {
        double room = list.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            double top = line.getBoundsInParent().getMinY();
            double bottom = line.getBoundsInParent().getMaxY();
            double from = scroll.getVvalue() * room;
            double to = from + scroll.getViewportBounds().getHeight();
            double wanted = top < from ? top : bottom > to ? bottom - scroll.getViewportBounds().getHeight() : from;
            scroll.setVvalue(wanted / room);
        }
    }

    /// The text, with what nobody knows made to stand out.
    private static List<Node> filled(String text) {
        List<Node> parts = new ArrayList<>();
        String rest = text;
        for (var open = Prepared.open(rest); open.isPresent(); open = Prepared.open(rest)) {
            MatchResult m = open.get();
            parts.add(part(rest.substring(0, m.start()), "template-text"));
            parts.add(part(m.group(), "as-high"));
            rest = rest.substring(m.end());
        }
        parts.add(part(rest, "template-text"));
        return parts;
    }

    private static Text part(String words, String style) {
        Text t = new Text(words);
        t.getStyleClass().add(style);
        return t;
    }
}
