package id.anjungan.ui.alarm;

import id.anjungan.domain.Command;
import id.anjungan.domain.Priority;
import id.anjungan.state.AlarmRow;
import id.anjungan.state.Desk;
import id.anjungan.state.Receipt;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What nobody has acknowledged yet, worst first. The worst stands in the bar, the others are counted. Sounds once
/// for each alarm that is new here. On the JavaFX thread.
public final class AlarmViewModel {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Function<? super Command, ? extends CompletableFuture<Receipt>> submit;
    private final AlarmSound sound;
    private final Set<UUID> heard = new HashSet<>();

    final ObservableList<AlarmTexts> alarms = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable AlarmTexts> worst = new SimpleObjectProperty<>();
    final StringProperty others = new SimpleStringProperty("");
    private final BooleanProperty soundOn;
    private List<AlarmRow> rows = List.of();

    public AlarmViewModel(
            Desk desk,
            ObservableValue<Words> words,
            Function<? super Command, ? extends CompletableFuture<Receipt>> submit,
            AlarmSound sound,
            BooleanProperty soundOn) {
        this.desk = desk;
        this.words = words;
        this.submit = submit;
        this.sound = sound;
        this.soundOn = soundOn;
        soundOn.subscribe(() -> tick(desk.now()));
    }

    void show(List<AlarmRow> now) {
        rows = now;
        Set<UUID> ids = new HashSet<>();
        @Nullable Priority fresh = null;
        for (AlarmRow r : now) {
            ids.add(r.alarm().id());
            boolean isNew = heard.add(r.alarm().id());
            if (isNew && (fresh == null || r.alarm().priority().compareTo(fresh) < 0)) {
                fresh = r.alarm().priority();
            }
        }
        heard.retainAll(ids);
        if (fresh != null && soundOn.get()) {
            sound.sound(fresh);
        }
        tick(desk.now());
    }

    void tick(Instant now) {
        Words w = words.getValue();
        List<AlarmTexts> texts = rows.stream().map(r -> AlarmTexts.of(r, w, now)).toList();
        for (int i = 0; i < texts.size(); i++) {
            if (i >= alarms.size()) {
                alarms.add(texts.get(i));
            } else if (!alarms.get(i).equals(texts.get(i))) {
                alarms.set(i, texts.get(i));
            }
        }
        alarms.remove(texts.size(), alarms.size());
        worst.set(texts.isEmpty() ? null : texts.getFirst());
        String sounding = w.get(soundOn.get() ? "alarm.sound.on" : "alarm.sound.muted");
        others.set(texts.size() > 1 ? w.text().count("alarm.more", texts.size() - 1) + " · " + sounding : sounding);
    }

    /// Acknowledges the worst; the next one takes its place.
    public void acknowledge() {
        if (!rows.isEmpty()) {
            acknowledge(rows.getFirst().alarm().id());
        }
    }

    void acknowledge(UUID alarm) {
        rows.stream()
                .filter(r -> r.alarm().id().equals(alarm))
                .findFirst()
                .ifPresent(r -> {
                    var _ = submit.apply(new Command.AcknowledgeAlarm(alarm, r.alarm().caseId()));
                });
    }

    public boolean any() {
        return !rows.isEmpty();
    }

    /// Goes to the case of an alarm.
    void open(AlarmTexts alarm) {
        if (alarm.caseId() != null) {
            desk.select(alarm.caseId());
        }
    }

    void toggleSound() {
        soundOn.set(!soundOn.get());
    }
}
