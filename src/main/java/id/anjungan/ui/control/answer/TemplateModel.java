package id.anjungan.ui.control.answer;

import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import id.anjungan.ui.control.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The prepared answers one may begin with, filled with what is known, in the language the citizen is answered in.
/// They stand by folder, the folder that fits most closely first, so that the first one is mostly the right one. On the
/// JavaFX thread.
public final class TemplateModel {
    /// How many can be taken by their number.
    static final int NUMBERED = 9;
    private static final String LANGUAGE = "answer.language";

    private final Memory memory;
    private final ObservableValue<Words> words;
    private final Function<? super Words, ? extends List<City.Template>> offers;

    final BooleanProperty open = new SimpleBooleanProperty();
    final StringProperty filter = new SimpleStringProperty("");
    final ObservableList<City.Template> shown = FXCollections.observableArrayList();
    final IntegerProperty marked = new SimpleIntegerProperty();
    final ObjectProperty<Lang> language;
    private List<City.Template> all = List.of();

    /// `offers` gives the answers that fit, filled, in the language of the words it is given.
    TemplateModel(
            Memory memory,
            ObservableValue<Words> words,
            Function<? super Words, ? extends List<City.Template>> offers) {
        this.memory = memory;
        this.words = words;
        this.offers = offers;
        language = new SimpleObjectProperty<>(
                memory.setting(LANGUAGE).map(Lang::of).orElseGet(() -> words.getValue().text().lang()));
        filter.subscribe((was, is) -> sift());
    }

    /// Shows what fits now; false when nothing does.
    boolean show() {
        filter.set("");
        fetch();
        open.set(!all.isEmpty());
        return open.get();
    }

    void hide() {
        open.set(false);
    }

    private void fetch() {
        Words w = words.getValue();
        Lang answer = language.get();
        all = offers.apply(w.text().lang() == answer ? w : Words.of(answer, w.city().in(answer)));
        sift();
    }

    /// Every word typed must be in the title, the folder or the text.
    private void sift() {
        String[] wanted = filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        shown.setAll(all.stream().filter(t -> has(t, wanted)).toList());
        marked.set(0);
    }

    private static boolean has(City.Template t, String[] wanted) {
        String in = (t.title() + " " + t.folder() + " " + t.text()).toLowerCase(Locale.ROOT);
        for (String w : wanted) {
            if (!in.contains(w)) {
                return false;
            }
        }
        return true;
    }

    void move(int by) {
        if (!shown.isEmpty()) {
            marked.set(Math.floorMod(marked.get() + by, shown.size()));
        }
    }

    /// The one that is marked, which is also the one in the preview.
    Optional<City.Template> chosen() {
        int at = marked.get();
        return at >= 0 && at < shown.size() ? Optional.of(shown.get(at)) : Optional.empty();
    }

    /// The other language, remembered for the next answer. The mark stays where it was.
    void toggleLanguage() {
        int at = marked.get();
        language.set(language.get() == Lang.ID ? Lang.EN : Lang.ID);
        memory.putSetting(LANGUAGE, language.get().code());
        fetch();
        marked.set(Math.max(0, Math.min(at, shown.size() - 1)));
    }
}
