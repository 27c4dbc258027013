package id.anjungan.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One of many codes, shown by their names. Letters that are typed choose the first name of which they begin a word;
/// after a rest a new word begins.
public final class CodeBox extends ComboBox<String> {
    private static final long REST_NANOS = 1_500_000_000L;

    private final UnaryOperator<String> name;
    private String typed = "";
    private long typedAt;

    /// `prompt` also says to a screen reader what is chosen here.
    public CodeBox(List<String> codes, UnaryOperator<String> name, String prompt) {
        this.name = name;
        getItems().setAll(codes);
        setPromptText(prompt);
        setAccessibleText(prompt);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null ? "" : name.apply(code);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        addEventFilter(KeyEvent.KEY_TYPED, this::letter);
    }

    private void letter(KeyEvent e) {
        String c = e.getCharacter();
        if (c.length() != 1 || Character.isISOControl(c.charAt(0)) || e.isShortcutDown()) {
            return;
        }
        long now = System.nanoTime();
        typed = (now - typedAt > REST_NANOS ? "" : typed) + c.toLowerCase(Locale.ROOT);
        typedAt = now;
        find(typed);
        e.consume();
    }

    private void find(String begun) {
        for (String code : getItems()) {
            String words = " " + name.apply(code).toLowerCase(Locale.ROOT);
            if (words.contains(" " + begun)) {
                setValue(code);
                return;
            }
        }
    }
}
