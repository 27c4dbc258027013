package id.anjungan.ui.search;

import id.anjungan.state.Desk;
import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Finds while one types. An answer to an older question that comes late is thrown away. On the JavaFX thread.
public final class SearchViewModel {
    static final int LIMIT = 12;
    /// One letter finds everything and therefore nothing.
    static final int SHORTEST = 2;

    private final Desk desk;
    final ObservableValue<Words> words;
    private final Consumer<Runnable> door;

    private final StringProperty text = new SimpleStringProperty("");
    final ObservableList<QueueRow> found = FXCollections.observableArrayList();
    final IntegerProperty marked = new SimpleIntegerProperty();
    final BooleanProperty showing = new SimpleBooleanProperty();
    private int asked;

    /// `door` brings an answer to the JavaFX thread.
    public SearchViewModel(Desk desk, ObservableValue<Words> words, Consumer<Runnable> door) {
        this.desk = desk;
        this.words = words;
        this.door = door;
        text.subscribe(this::look);
    }

    private void look(String now) {
        int question = ++asked;
        String t = now.strip();
        if (t.length() < SHORTEST) {
            found.clear();
            showing.set(false);
            return;
        }
        var _ = desk.search(t, LIMIT).thenAccept(rows -> door.accept(() -> answered(question, rows)));
    }

    private void answered(int question, List<QueueRow> rows) {
        if (question == asked) {
            found.setAll(rows);
            marked.set(0);
            showing.set(true);
        }
    }

    /// From when on closed cases are found here; older ones only the server has.
    Optional<Instant> closedSince() {
        return desk.closedSince();
    }

    public StringProperty textProperty() {
        return text;
    }

    public void move(int by) {
        if (!found.isEmpty()) {
            marked.set(Math.floorMod(marked.get() + by, found.size()));
        }
    }

    /// Opens the marked one; false when there is none.
    public boolean choose() {
        if (!showing.get() || found.isEmpty()) {
            return false;
        }
        choose(found.get(marked.get()));
        return true;
    }

    void choose(QueueRow row) {
        desk.select(row.id());
        close();
    }

    /// Puts the results away; false when none were shown.
    public boolean close() {
        boolean was = showing.get() || !text.get().isEmpty();
        text.set("");
        showing.set(false);
        return was;
    }
}
