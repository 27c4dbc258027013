package id.anjungan.ui;

import id.anjungan.domain.Case;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Duplicates;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Reminder;
import id.anjungan.state.Beside;
import id.anjungan.state.CaseFile;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.QueueRow;
import id.anjungan.state.SameCase;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// Pictures of cases that may be the same, of merged ones, and of the forms for what is kept beside a case.
class BesidePicturesTest {
    private static FakeDesk desk(boolean merged) {
        FakeDesk desk = Samples.busy();
        UUID id = Samples.id("112-8841");
        CaseFile f = Objects.requireNonNull(desk.files.get(id));
        List<QueueRow> others = Samples.rows().subList(1, 5);
        List<SameCase> same = others.stream()
                .map(r -> new SameCase(r, new Duplicates.Likely(
                        r.id(), 0.8, Duration.ofSeconds(170), OptionalDouble.of(12.4), true, List.of("gudang", "kebakaran"))))
                .toList();
        Case c = f.c().edit(FakeDesk.START, FakeDesk.START)
                .tag("adipura", true)
                .tag("gudang-plastik", true)
                .watcher(desk.actor().id(), true)
                .watcher("bima", true)
                .reminder(desk.actor().id(), new Reminder(desk.actor().id(), FakeDesk.START.plusSeconds(900), FakeDesk.START, null))
                .build();
        desk.files.put(id, new CaseFile(
                c, f.person(), f.entries(), f.messages(), f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending(),
                merged ? List.of() : same, merged ? others : List.of(), null));
        desk.select(id);
        return desk;
    }

    private static void form(String name, String theme, String language, KeyCode key, boolean shift) {
        PicturesTest.console(name, desk(false), theme, language, s -> Event.fireEvent(
                s.root(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false)));
    }

    @Test
    void whatIsTheSame() {
        form("same-dark-id", "dark", "id", KeyCode.J, false);
        form("same-light-en", "light", "en", KeyCode.J, false);
        PicturesTest.console("merged-dark-en", desk(true), "dark", "en", s -> {});
        PicturesTest.console("merged-light-id", desk(true), "light", "id", s -> {});
    }

    private static void deadlines(String name, String theme, String language) {
        FakeDesk desk = desk(true);
        UUID id = Samples.id("112-8841");
        CaseFile f = Objects.requireNonNull(desk.files.get(id));
        Case c = f.c().edit(FakeDesk.START, FakeDesk.START)
                .clocks(Surabaya.PROFILE.clocks().stream()
                        .limit(5)
                        .map(r -> Clock.start(
                                r.rule().code(), "2026-1", FakeDesk.START,
                                FakeDesk.START.plusSeconds(r.rule().amount() * 900 - 1_200)))
                        .toList())
                .build();
        desk.files.put(id, new CaseFile(
                c, f.person(), f.entries(), f.messages(), f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending(),
                f.likely(), f.merged(), null));
        desk.select(id);
        PicturesTest.console(name, desk, theme, language, s -> Event.fireEvent(
                s.root(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.B, true, false, false, false)));
    }

    @Test
    void deadlinesAndWhatTheyRestOn() {
        deadlines("deadlines-dark-id", "dark", "id");
        deadlines("deadlines-light-en", "light", "en");
    }

    @Test
    void leavingTheDesk() {
        for (String language : List.of("id", "en")) {
            FakeDesk desk = desk(false);
            desk.status.set(new DeskStatus(
                    DeskStatus.Link.OFFLINE, FakeDesk.START.minusSeconds(90), Duration.ofSeconds(90), 3, 0, 0, -1, null));
            PicturesTest.console("leave-" + language, desk, language.equals("id") ? "dark" : "light", language, s -> Event.fireEvent(
                    s.root(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Q, false, true, false, false)));
        }
    }

    @Test
    void aTagIsCompleted() {
        for (String language : List.of("id", "en")) {
            FakeDesk desk = desk(false);
            desk.beside.set(new Beside(List.of("banjir", "gudang", "gudang-kosong", "pasar-gudang"), List.of(), List.of()));
            UUID id = Samples.id("112-8841");
            desk.saveDraft(Ids.near(id, "form", "TAG", id.toString()), "gud");
            PicturesTest.console("tags-" + language, desk, language.equals("id") ? "dark" : "light", language, s -> Event.fireEvent(
                    s.root(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.T, true, false, false, false)));
        }
    }

    @Test
    void formsBesideACase() {
        form("tag-dark-en", "dark", "en", KeyCode.T, true);
        form("remind-light-id", "light", "id", KeyCode.R, true);
        form("category-dark-id", "dark", "id", KeyCode.K, true);
        form("place-light-en", "light", "en", KeyCode.L, true);
        form("privacy-light-id", "light", "id", KeyCode.P, true);
        form("reply-dark-en", "dark", "en", KeyCode.D, true);
        form("result-light-en", "light", "en", KeyCode.I, true);
    }
}
