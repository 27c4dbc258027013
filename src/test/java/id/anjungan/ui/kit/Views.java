package id.anjungan.ui.kit;

import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Refusal;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.RefusedAction;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.shell.Shell;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Every view of the desk, and how one comes there from a desk just opened. On the JavaFX thread.
public final class Views {
    private Views() {}

    /// A shell on this desk in this language and theme.
    public static Shell shell(FakeDesk desk, String language, String theme) {
        desk.settings.put("language", language);
        desk.settings.put("theme", theme);
        desk.openChat(Samples.id("CHT-2201"));
        return new Shell(desk, p -> Surabaya.AREAS, AlarmSound.NONE);
    }

    /// By name, in the order of the keys.
    public static Map<String, Consumer<Shell>> all() {
        Map<String, Consumer<Shell>> all = new LinkedHashMap<>();
        all.put("console", s -> {});
        all.put("chats", s -> press(s, KeyCode.DIGIT2));
        all.put("dispose", s -> press(s, KeyCode.D));
        all.put("escalate", s -> press(s, KeyCode.E));
        all.put("close", s -> press(s, KeyCode.S));
        all.put("note", s -> press(s, KeyCode.N));
        all.put("hand-over", s -> press(s, KeyCode.O));
        all.put("not-ours", s -> press(s, KeyCode.B));
        all.put("templates", s -> press(s, KeyCode.T));
        all.put("filter", s -> press(s, KeyCode.F));
        all.put("views", s -> press(s, KeyCode.V));
        all.put("why", s -> press(s, KeyCode.W));
        all.put("columns", s -> press(s, KeyCode.C));
        all.put("marked", s -> {
            s.queue().markMove(1);
            s.queue().markMove(1);
        });
        all.put("search", s -> {
            s.root().applyCss();
            ((TextField) Objects.requireNonNull(s.root().lookup("#search"))).setText("kebakar");
        });
        all.put("keys", s -> press(s, KeyCode.F1));
        all.put("status", s -> press(s, KeyCode.F2));
        all.put("alarms", s -> press(s, KeyCode.F3));
        all.put("settings", s -> press(s, KeyCode.F4));
        return all;
    }

    public static void press(Shell shell, KeyCode code) {
        Event.fireEvent(
                shell.root(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    /// A busy desk with a case open, as most of the day is.
    public static FakeDesk busy() {
        FakeDesk desk = Samples.busy();
        UUID fire = Samples.id("112-8841");
        desk.select(fire);
        return desk;
    }

    /// The same, but nothing was heard from the server for two minutes.
    public static FakeDesk stale() {
        FakeDesk desk = busy();
        desk.status.set(new DeskStatus(
                DeskStatus.Link.STALE, FakeDesk.START.minusSeconds(120), Duration.ofMinutes(2), 0, 0, 0, -1, null));
        return desk;
    }

    /// The same, and the server has refused something.
    public static FakeDesk refused() {
        FakeDesk desk = busy();
        desk.refused.set(List.of(new RefusedAction(
                UUID.randomUUID(), new Command.AddNote(Samples.id("112-8841"), "Sudah ditelepon, tidak diangkat"), FakeDesk.START,
                "112-8839",
                new Decision.Refused(
                        Refusal.CLAIMED_BY_OTHER, Map.of("by", "ratna", "since", FakeDesk.START.minusSeconds(60).toString())))));
        return desk;
    }
}
