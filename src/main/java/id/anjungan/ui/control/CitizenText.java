package id.anjungan.ui.control;

import id.anjungan.text.Glossary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;

/// What a citizen wrote, with the words of the city's own speech underlined. The pointer on such a word shows what it
/// means. For the keyboard the whole text is one stop: there the meaning stands beneath, and left and right go from
/// word to word.
public final class CitizenText extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final Duration SOON = Duration.millis(150);

    private final String text;
    private final List<Glossary.Found> found;
    private final List<Text> words = new ArrayList<>();
    private final Label meaning = new Label();
    private int current = -1;

    private CitizenText(String text, List<Glossary.Found> found, String styleClass) {
        super(4);
        this.text = text;
        this.found = found;
        getStyleClass().add("citizen-text");
        TextFlow flow = new TextFlow();
        flow.getChildren().setAll(parts(styleClass));
        flow.setMinHeight(USE_PREF_SIZE);
        meaning.getStyleClass().addAll("meaning", "secondary");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(flow);
        setMinHeight(USE_PREF_SIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        focusedProperty().subscribe((was, is) -> go(is ? 0 : -1));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        go(-1);
    }

    /// A plain label when there is nothing to explain.
    public static Node of(String text, Glossary glossary, String styleClass) {
        List<Glossary.Found> found = glossary.find(text);
        if (!found.isEmpty()) {
            return new CitizenText(text, found, styleClass);
        }
        Label plain = new Label(text);
        plain.getStyleClass().add(styleClass);
        plain.setWrapText(true);
        plain.setMinHeight(USE_PREF_SIZE);
        return plain;
    }

    /// Puts the keyboard on the first explained text within, if there is any.
    public static void focusFirst(Parent within) {
        within.lookupAll(".citizen-text").stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
    }

    private List<Text> parts(String styleClass) {
        List<Text> all = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < found.size(); i++) {
            Glossary.Found f = found.get(i);
            all.add(part(text.substring(at, f.start()), styleClass));
            Text word = part(text.substring(f.start(), f.end()), styleClass);
            word.getStyleClass().add("gloss");
            Tooltip tip = new Tooltip(said(f));
            tip.setShowDelay(SOON);
            Tooltip.install(word, tip);
            int here = i;
            word.setOnMouseClicked(e -> {
                requestFocus();
                go(here);
            });
            words.add(word);
            all.add(word);
            at = f.end();
        }
        all.add(part(text.substring(at), styleClass));
        return all;
    }

    private static Text part(String words, String styleClass) {
        Text t = new Text(words);
        t.getStyleClass().addAll("citizen-words", styleClass);
        return t;
    }

    private String said(Glossary.Found f) {
        return text.substring(f.start(), f.end()) + " · " + f.meaning();
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT -> go(Math.max(0, current - 1));
            case RIGHT -> go(Math.min(found.size() - 1, current + 1));
            default -> {
                return;
            }
        }
        e.consume();
    }

    /// Explains the word of this number, from 0; a negative one none.
    private void go(int word) {
        current = word;
        for (int i = 0; i < words.size(); i++) {
            words.get(i).pseudoClassStateChanged(CURRENT, i == word);
        }
        if (word < 0) {
            getChildren().remove(meaning);
            setAccessibleText(text + ". " + found.stream().map(this::said).collect(Collectors.joining("; ")));
            return;
        }
        meaning.setText(said(found.get(word)));
        setAccessibleText(said(found.get(word)));
        if (!getChildren().contains(meaning)) {
            getChildren().add(meaning);
        }
    }
}
