package id.anjungan.ui.control.answer;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import id.anjungan.ui.kit.Surabaya;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnswerModelTest {
    private static final UUID FIRE = UUID.randomUUID();
    private static final UUID FLOOD = UUID.randomUUID();

    private final Map<UUID, String> drafts = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<CompletableFuture<Optional<String>>> reading = new ArrayList<>();
    private boolean slow;
    private final List<String> given = new ArrayList<>();
    private final AnswerModel model = new AnswerModel(new Kept(), Surabaya.words(), w -> List.of(
            new City.Template("A", "Proses", "Diteruskan", w.text().lang() == Lang.ID ? "Kami teruskan." : "Passed on."),
            new City.Template("B", "Selesai", "Selesai", "Selesai karena {reason}.")));

    private final class Kept implements Memory {
        @Override
        public void saveDraft(UUID about, String text) {
            if (text.isBlank()) {
                drafts.remove(about);
            } else {
                drafts.put(about, text);
            }
        }

        @Override
        public CompletableFuture<Optional<String>> draft(UUID about) {
            CompletableFuture<Optional<String>> read = new CompletableFuture<>();
            if (slow) {
                reading.add(read);
            } else {
                read.complete(Optional.ofNullable(drafts.get(about)));
            }
            return read;
        }

        @Override
        public Optional<String> setting(String key) {
            return Optional.ofNullable(settings.get(key));
        }

        @Override
        public void putSetting(String key, String value) {
            settings.put(key, value);
        }
    }

    private String text() {
        return model.textProperty().get();
    }

    private void write(String words) {
        model.textProperty().set(words);
        model.typed();
    }

    private CompletableFuture<Boolean> send() {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        model.send(words -> {
            given.add(words);
            return taken;
        });
        return taken;
    }

    @Test
    void theDraftOfEachCaseStaysApart() {
        model.about(FIRE);
        write("Api");
        model.about(FLOOD);
        assertThat(text()).isEmpty();
        write("Air");
        model.about(FIRE);
        assertThat(text()).isEqualTo("Api");
        assertThat(model.savedProperty().get()).isTrue();
        assertThat(drafts).containsEntry(FIRE, "Api").containsEntry(FLOOD, "Air");
    }

    @Test
    void wordsThatWereTakenOutDoNotComeBack() {
        drafts.put(FIRE, "Api");
        model.about(FIRE);
        write("");
        model.about(FLOOD);
        assertThat(drafts).doesNotContainKey(FIRE);
    }

    @Test
    void aDraftThatIsReadLateDisturbsNobodyAndIsNotLost() {
        drafts.put(FIRE, "lama");
        slow = true;
        model.about(FIRE);
        model.about(FLOOD);
        assertThat(drafts).containsEntry(FIRE, "lama");
        model.about(FIRE);
        write("baru");
        reading.forEach(r -> r.complete(Optional.of("lama")));
        assertThat(text()).isEqualTo("baru");
    }

    @Test
    void pressingTwiceSendsOnce() {
        model.about(FIRE);
        write("Petugas di lokasi");
        CompletableFuture<Boolean> first = send();
        var _ = send();
        assertThat(given).containsExactly("Petugas di lokasi");
        first.complete(true);
        assertThat(text()).isEmpty();
        assertThat(drafts).isEmpty();
    }

    @Test
    void whatWasRefusedOrFailedStaysWritten() {
        model.about(FIRE);
        write("Petugas di lokasi");
        send().complete(false);
        assertThat(text()).isEqualTo("Petugas di lokasi");
        send().completeExceptionally(new IllegalStateException("disk"));
        assertThat(text()).isEqualTo("Petugas di lokasi");
        assertThat(drafts).containsEntry(FIRE, "Petugas di lokasi");
    }

    @Test
    void whatIsWrittenWhileSomethingIsSentStays() {
        model.about(FIRE);
        write("Petugas");
        CompletableFuture<Boolean> first = send();
        write("Petugas di lokasi, dan");
        first.complete(true);
        assertThat(text()).isEqualTo("Petugas di lokasi, dan");
        model.about(FLOOD);
        write("Air");
        CompletableFuture<Boolean> second = send();
        model.about(FIRE);
        second.complete(true);
        assertThat(text()).isEqualTo("Petugas di lokasi, dan");
        assertThat(drafts).doesNotContainKey(FLOOD);
    }

    @Test
    void whatNobodyKnowsKeepsAnAnswerBack() {
        model.about(FIRE);
        model.templates().show();
        model.templates().move(1);
        model.take(model.templates().chosen().orElseThrow(), 0);
        var _ = send();
        assertThat(given).isEmpty();
        assertThat(model.missingProperty().get()).isEqualTo("{reason}");
        write("Selesai karena sudah diperbaiki.");
        var _ = send();
        assertThat(given).hasSize(1);
    }

    @Test
    void aPreparedAnswerGoesWhereTheHandIs() {
        model.about(FIRE);
        write("Halo. Salam.");
        model.templates().show();
        model.take(model.templates().chosen().orElseThrow(), 6);
        assertThat(text()).isEqualTo("Halo. Kami teruskan.Salam.");
        assertThat(model.templates().open.get()).isFalse();
        assertThat(drafts).containsEntry(FIRE, text());
    }

    @Test
    void typingNarrowsAndTheMarkGoesAround() {
        model.about(FIRE);
        TemplateModel t = model.templates();
        t.show();
        assertThat(t.chosen()).map(City.Template::code).contains("A");
        t.move(-1);
        assertThat(t.chosen()).map(City.Template::code).contains("B");
        t.filter.set("terus pros");
        assertThat(t.shown).extracting(City.Template::code).containsExactly("A");
        t.filter.set("tidak ada");
        assertThat(t.chosen()).isEmpty();
    }

    @Test
    void theOtherLanguageIsAKeyAwayAndRemembered() {
        model.about(FIRE);
        TemplateModel t = model.templates();
        t.show();
        assertThat(t.chosen()).map(City.Template::text).contains("Kami teruskan.");
        t.toggleLanguage();
        assertThat(t.chosen()).map(City.Template::text).contains("Passed on.");
        assertThat(settings).containsEntry("answer.language", "en");
        assertThat(new AnswerModel(new Kept(), Surabaya.words(), w -> List.of()).templates().language.get())
                .isEqualTo(Lang.EN);
    }
}
