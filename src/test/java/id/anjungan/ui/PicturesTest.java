package id.anjungan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.domain.Refusal;
import id.anjungan.domain.Role;
import id.anjungan.state.CaseFile;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.Facet;
import id.anjungan.state.FileNote;
import id.anjungan.state.LinkDetail;
import id.anjungan.state.OlderFound;
import id.anjungan.state.RefusedAction;
import id.anjungan.state.SearchFound;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.QueueSettings;
import id.anjungan.state.Viewer;
import id.anjungan.state.WaitingAction;
import id.anjungan.text.Lang;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Picture;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import id.anjungan.ui.kit.WallSamples;
import id.anjungan.ui.shell.Shell;
import id.anjungan.ui.shell.WallWindow;
import id.anjungan.ui.wallboard.Sight;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// Pictures of whole screens, for people to look at, in `target/pictures`. What can be checked is that they can be
/// made with no display at all and are not blank.
class PicturesTest {

    static void console(String name, FakeDesk desk, String theme, String language, Consumer<Shell> prepare) {
        desk.settings.put("theme", theme);
        desk.settings.put("language", language);
        take(name, () -> {
            Shell shell = new Shell(desk, p -> Surabaya.AREAS, AlarmSound.NONE);
            Scene scene = shell.scene(1920, 1080);
            prepare.accept(shell);
            return scene;
        });
    }

    static void wall(String name, FakeDesk desk, Lang lang, int width, int height) {
        take(name, () -> new WallWindow(desk, p -> Surabaya.AREAS, lang, new SimpleObjectProperty<>(Sight.USUAL)).scene(width, height));
    }

    private static void take(String name, Supplier<Scene> scene) {
        Path file = Picture.save(Picture.of(scene, 4), name);
        assertThat(file).isNotEmptyFile();
        assertThat(file.toFile().length()).as("bytes of " + file).isGreaterThan(20_000);
    }

    @Test
    void consoleOfABusyDay() {
        console("console-dark-id", Samples.busy(), "dark", "id", s -> {});
        console("console-light-en", Samples.busy(), "light", "en", s -> {});
    }

    @Test
    void consoleOfOtherDays() {
        console("console-calm", Samples.calm(), "dark", "id", s -> {});
        console("console-empty", Samples.empty(), "dark", "id", s -> {});
        console("console-offline", Samples.offline(), "dark", "id", s -> {});
        console("console-flooded", Samples.flooded(), "dark", "en", s -> {});
    }

    @Test
    void workOnTheConsole() {
        console("work-dispose", Samples.busy(), "dark", "id", s -> press(s, KeyCode.D));
        console("work-close-en", Samples.busy(), "light", "en", s -> press(s, KeyCode.S));
        console("work-keys", Samples.busy(), "dark", "id", s -> press(s, KeyCode.F1));
        FakeDesk chatting = Samples.busy();
        chatting.openChat(Samples.id("CHT-2201"));
        console("work-chat", chatting, "dark", "id", s -> press(s, KeyCode.DIGIT2));
        FakeDesk refusing = Samples.busy();
        refusing.decides = c -> new Decision.Refused(
                Refusal.CLAIMED_BY_OTHER, Map.of("by", "ratna", "since", FakeDesk.START.minusSeconds(60).toString()));
        console("work-refused", refusing, "dark", "id", s -> press(s, KeyCode.K));
    }

    @Test
    void preparedAnswersAndHowFarEachMessageHasCome() {
        answering("answer-dark-id", "dark", "id");
        answering("answer-light-en", "light", "en");
    }

    private static void answering(String name, String theme, String language) {
        FakeDesk desk = Samples.busy();
        UUID fire = Samples.id("112-8841");
        CaseFile f = Objects.requireNonNull(desk.files.get(fire));
        Map<UUID, Message> messages = new HashMap<>(f.messages());
        List<Entry> entries = new ArrayList<>(f.entries());
        long ago = 170;
        for (Message.Delivery d : List.of(
                Message.Delivery.DELIVERED, Message.Delivery.SENT, Message.Delivery.UNCERTAIN, Message.Delivery.FAILED,
                Message.Delivery.CANCELLED, Message.Delivery.WAITING)) {
            Instant at = FakeDesk.START.minusSeconds(ago -= 20);
            Message m = new Message(
                    UUID.randomUUID(), fire, Message.Kind.OUTBOUND, "fajar", at, "Petugas sedang menuju lokasi.", List.of(), d,
                    d == Message.Delivery.WAITING ? FakeDesk.START.plusSeconds(6) : null);
            messages.put(m.id(), m);
            entries.add(new Entry(UUID.randomUUID(), fire, "answered", Map.of(), "fajar", at, at, false, m.id()));
        }
        desk.files.put(fire, new CaseFile(
                f.c(), f.person(), entries, messages, f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending()));
        desk.select(fire);
        console(name, desk, theme, language, s -> offer(s, "#reply-templates"));
        FakeDesk chatting = Samples.busy();
        chatting.openChat(Samples.id("CHT-2201"));
        console(name + "-chat", chatting, theme, language, s -> {
            press(s, KeyCode.DIGIT2);
            offer(s, "#chat-answer-templates");
        });
    }

    private static void offer(Shell shell, String button) {
        shell.root().applyCss();
        ((Button) shell.root().lookup(button)).fire();
    }

    @Test
    void oneCaseOneOwner() {
        FakeDesk held = Samples.busy();
        UUID crash = Samples.id("112-8839");
        held.select(crash);
        held.queue.viewers(Map.of(
                crash, List.of(new Viewer("ratna", true)), Samples.id("112-8841"), List.of(new Viewer("dimas", false))));
        held.drafts.put(crash, "Petugas kami sedang menuju lokasi.");
        console("owner-asks", held, "dark", "id", s -> {
            s.root().applyCss();
            Event.fireEvent(s.root().lookup("#reply"), new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false));
        });
    }

    @Test
    void theQueueFiltered() {
        FakeDesk filtered = Samples.busy();
        filtered.queue.filter(QueueFilter.ALL
                .with(Facet.BREACHED)
                .with(Facet.district(Surabaya.area("Tambaksari")))
                .with(Facet.channel("CC112"))
                .with(Facet.category("KBK"))
                .withText("asap"));
        console("queue-filtered", filtered, "dark", "id", s -> {});
        console("queue-picker", Samples.busy(), "dark", "id", s -> press(s, KeyCode.F));
        console("queue-why", Samples.busy(), "dark", "id", s -> press(s, KeyCode.W));
        console("queue-marked", Samples.busy(), "light", "en", s -> {
            for (int i = 0; i < 3; i++) {
                s.queue().markMove(1);
            }
            s.queue().pin();
        });
        FakeDesk saved = Samples.busy();
        new QueueSettings(saved).save("My morning", QueueFilter.ALL.with(Facet.BREACHED));
        console("queue-views-en", saved, "light", "en", s -> press(s, KeyCode.V));
    }

    @Test
    void whatTheOneBoxFinds() {
        finding("search-dark-id", "dark", "id", "kebakar");
        finding("search-light-en", "light", "en", "pacar");
        finding("search-operators", "dark", "id", "kec:Tambaksari sta");
        finding("search-unknown", "light", "en", "colour:red fire");
        finding("search-commands", "dark", "en", ">");
    }

    @Test
    void whatOnlyTheServerHas() {
        older("search-older-dark-id", "dark", "id", false);
        older("search-older-light-en", "light", "en", false);
        older("older-case-dark-id", "dark", "id", true);
        older("older-case-light-en", "light", "en", true);
    }

    private static void older(String name, String theme, String language, boolean read) {
        FakeDesk desk = Samples.busy();
        desk.queue().page().get().rows().stream()
                .limit(3)
                .forEach(r -> desk.older.add(new OlderFound.Older(r, FakeDesk.START.minusSeconds(120L * 86_400))));
        console(name, desk, theme, language, s -> {
            s.root().applyCss();
            s.root().layout();
            TextField box = (TextField) s.root().lookup("#search");
            box.setText("kebakar");
            for (KeyCode key : read ? List.of(KeyCode.UP, KeyCode.ENTER, KeyCode.ENTER) : List.of(KeyCode.UP, KeyCode.ENTER)) {
                box.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            }
            s.root().applyCss();
            s.root().layout();
        });
    }

    private static void finding(String name, String theme, String language, String typed) {
        FakeDesk desk = Samples.busy();
        desk.addresses.addAll(List.of("Jl. Pacar Keling V/12", "Jl. Pacar Kembang 3"));
        desk.reporters.add(new SearchFound.Reporter(
                new Person(UUID.randomUUID(), "Sumiati Pacarwati", "081200001234", null, null, false), 3));
        console(name, desk, theme, language, s -> {
            s.root().applyCss();
            s.root().layout();
            ((TextField) s.root().lookup("#search")).setText(typed);
        });
    }

    @Test
    void theConnectionExplained() {
        connection("status-dark-id", "dark", "id");
        connection("status-light-en", "light", "en");
    }

    private static void connection(String name, String theme, String language) {
        FakeDesk desk = Samples.offline();
        UUID fire = Samples.id("112-8841");
        desk.link.set(new LinkDetail(
                DeskStatus.Link.OFFLINE, FakeDesk.START.minusSeconds(372), 0, 0, FakeDesk.START.plusSeconds(7)));
        desk.waiting.set(List.of(
                new WaitingAction(
                        UUID.randomUUID(), new Command.ClaimCase(fire), FakeDesk.START.minusSeconds(180), "112-8841", 2,
                        FakeDesk.START.minusSeconds(60), true),
                new WaitingAction(
                        UUID.randomUUID(), new Command.AddNote(fire, "Petugas sudah di lokasi, jalan ditutup"),
                        FakeDesk.START.minusSeconds(120), "112-8841", 4, FakeDesk.START.minusSeconds(5), false),
                new WaitingAction(
                        UUID.randomUUID(), new Command.HoldCase(Samples.id("CHT-2207"), 1, "Menunggu alat berat"),
                        FakeDesk.START.minusSeconds(20), "WGK-1204", 0, null, false)));
        desk.notes.set(List.of(new FileNote(1, "desk-rescued", Map.of(
                "file", "desk.db.damaged-20261124T072500Z", "waiting", "3", "settled", "80", "refused", "1", "drafts", "2", "lost", "0"))));
        desk.refused.set(List.of(new RefusedAction(
                UUID.randomUUID(), new Command.AddNote(fire, "Sudah ditelepon"), FakeDesk.START, "112-8839",
                new Decision.Refused(Refusal.CLAIMED_BY_OTHER, Map.of("by", "ratna", "since", FakeDesk.START.minusSeconds(60).toString())))));
        console(name, desk, theme, language, s -> press(s, KeyCode.F2));
    }

    private static void press(Shell shell, KeyCode code) {
        Event.fireEvent(
                shell.root(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void theWallIsComposedAtTheDesk() {
        console(
                "wall-editor", WallSamples.full(new FakeDesk(Actor.of("yusuf", "Yusuf Wibowo", Role.LEAD))), "dark", "id",
                s -> press(s, KeyCode.F9));
        console("wall-editor-operator", WallSamples.full(Samples.busy()), "light", "en", s -> press(s, KeyCode.F9));
    }

    @Test
    void wallOfEachDay() {
        wall("wall-id", Samples.busy(), Lang.ID, 1920, 1080);
        wall("wall-en-flooded", Samples.flooded(), Lang.EN, 1920, 1080);
        wall("wall-offline", Samples.offline(), Lang.ID, 1920, 1080);
        wall("wall-4k", Samples.busy(), Lang.ID, 3840, 2160);
        wall("wall-empty", Samples.empty(), Lang.ID, 1920, 1080);
    }
}
