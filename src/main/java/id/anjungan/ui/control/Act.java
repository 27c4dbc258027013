package id.anjungan.ui.control;

import static id.anjungan.ui.control.Stroke.ctrl;
import static id.anjungan.ui.control.Stroke.plain;
import static id.anjungan.ui.control.Stroke.shift;

import java.util.List;
import javafx.scene.input.KeyCode;

/// Everything one can do with the desk, each with its key: where the key counts, and which it is until somebody
/// chooses another. What a key asks for never depends on the focus, except that letters are letters while something is
/// being written.
public enum Act {
    CLAIM(Group.CASE, Scope.EVERYWHERE, plain(KeyCode.K)),
    ACKNOWLEDGE(Group.CASE, Scope.EVERYWHERE, plain(KeyCode.A)),
    ANSWER(Group.CASE, Scope.EVERYWHERE, plain(KeyCode.R)),
    TEMPLATES(Group.CASE, Scope.EVERYWHERE, plain(KeyCode.T)),
    NOTE(Group.CASE, Scope.CONSOLE, plain(KeyCode.N)),
    DISPOSE(Group.CASE, Scope.CONSOLE, plain(KeyCode.D)),
    ESCALATE(Group.CASE, Scope.CONSOLE, plain(KeyCode.E)),
    HOLD(Group.CASE, Scope.CONSOLE, plain(KeyCode.H)),
    CLOSE(Group.CASE, Scope.CONSOLE, plain(KeyCode.S)),
    HAND_OVER(Group.CASE, Scope.EVERYWHERE, plain(KeyCode.O)),
    RELEASE(Group.CASE, Scope.EVERYWHERE, plain(KeyCode.L)),
    VERIFY(Group.CASE, Scope.CONSOLE, plain(KeyCode.I)),
    NOT_OURS(Group.CASE, Scope.CONSOLE, plain(KeyCode.B)),
    ARCHIVE(Group.CASE, Scope.CONSOLE, plain(KeyCode.Q)),
    REOPEN(Group.CASE, Scope.CONSOLE, plain(KeyCode.Y)),
    MERGE(Group.CASE, Scope.CONSOLE, plain(KeyCode.J)),
    SPLIT(Group.CASE, Scope.CONSOLE, shift(KeyCode.J)),
    TAG(Group.CASE, Scope.CONSOLE, shift(KeyCode.T)),
    WATCH(Group.CASE, Scope.CONSOLE, shift(KeyCode.W)),
    REMIND(Group.CASE, Scope.CONSOLE, shift(KeyCode.R)),
    RECATEGORISE(Group.CASE, Scope.CONSOLE, shift(KeyCode.K)),
    RELOCATE(Group.CASE, Scope.CONSOLE, shift(KeyCode.L)),
    PRIVACY(Group.CASE, Scope.CONSOLE, shift(KeyCode.P)),
    AGENCY_REPLY(Group.CASE, Scope.CONSOLE, shift(KeyCode.D)),
    RESULT(Group.CASE, Scope.CONSOLE, shift(KeyCode.I)),
    DEADLINES(Group.CASE, Scope.CONSOLE, shift(KeyCode.B)),
    REVEAL(Group.CASE, Scope.CONSOLE, plain(KeyCode.Z)),
    WORDS(Group.CASE, Scope.EVERYWHERE, plain(KeyCode.G)),
    FILES(Group.CASE, Scope.CONSOLE, ctrl(KeyCode.I)),
    ATTACH(Group.CASE, Scope.CONSOLE, ctrl(KeyCode.O)),
    PRINT(Group.CASE, Scope.CONSOLE, ctrl(KeyCode.P)),
    PASTE(Group.CASE, Scope.CONSOLE, ctrl(KeyCode.V)),
    TO_CASE(Group.CHAT, Scope.CHATS, plain(KeyCode.J)),
    END(Group.CHAT, Scope.CHATS, shift(KeyCode.S)),
    UP(Group.QUEUE, Scope.EVERYWHERE, plain(KeyCode.UP)),
    DOWN(Group.QUEUE, Scope.EVERYWHERE, plain(KeyCode.DOWN)),
    ARRIVED(Group.QUEUE, Scope.CONSOLE, plain(KeyCode.HOME)),
    UNCLAIMED(Group.QUEUE, Scope.CONSOLE, plain(KeyCode.U)),
    FILTER(Group.QUEUE, Scope.CONSOLE, plain(KeyCode.F)),
    CLEAR(Group.QUEUE, Scope.CONSOLE, plain(KeyCode.X)),
    VIEWS(Group.QUEUE, Scope.CONSOLE, plain(KeyCode.V)),
    WHY(Group.QUEUE, Scope.CONSOLE, plain(KeyCode.W)),
    PIN(Group.QUEUE, Scope.CONSOLE, plain(KeyCode.P)),
    COLUMNS(Group.QUEUE, Scope.CONSOLE, plain(KeyCode.C)),
    MARK(Group.QUEUE, Scope.CONSOLE, plain(KeyCode.SPACE)),
    MARK_UP(Group.QUEUE, Scope.CONSOLE, shift(KeyCode.UP)),
    MARK_DOWN(Group.QUEUE, Scope.CONSOLE, shift(KeyCode.DOWN)),
    MARK_ALL(Group.QUEUE, Scope.CONSOLE, ctrl(KeyCode.A)),
    ZOOM_IN(Group.MAP, Scope.CONSOLE, plain(KeyCode.EQUALS)),
    ZOOM_OUT(Group.MAP, Scope.CONSOLE, plain(KeyCode.MINUS)),
    WHOLE(Group.MAP, Scope.CONSOLE, plain(KeyCode.DIGIT0)),
    MAP_MODE(Group.MAP, Scope.CONSOLE, plain(KeyCode.DIGIT9)),
    MEASURE(Group.MAP, Scope.CONSOLE, plain(KeyCode.DIGIT3)),
    MAP_REPLAY(Group.MAP, Scope.CONSOLE, plain(KeyCode.DIGIT4)),
    MAP_LAYERS(Group.MAP, Scope.CONSOLE, plain(KeyCode.DIGIT5)),
    MAP_WINDOW(Group.MAP, Scope.CONSOLE, plain(KeyCode.DIGIT6)),
    MAP_SHAPE(Group.MAP, Scope.CONSOLE, plain(KeyCode.DIGIT7)),
    NEAREST(Group.MAP, Scope.CONSOLE, plain(KeyCode.DIGIT8)),
    LOCATE(Group.MAP, Scope.CONSOLE, plain(KeyCode.M)),
    SEARCH(Group.DESK, Scope.EVERYWHERE, ctrl(KeyCode.K), plain(KeyCode.SLASH)),
    CONSOLE(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.DIGIT1)),
    CHATS(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.DIGIT2)),
    UNDO(Group.DESK, Scope.EVERYWHERE, ctrl(KeyCode.Z)),
    HELP(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.F1), shift(KeyCode.SLASH)),
    STATUS(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.F2)),
    ALARMS(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.F3)),
    SETTINGS(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.F4)),
    NOTICE(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.F6)),
    WALL(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.F9)),
    LANGUAGE(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.F7)),
    THEME(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.F8)),
    SIGN_OUT(Group.DESK, Scope.EVERYWHERE, ctrl(KeyCode.Q)),
    BACK(Group.DESK, Scope.EVERYWHERE, plain(KeyCode.ESCAPE));

    /// What belongs together in a list of keys.
    public enum Group {
        CASE,
        CHAT,
        QUEUE,
        MAP,
        DESK
    }

    /// Where its key counts.
    public enum Scope {
        EVERYWHERE,
        CONSOLE,
        CHATS;

        /// Whether one key could be meant for both.
        public boolean meets(Scope other) {
            return this == other || this == EVERYWHERE || other == EVERYWHERE;
        }
    }

    private final Group group;
    private final Scope scope;
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
    private final List<Stroke> usual;

    Act(Group group, Scope scope, Stroke... usual) {
        this.group = group;
        this.scope = scope;
        this.usual = List.of(usual);
    }

    public Group group() {
        return group;
    }

    public Scope scope() {
        return scope;
    }

    /// Its keys until somebody chooses another first one.
    public List<Stroke> usual() {
        return usual;
    }

    /// Whether another key may be chosen.
    public boolean changeable() {
        return usual.getFirst().free();
    }

    /// The key of its words.
    public String words() {
        return "shell.keys." + name();
    }
}
