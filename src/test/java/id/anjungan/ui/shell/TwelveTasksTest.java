package id.anjungan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Message;
import id.anjungan.domain.Role;
import id.anjungan.geo.Areas;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.CaseFile;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.Facet;
import id.anjungan.state.LiveDesk;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.fx.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The work of a day, each task from a resting desk on a real server, and what it costs the hand: key presses and
/// pointer moves beside the words typed, counted where the window hears them. A chord is one press. The counts are
/// written to `target/bench/tasks.csv`.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made by the toolkit before each test
class TwelveTasksTest {
    private static final CityProfile CITY = ProfileLoader.load("surabaya");
    private static final Areas AREAS = Areas.of(CITY.areas());
    private static final Path COUNTS = Path.of("target", "bench", "tasks.csv");
    private static final List<KeyCode> MODIFIERS =
            List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ALT, KeyCode.META, KeyCode.COMMAND);

    @TempDir
    Path dir;

    private CentralServer central;
    private IntakeClient intake;
    private LiveDesk desk;
    private Shell shell;
    private Scene scene;
    private int presses;
    private int letters;
    private int moves;
    private int delivered;

    @BeforeAll
    static void begin() throws IOException {
        Files.createDirectories(COUNTS.getParent());
        Files.writeString(COUNTS, "task,keys,limit,typed,moves\n");
    }

    @Start
    void start(Stage stage) {
        InstantSource clock = InstantSource.system();
        central = CentralServer.start(CentralConfig.of(new ProfileCity(CITY), dir.resolve("central.db"), clock));
        intake = new IntakeClient(central.baseUri(), clock);
        desk = LiveDesk.open(DeskConfig.of(
                dir.resolve("desk"), central.baseUri(), "ayu", Role.OPERATOR, clock, "dibatalkan"));
        shell = new Shell(desk, p -> AREAS, AlarmSound.NONE);
        scene = shell.scene(948, 900);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> presses += MODIFIERS.contains(e.getCode()) ? 0 : 1);
        scene.addEventFilter(MouseEvent.ANY, e -> moves += e.getEventType() == MouseEvent.MOUSE_MOVED
                        || e.getEventType() == MouseEvent.MOUSE_PRESSED || e.getEventType() == MouseEvent.MOUSE_DRAGGED
                ? 1
                : 0);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        desk.close();
        intake.close();
        central.close();
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(15)).until(condition);
    }

    // What comes in

    private String deliver(IntakeItem.Kind kind, String channel, String line, @Nullable String category, String text, String phone, double lat)
            throws InterruptedException {
        String number = "s" + ++delivered;
        String source = line.isEmpty() ? number : line;
        intake.deliver(List.of(new IntakeItem(
                kind, channel, source, line.isEmpty() ? null : number, category, null, null, null, text, "Siti Aminah", phone, null, null, lat, 112.7521,
                null, null, null, false, false, List.of(), null, null)));
        return source;
    }

    private UUID report(String channel, String category, String text, String phone) throws InterruptedException {
        String source = deliver(IntakeItem.Kind.REPORT, channel, "", category, text, phone, -7.2575);
        UUID id = Ids.ofItem(channel, source);
        soon(() -> !desk.cases(List.of(id)).join().isEmpty());
        return id;
    }

    private UUID chat(String... lines) throws InterruptedException {
        for (String line : lines) {
            deliver(IntakeItem.Kind.CHAT_LINE, "MC_CHAT", "conversation", null, line, "081299990000", -7.2575);
        }
        String last = lines[lines.length - 1];
        soon(() -> desk.chats().get().stream().anyMatch(r -> r.lastLine().equals(last)));
        UUID id = desk.chats().get().getFirst().id();
        assertThat(desk.submit(new Command.TakeChat(id)).join().accepted()).isTrue();
        onFx(() -> desk.openChat(id));
        return id;
    }

    private Case of(UUID id) {
        return desk.cases(List.of(id)).join().getFirst();
    }

    private void until(UUID id, Predicate<Case> is) {
        soon(() -> is.test(of(id)));
    }

    private void claimed(UUID id) {
        assertThat(desk.submit(new Command.ClaimCase(id)).join().accepted()).isTrue();
        until(id, c -> c.claim() != null);
    }

    private void chosen(UUID id) {
        onFx(() -> desk.select(id));
        soon(() -> shell.caseFile.shown().filter(c -> c.id().equals(id)).isPresent());
    }

    // The hand

    private static void onFx(Runnable action) {
        FxThread.call(() -> {
            action.run();
            return true;
        }).join();
    }

    /// A desk at rest: settled with the server, nothing written, the keyboard in no box.
    private void rest() {
        soon(() -> desk.status().get().link() == DeskStatus.Link.LIVE && desk.status().get().waiting() == 0);
        onFx(() -> scene.getRoot().requestFocus());
        presses = 0;
        letters = 0;
        moves = 0;
    }

    private void chord(FxRobot hand, KeyCode key) {
        hand.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }

    private void words(FxRobot hand, String text) {
        letters += text.length();
        hand.write(text);
    }

    private boolean focused(String id) {
        Node at = scene.getFocusOwner();
        return at != null && id.equals(at.getId());
    }

    private void done(String task, int limit) throws IOException {
        done(task, limit, false);
    }

    /// `all`: the limit counts what is typed too.
    private void done(String task, int limit, boolean all) throws IOException {
        int keys = all ? presses : presses - letters;
        String line = String.join(",", task, String.valueOf(keys), String.valueOf(limit), String.valueOf(letters), String.valueOf(moves));
        System.out.println("[tasks] " + line);
        Files.writeString(COUNTS, line + "\n", StandardOpenOption.APPEND);
        assertThat(keys).as(task).isLessThanOrEqualTo(limit);
        assertThat(moves).as("pointer moves").isZero();
    }

    // The tasks

    @Test
    void claim_the_worst_unclaimed_case(FxRobot hand) throws Exception {
        UUID other = report("WARGAKU", "KTP", "KTP saya hilang", "0812");
        UUID worst = report("WARGAKU", "PHN-TBG", "Pohon tumbang menutup jalan", "0813");
        report("WARGAKU", "JLN-RSK", "Jalan berlubang", "0814");
        chosen(other);
        soon(() -> worst.equals(desk.queue().page().get().worstUnclaimed()));
        rest();
        hand.type(KeyCode.U, KeyCode.K);
        until(worst, c -> c.claim() != null && c.claim().operator().equals("ayu"));
        assertThat(of(other).claim()).as("the case shown before").isNull();
        done("claim the worst unclaimed case", 2);
    }

    @Test
    void acknowledge_the_top_alarm(FxRobot hand) throws Exception {
        UUID fire = report("CC112", "KBK", "Rumah terbakar di Jl. Kenjeran", "0812");
        soon(() -> hand.lookup("#acknowledge").tryQuery().filter(Node::isVisible).isPresent() && shell.alarms.any());
        rest();
        hand.type(KeyCode.A);
        until(fire, c -> c.acknowledgedAt() != null);
        done("acknowledge the top alarm", 1);
    }

    @Test
    void answer_with_the_right_template(FxRobot hand) throws Exception {
        UUID id = report("WARGAKU", "JLN-RSK", "Jalan berlubang di depan pasar", "0812");
        claimed(id);
        chosen(id);
        rest();
        hand.type(KeyCode.T);
        soon(() -> focused("template-filter"));
        words(hand, "2");
        soon(() -> focused("reply"));
        chord(hand, KeyCode.ENTER);
        soon(() -> desk.caseFile().get().map(CaseFile::messages).orElseThrow().values().stream()
                .anyMatch(m -> m.kind() == Message.Kind.OUTBOUND));
        // The number is a key, not a word.
        letters = 0;
        done("answer with the right template", 6);
    }

    @Test
    void merge_five_reports_of_one_fire(FxRobot hand) throws Exception {
        UUID fire = report("CC112", "KBK", "Kebakaran gudang plastik Jl. Kenjeran", "081200000");
        for (int i = 1; i < 5; i++) {
            report("CC112", "KBK", "Kebakaran gudang plastik Jl. Kenjeran, api besar " + i, "08120000" + i);
        }
        chosen(fire);
        soon(() -> desk.caseFile().get().filter(f -> f.likely().size() == 4).isPresent()
                && hand.lookup("#likely-merge").tryQuery().filter(Node::isVisible).isPresent());
        rest();
        hand.type(KeyCode.J);
        soon(() -> !hand.lookup("#form-send").queryAll().isEmpty());
        hand.type(KeyCode.J);
        until(fire, c -> c.duplicates().size() == 4);
        done("merge five reports of one fire", 2);
        // What is read does not move; taken in anew, one line stands for all.
        onFx(() -> desk.queue().showArrived());
        soon(() -> desk.queue().page().get().total() == 1);
    }

    @Test
    void dispose_to_the_proposed_agency(FxRobot hand) throws Exception {
        UUID id = report("WARGAKU", "PHN-TBG", "Pohon tumbang menutup jalan", "0812");
        claimed(id);
        chosen(id);
        rest();
        hand.type(KeyCode.D);
        soon(() -> focused("form-text"));
        hand.type(KeyCode.ENTER);
        until(id, c -> !c.dispositions().isEmpty());
        assertThat(of(id).dispositions().getFirst().agency()).isEqualTo("DLH");
        done("dispose to the proposed agency", 2);
    }

    @Test
    void escalate_with_a_reason(FxRobot hand) throws Exception {
        UUID id = report("WARGAKU", "PHN-TBG", "Pohon tumbang menutup jalan", "0812");
        claimed(id);
        chosen(id);
        int before = of(id).level();
        rest();
        hand.type(KeyCode.E);
        soon(() -> focused("form-text"));
        words(hand, "butuh alat berat");
        hand.type(KeyCode.ENTER);
        until(id, c -> c.level() > before);
        done("escalate with a reason", 3);
    }

    @Test
    void hand_a_chat_over_with_a_note(FxRobot hand) throws Exception {
        chat("halo min, lampu jalan padam");
        soon(() -> desk.chatFile().get().filter(f -> f.chat().claim() != null).isPresent());
        rest();
        hand.type(KeyCode.DIGIT2);
        soon(() -> hand.lookup("#chat-handOver").tryQuery().filter(Node::isVisible).isPresent());
        hand.type(KeyCode.O);
        soon(() -> focused("chat-colleague"));
        words(hand, "bima");
        hand.type(KeyCode.TAB);
        soon(() -> focused("chat-note"));
        words(hand, "sudah ditanya alamatnya");
        hand.type(KeyCode.ENTER);
        soon(() -> desk.chatFile().get().filter(f -> f.chat().claim() == null || f.chat().claim().operator().equals("bima")).isPresent());
        done("hand a chat over with a note", 6);
    }

    @Test
    void make_a_chat_a_case(FxRobot hand) throws Exception {
        UUID id = chat("halo min", "lampu jalan di depan rumah padam sejak kemarin");
        onFx(() -> shell.vm.page.set(Page.CHATS));
        soon(() -> hand.lookup("#chat-toCase").tryQuery().filter(Node::isVisible).isPresent());
        rest();
        hand.type(KeyCode.J);
        soon(() -> focused("chat-category"));
        hand.type(KeyCode.ENTER);
        soon(() -> desk.queue().page().get().total() == 1);
        assertThat(desk.queue().page().get().rows().getFirst().category()).isEqualTo("PJU-PDM");
        assertThat(desk.chats().get()).allMatch(r -> !r.id().equals(id) || r.state() != Chat.State.WAITING);
        done("make a chat a case", 2);
    }

    @Test
    void open_a_case_by_the_phone_number(FxRobot hand) throws Exception {
        UUID id = report("WARGAKU", "JLN-RSK", "Jalan berlubang", "081234567890");
        report("WARGAKU", "JLN-RSK", "Jalan rusak", "085700001111");
        rest();
        soon(() -> desk.search("berlubang", 1).join().size() == 1);
        chord(hand, KeyCode.K);
        soon(() -> focused("search"));
        words(hand, "08123456");
        soon(() -> !hand.lookup(".search-line").queryAll().isEmpty());
        hand.type(KeyCode.ENTER);
        soon(() -> desk.selection().get().filter(id::equals).isPresent());
        done("open a case by the reporter's phone number", 2);
    }

    @Test
    void breached_cases_of_one_district(FxRobot hand) throws Exception {
        report("WARGAKU", "JLN-RSK", "Jalan berlubang", "0812");
        rest();
        hand.type(KeyCode.F);
        soon(() -> focused("picker"));
        words(hand, "lew");
        hand.type(KeyCode.ENTER);
        words(hand, "gub");
        hand.type(KeyCode.ENTER, KeyCode.ESCAPE);
        String gubeng = CITY.areas().stream().filter(a -> a.name().equals("Gubeng")).findFirst().orElseThrow().code();
        soon(() -> desk.queue().page().get().filter().facets().equals(List.of(Facet.BREACHED, Facet.district(gubeng))));
        done("breached cases of one district", 14, true);
    }

    @Test
    void close_with_the_result_told(FxRobot hand) throws Exception {
        UUID id = report("WARGAKU", "JLN-RSK", "Jalan berlubang", "0812");
        claimed(id);
        chosen(id);
        rest();
        hand.type(KeyCode.S);
        soon(() -> focused("form-text"));
        words(hand, "sudah ditambal");
        hand.type(KeyCode.ENTER);
        until(id, c -> c.state() == CaseState.DONE);
        soon(() -> desk.caseFile().get().orElseThrow().messages().values().stream()
                .anyMatch(m -> m.kind() == Message.Kind.OUTBOUND && m.body().contains("sudah ditambal")));
        done("close with the result told to the reporter", 5);
    }

    @Test
    void undo_the_last_thing(FxRobot hand) throws Exception {
        UUID id = report("WARGAKU", "JLN-RSK", "Jalan berlubang", "0812");
        claimed(id);
        rest();
        chord(hand, KeyCode.Z);
        until(id, c -> c.claim() == null);
        done("undo the last thing", 1);
    }
}
