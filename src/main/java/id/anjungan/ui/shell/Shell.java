package id.anjungan.ui.shell;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.geo.Areas;
import id.anjungan.geo.BoundaryShelf;
import id.anjungan.geo.tile.TileShelf;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.state.FileNote;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.RefusedAction;
import id.anjungan.text.Lang;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.alarm.AlarmViewModel;
import id.anjungan.ui.casefile.CaseFileViewModel;
import id.anjungan.ui.casefile.FormKind;
import id.anjungan.ui.chat.ChatViewModel;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.Stroke;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.ThemeSheets;
import id.anjungan.ui.fx.View;
import id.anjungan.ui.map.MapViewModel;
import id.anjungan.ui.queue.QueueViewModel;
import id.anjungan.ui.search.Doable;
import id.anjungan.ui.search.Hands;
import id.anjungan.ui.search.SearchViewModel;
import id.anjungan.ui.settings.SettingsViewModel;
import id.anjungan.ui.shell.wall.Walls;
import id.anjungan.ui.tiles.TilesViewModel;
import id.anjungan.ui.wallboard.WallEditorModel;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The whole console on a desk. What is shown and typed lives in view models that last as long as this; the nodes
/// are made anew when the language changes, so every word changes at once and nothing is lost. On the JavaFX
/// thread.
public final class Shell extends View {
    private final Desk desk;
    private final CityBook cities;
    private final ObjectProperty<Words> words = new SimpleObjectProperty<>();
    final ShellViewModel vm;
    final StatusViewModel statusPage;
    final SettingsViewModel settings;
    final TilesViewModel tiles;
    final QueueViewModel queue;
    final MapViewModel map;
    final CaseFileViewModel caseFile;
    final ChatViewModel chats;
    final AlarmViewModel alarms;
    final SearchViewModel finding;
    private @Nullable Frame frame;
    /// What `Overlay.OLDER` shows.
    @Nullable CaseFile older;
    @Nullable Walls walls;
    final WallEditorModel wallEditor;
    final SignOut signOut;
    private boolean acted;
    private final TypeAhead ahead;

    /// `outlines` gives a city's areas with their outlines; it is called beside the JavaFX thread too.
    public Shell(Desk desk, Function<? super CityProfile, Areas> outlines, AlarmSound sound) {
        this(desk, outlines, sound, TileShelf.filesOnly(), BoundaryShelf.none());
    }

    /// `shelf` opens the tiles of the map; `boundaries` keeps the outlines that are taken over here, and `outlines` uses
    /// them.
    public Shell(
            Desk desk, Function<? super CityProfile, Areas> outlines, AlarmSound sound, TileShelf shelf,
            BoundaryShelf boundaries) {
        super(new StackPane());
        this.desk = desk;
        cities = new CityBook(desk, outlines);
        settings = new SettingsViewModel(desk);
        Lang lang = settings.language.get();
        words.set(Words.of(lang, cities.in(lang)).with(settings.keys.get()));
        vm = new ShellViewModel(desk, words, FxThread::run);
        statusPage = new StatusViewModel(desk, words, FxThread::run);
        tiles = new TilesViewModel(desk, words);
        queue = new QueueViewModel(desk, words, FxThread::run);
        map = new MapViewModel(
                desk, shelf, boundaries, () -> words.get().city().areas(), vm::submit, FxThread::run);
        caseFile = new CaseFileViewModel(desk, words, vm::submit, new DeskMemory(desk));
        ahead = new TypeAhead(desk, () -> caseFile.shown().map(Case::id));
        chats = new ChatViewModel(desk, words, vm::submit, new DeskMemory(desk));
        alarms = new AlarmViewModel(desk, words, vm::submit, sound, settings.sound);
        wallEditor = new WallEditorModel(desk, c -> {
            var _ = vm.submit(c);
        });
        signOut = new SignOut(desk, words, FxThread::run);
        finding = new SearchViewModel(desk, words, FxThread::run, new Found());
        root().setId("shell");
        root().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root().addEventFilter(KeyEvent.KEY_TYPED, e -> {
            if (acted) {
                e.consume();
            }
        });
        build();
    }

    /// The walls this desk can send; none until said.
    public void walls(Walls all) {
        walls = all;
    }

    /// What is done when the operator has left the desk.
    public SignOut signOut() {
        return signOut;
    }

    /// Leaves the desk, after asking when that means something for cases or for what waits.
    void leave() {
        // What is being written is kept when the keyboard leaves it.
        root().requestFocus();
        if (signOut.told().isEmpty()) {
            signOut.go();
        } else {
            vm.overlay.set(Overlay.SIGN_OUT);
        }
    }

    public QueueViewModel queue() {
        return queue;
    }

    /// A scene of this size with the shell in it, dressed in the user's theme and following it.
    public Scene scene(double width, double height) {
        Scene scene = new Scene(root(), width, height);
        ThemeSheets.apply(scene, settings.theme.get());
        return scene;
    }

    @Override
    protected void attached(Scope on) {
        on.add(settings.theme.subscribe((was, is) -> ThemeSheets.apply(root().getScene(), is)));
        on.add(settings.language.subscribe((was, is) -> speak(is)));
        on.add(settings.keys.subscribe((was, is) -> speak(settings.language.get())));
        on.add(settings.compact.subscribe((was, is) -> build()));
        on.add(settings.panes.subscribe((was, is) -> build()));
        on.show(settings.tiles, tiles::arrange);
        on.follow(desk.settingsCame()::subscribe, (Long n) -> {
            settings.reload();
            queue.rearrange();
        });
        cities.follow(on, () -> speak(settings.language.get()));
        on.onInvalid(map.boundaries.takenProperty(), () -> cities.renew(() -> speak(settings.language.get())));
        on.follow(desk.refused()::subscribe, (List<RefusedAction> r) -> vm.showRefused(r));
        on.follow(desk.notes()::subscribe, (List<FileNote> n) -> vm.showNotes(n));
        on.follow(desk.chats()::subscribe, chats::show);
        on.follow(desk.beside()::subscribe, (id.anjungan.state.Beside b) -> vm.showBeside(b));
        on.add(caseFile.shownIdProperty().subscribe((was, is) -> ahead.shown()));
    }

    private void speak(Lang lang) {
        words.set(Words.of(lang, cities.in(lang)).with(settings.keys.get()));
        build();
        caseFile.retell();
        chats.retell();
        vm.showNotes(desk.notes().get());
    }

    private void build() {
        frame = new Frame(this, desk, words.get());
        ((StackPane) root()).getChildren().setAll(frame.root());
    }

    private void pressed(KeyEvent e) {
        boolean writing = e.getTarget() instanceof TextInputControl || e.getTarget() instanceof ComboBoxBase;
        boolean inList = e.getTarget() instanceof ListView || e.getTarget() instanceof StatusRow
                || e.getTarget() instanceof id.anjungan.ui.control.map.MapView || caseFile.files.open();
        if (settings.choosing.waits()) {
            settings.choosing.press(Stroke.of(e));
            e.consume();
            acted = true;
            return;
        }
        Stroke stroke = Stroke.of(e);
        settings.keys.get()
                .act(stroke, vm.page.get() == Page.CHATS ? Act.Scope.CHATS : Act.Scope.CONSOLE)
                .filter(act -> !writing || stroke.besideWriting())
                .filter(act -> !(act == Act.MARK && e.getTarget() instanceof ButtonBase))
                .filter(act -> !(inList && (act == Act.UP || act == Act.DOWN || act == Act.ARRIVED)))
                .filter(this::does)
                .ifPresent(act -> e.consume());
        // The letter of a key that did something must not land in the field that it opened.
        acted = e.isConsumed();
    }

    /// What the search does to the desk.
    private final class Found implements Hands {
        @Override
        public void open(UUID caseId) {
            vm.page.set(Page.CONSOLE);
            desk.select(caseId);
        }

        @Override
        public void read(CaseFile file) {
            older = file;
            vm.overlay.set(Overlay.NONE);
            vm.overlay.set(Overlay.OLDER);
        }

        @Override
        public void filter(QueueFilter filter) {
            vm.page.set(Page.CONSOLE);
            desk.queue().filter(filter);
        }

        @Override
        public List<Doable> doables() {
            return Doables.of(words.get(), settings, act -> {
                var _ = does(act);
            });
        }
    }

    /// Does what a key asks for; false when the key means nothing here.
    private boolean does(Act act) {
        Frame f = frame;
        boolean chatting = vm.page.get() == Page.CHATS;
        if (f == null) {
            return false;
        }
        if (act == Act.PASTE) {
            // Words go where they always go.
            return !chatting && f.paste();
        }
        if (act.group() == Act.Group.CASE) {
            f.showFile();
            if (chatting || queue.bulk.any() || act == Act.ACKNOWLEDGE) {
                onCase(f, chatting, act);
            } else {
                ahead.act(() -> onCase(f, false, act));
            }
            return true;
        }
        switch (act) {
            case SEARCH -> f.search();
            case UP -> move(f, chatting, -1);
            case DOWN -> move(f, chatting, 1);
            case ARRIVED, UNCLAIMED, FILTER, CLEAR, VIEWS, WHY, PIN, COLUMNS, MARK, MARK_UP, MARK_DOWN, MARK_ALL ->
                onQueue(f, act);
            case ZOOM_IN -> f.map().zoom(1);
            case ZOOM_OUT -> f.map().zoom(-1);
            case WHOLE -> f.map().whole();
            case MAP_MODE -> f.map().nextMode();
            case MEASURE, MAP_REPLAY, MAP_LAYERS, MAP_WINDOW, MAP_SHAPE, NEAREST, LOCATE -> f.onMap(act);
            case TO_CASE -> chats.askToCase();
            case END -> chats.end();
            case CONSOLE -> vm.page.set(Page.CONSOLE);
            case CHATS -> vm.page.set(Page.CHATS);
            case UNDO -> vm.undo(() -> {
                caseFile.undone();
                chats.undone();
                queue.bulk.undone();
            });
            case STATUS -> vm.toggle(Overlay.STATUS);
            case HELP -> vm.toggle(Overlay.KEYS);
            case ALARMS -> vm.toggle(Overlay.ALARMS);
            case SETTINGS -> vm.toggle(Overlay.SETTINGS);
            case NOTICE -> f.notices();
            case WALL -> vm.toggle(Overlay.WALL);
            case LANGUAGE -> settings.toggleLanguage();
            case THEME -> settings.toggleTheme();
            case SIGN_OUT -> leave();
            case BACK -> back(f);
            default -> throw new IllegalArgumentException(act.name());
        }
        return true;
    }

    /// What is done with the open case or, on their page, with the open conversation.
    private void onCase(Frame f, boolean chatting, Act act) {
        switch (act) {
            case CLAIM -> claim(chatting);
            case ACKNOWLEDGE -> acknowledge();
            case DISPOSE -> ask(FormKind.DISPOSE);
            case ESCALATE -> ask(FormKind.ESCALATE);
            case HOLD -> ask(FormKind.HOLD);
            case CLOSE -> ask(FormKind.CLOSE);
            case NOTE -> ask(FormKind.NOTE);
            case ANSWER -> f.answer(chatting);
            case TEMPLATES -> f.templates(chatting);
            case WORDS -> f.words(chatting);
            case FILES -> caseFile.files.openFirst();
            case ATTACH -> f.attach();
            case PRINT -> print();
            case REVEAL -> caseFile.reveal();
            case DEADLINES -> caseFile.explainClocks();
            case VERIFY -> caseFile.verify();
            case NOT_OURS -> ask(FormKind.NOT_OURS);
            case MERGE -> ask(FormKind.MERGE);
            case SPLIT -> caseFile.apart();
            case WATCH -> caseFile.watch();
            case TAG -> ask(FormKind.TAG);
            case REMIND -> ask(FormKind.REMIND);
            case RECATEGORISE -> ask(FormKind.RECATEGORISE);
            case RELOCATE -> ask(FormKind.RELOCATE);
            case PRIVACY -> ask(FormKind.PRIVACY);
            case AGENCY_REPLY -> ask(FormKind.AGENCY_REPLY);
            case RESULT -> ask(FormKind.RESULT);
            case ARCHIVE -> ask(FormKind.ARCHIVE);
            case REOPEN -> ask(FormKind.REOPEN);
            case HAND_OVER -> either(chatting, chats::askHandOver, FormKind.HAND_OVER);
            case RELEASE -> either(chatting, chats::release, FormKind.RELEASE);
            default -> throw new IllegalArgumentException(act.name());
        }
    }

    private void print() {
        if (vm.overlay.get() == Overlay.PRINT || caseFile.print()) {
            vm.toggle(Overlay.PRINT);
        }
    }

    private void move(Frame f, boolean chatting, int by) {
        if (chatting) {
            f.moveChat(by);
        } else {
            queue.move(by);
        }
    }

    /// What one does with a conversation on its page, and with the open case on the other.
    private void either(boolean chatting, Runnable withChat, FormKind withCase) {
        if (chatting) {
            withChat.run();
        } else {
            ask(withCase);
        }
    }

    private void onQueue(Frame f, Act act) {
        switch (act) {
            case UNCLAIMED -> queue.worstUnclaimed();
            case FILTER -> f.queue().pick();
            case VIEWS -> f.queue().views();
            case CLEAR -> queue.clear();
            case WHY -> queue.explain();
            case PIN -> queue.pin();
            case COLUMNS -> f.queue().columns();
            case MARK -> queue.mark();
            case MARK_UP -> queue.markMove(-1);
            case MARK_DOWN -> queue.markMove(1);
            case MARK_ALL -> queue.markAll();
            default -> f.queue().showArrived();
        }
    }

    private void claim(boolean chatting) {
        if (chatting) {
            chats.take();
        } else if (queue.bulk.any()) {
            queue.bulk.claim();
        } else {
            caseFile.claim();
        }
    }

    /// The worst alarm first, which is the one in the bar; without any, the case that is open.
    private void acknowledge() {
        if (alarms.any()) {
            alarms.acknowledge();
        } else {
            caseFile.acknowledge();
        }
    }

    private void ask(FormKind kind) {
        if (vm.page.get() == Page.CONSOLE && !onMarked(kind)) {
            caseFile.ask(kind);
        }
    }

    /// While cases are marked, what can be done with many is done with them.
    private boolean onMarked(FormKind kind) {
        Frame f = frame;
        if (f == null || !queue.bulk.any()) {
            return false;
        }
        switch (kind) {
            case DISPOSE -> f.queue().disposeMarked();
            case HOLD -> f.queue().holdMarked();
            case CLOSE -> f.queue().closeMarked();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void back(Frame f) {
        if (vm.overlay.get() != Overlay.NONE) {
            vm.overlay.set(Overlay.NONE);
        } else if (!finding.close() && !f.leaveMap() && !caseFile.back() && !chats.back() && !queue.bulk.clear()
                && !queue.stopExplaining()) {
            f.queue().focusList();
        }
    }

    /// Opens a refused action for another try, with the words that were typed.
    void again(Notice notice) {
        Command command = notice.command();
        if (notice.caseId() != null) {
            vm.dismiss(notice);
            vm.page.set(Page.CONSOLE);
            desk.select(notice.caseId());
        }
        if (command == null) {
            return;
        }
        vm.dismiss(notice);
        Kept.caseOf(command).ifPresent(id -> {
            vm.page.set(Page.CONSOLE);
            desk.select(id);
            caseFile.again(id, Kept.formOf(command), notice.text());
        });
        if (command instanceof Command.OnChat chat) {
            vm.page.set(Page.CHATS);
            desk.saveDraft(chat.chatId(), notice.text());
            desk.openChat(chat.chatId());
        }
    }
}
