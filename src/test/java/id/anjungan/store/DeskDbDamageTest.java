package id.anjungan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.anjungan.domain.Command;
import id.anjungan.domain.Refusal;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Settlement;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a desk keeps of its promises when its file is damaged, cut, locked, or its journal taken away.
class DeskDbDamageTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final UUID EPOCH = UUID.randomUUID();

    @TempDir
    Path dir;

    private Path file() {
        return dir.resolve("desk.db");
    }

    private static DeskDb.ToQueue note(String text) {
        return new DeskDb.ToQueue(
                UUID.randomUUID(), null, "ayu", NOW, null, new Command.AddNote(UUID.randomUUID(), text));
    }

    /// Gives n notes, each a commit; what was acknowledged, by id.
    private static Map<UUID, Command> give(DeskDb desk, int n, int letters) {
        Map<UUID, Command> acknowledged = new HashMap<>();
        for (int i = 0; i < n; i++) {
            DeskDb.ToQueue c = note("catatan " + i + " " + "x".repeat(letters));
            desk.enqueue(List.of(c)).join();
            acknowledged.put(c.id(), c.command());
        }
        return acknowledged;
    }

    private static Map<UUID, Command> waiting(DeskDb desk) {
        Map<UUID, Command> all = new HashMap<>();
        desk.outbox().forEach(q -> all.put(q.envelope().id(), q.envelope().command()));
        return all;
    }

    /// The file and its journal as a kill leaves them: copied while the desk is open.
    private Path killed(DeskDb open) throws IOException {
        Path there = dir.resolve("killed");
        Files.createDirectories(there);
        Aside.copy(file(), there.resolve("desk.db"));
        open.close();
        return there.resolve("desk.db");
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
            f.seek(at);
            int was = f.read();
            f.seek(at);
            f.write(was ^ 0xff);
        }
    }

    private static DeskNote only(DeskDb desk, String code) {
        assertThat(desk.notes()).extracting(DeskNote::code).containsExactly(code);
        return desk.notes().getFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 18, 19, 24, 60, 100, 105})
    void a_flipped_byte_of_the_header_costs_no_action(int at) throws IOException {
        Map<UUID, Command> acknowledged;
        try (DeskDb desk = DeskDb.open(file())) {
            acknowledged = give(desk, 50, 40);
        }
        flip(file(), at);
        try (DeskDb desk = DeskDb.open(file())) {
            assertThat(waiting(desk)).isEqualTo(acknowledged);
            desk.notes().forEach(n -> assertThat(dir.resolve(n.args().get("file"))).exists());
        }
    }

    /// Whatever byte is damaged: the desk opens, keeps the old file, and every action is there as it was given, or is
    /// counted as lost. Nothing comes back changed.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void random_flips_lose_nothing_unsaid(long seed) throws IOException {
        Random dice = new Random(seed);
        Map<UUID, Command> acknowledged;
        try (DeskDb desk = DeskDb.open(file())) {
            acknowledged = give(desk, 120, dice.nextInt(300));
        }
        long size = Files.size(file());
        for (int n = 0; n < 1 + dice.nextInt(6); n++) {
            flip(file(), dice.nextLong(size));
        }
        try (DeskDb desk = DeskDb.open(file())) {
            Map<UUID, Command> found = waiting(desk);
            assertThat(acknowledged).as("seed " + seed).containsAllEntriesOf(found);
            int missing = acknowledged.size() - found.size();
            int told = desk.notes().stream()
                    .mapToInt(x -> Integer.parseInt(x.args().getOrDefault("lost", x.args().getOrDefault("n", "0"))))
                    .sum();
            assertThat(told).as("told of %d missing, seed %d", missing, seed).isGreaterThanOrEqualTo(missing);
            give(desk, 1, 10);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void a_flipped_byte_of_the_journal_does_not_swallow_the_commits_behind_it(long seed) throws IOException {
        DeskDb open = DeskDb.open(file());
        Map<UUID, Command> acknowledged = give(open, 60, 100);
        Path killed = killed(open);
        Path wal = Aside.part(killed, "-wal");
        long at = new Random(seed).nextLong(Files.size(wal));
        flip(wal, at);
        try (DeskDb desk = DeskDb.open(killed)) {
            Map<UUID, Command> found = waiting(desk);
            assertThat(acknowledged).containsAllEntriesOf(found);
            assertThat(found).as("byte %d", at).hasSizeGreaterThanOrEqualTo(acknowledged.size() - 2);
        }
    }

    @Test
    void a_kill_leaves_everything_and_nothing_to_tell() throws IOException {
        DeskDb open = DeskDb.open(file());
        Map<UUID, Command> acknowledged = give(open, 20, 100);
        try (DeskDb desk = DeskDb.open(killed(open))) {
            assertThat(waiting(desk)).isEqualTo(acknowledged);
            assertThat(desk.notes()).isEmpty();
        }
    }

    @Test
    void everything_is_rescued_not_only_what_waits() throws IOException {
        UUID case1 = UUID.randomUUID();
        UUID console;
        List<CommandEnvelope> sent;
        try (DeskDb desk = DeskDb.open(file())) {
            console = desk.console();
            give(desk, 4, 50);
            sent = desk.take(2, NOW).join();
            desk.settle(
                    List.of(
                            new Settlement(sent.get(0).id(), 1, Settlement.Status.DONE, 9, null, Map.of()),
                            new Settlement(sent.get(1).id(), 2, Settlement.Status.REFUSED, 0, Refusal.CLOSED, Map.of())),
                    EPOCH, NOW).join();
            desk.forget(List.of(sent.get(0).id())).join();
            desk.saveDraft(case1, "sedang ditulis").join();
            desk.putSetting("user.theme", "light").join();
        }
        flip(file(), 0);
        try (DeskDb desk = DeskDb.open(file())) {
            assertThat(only(desk, DeskDb.NOTE_RESCUED).args())
                    .containsEntry("waiting", "2").containsEntry("settled", "1").containsEntry("refused", "1")
                    .containsEntry("drafts", "1").containsEntry("lost", "0");
            assertThat(waiting(desk)).hasSize(2);
            assertThat(desk.refusals()).singleElement().satisfies(r -> {
                assertThat(r.id()).isEqualTo(sent.get(1).id());
                assertThat(r.command()).isEqualTo(sent.get(1).command());
            });
            assertThat(desk.draft(case1).join()).contains("sedang ditulis");
            assertThat(desk.setting("user.theme")).contains("light");
            // Which numbers were used is not certain any more, so the console is a new one.
            assertThat(desk.console()).isNotEqualTo(console);
            assertThat(desk.offerAgain(UUID.randomUUID()).join()).isEqualTo(1);
        }
    }

    @Test
    void what_was_taken_back_or_settled_does_not_return_from_old_pages() throws IOException {
        try (DeskDb desk = DeskDb.open(file())) {
            Map<UUID, Command> given = give(desk, 40, 200);
            UUID kept = given.keySet().iterator().next();
            for (UUID id : given.keySet()) {
                if (!id.equals(kept)) {
                    assertThat(desk.cancel(id, NOW).join()).isTrue();
                }
            }
            assertThat(waiting(desk)).containsOnlyKeys(kept);
        }
        flip(file(), 0);
        try (DeskDb desk = DeskDb.open(file())) {
            assertThat(waiting(desk)).hasSize(1);
            assertThat(only(desk, DeskDb.NOTE_RESCUED).args()).containsEntry("lost", "0");
        }
    }

    @Test
    void a_file_cut_off_gives_what_is_left_and_says_what_is_lost() throws IOException {
        Map<UUID, Command> acknowledged;
        try (DeskDb desk = DeskDb.open(file())) {
            acknowledged = give(desk, 200, 100);
        }
        try (RandomAccessFile f = new RandomAccessFile(file().toFile(), "rw")) {
            f.setLength(f.length() * 3 / 5 / 4096 * 4096);
        }
        try (DeskDb desk = DeskDb.open(file())) {
            Map<UUID, Command> found = waiting(desk);
            assertThat(found).isNotEmpty();
            assertThat(acknowledged).containsAllEntriesOf(found);
            int lost = Integer.parseInt(only(desk, DeskDb.NOTE_RESCUED).args().get("lost"));
            assertThat(lost).isPositive().isLessThanOrEqualTo(acknowledged.size() - found.size());
        }
    }

    @Test
    void a_file_cut_to_nothing_is_rescued_from_its_journal() throws IOException {
        DeskDb open = DeskDb.open(file());
        Map<UUID, Command> acknowledged = give(open, 30, 100);
        Path killed = killed(open);
        Files.write(killed, new byte[0]);
        try (DeskDb desk = DeskDb.open(killed)) {
            assertThat(waiting(desk)).isEqualTo(acknowledged);
            only(desk, DeskDb.NOTE_RESCUED);
        }
    }

    @Test
    void a_journal_taken_away_is_told() throws IOException {
        DeskDb open = DeskDb.open(file());
        give(open, 5, 10);
        Path killed = killed(open);
        Files.delete(Aside.part(killed, "-wal"));
        try (DeskDb desk = DeskDb.open(killed)) {
            only(desk, DeskDb.NOTE_JOURNAL);
            give(desk, 1, 10);
        }
        try (DeskDb desk = DeskDb.open(killed)) {
            assertThat(desk.notes()).hasSize(1);
            desk.dismissNote(desk.notes().getFirst().n()).join();
            assertThat(desk.notes()).isEmpty();
        }
    }

    @Test
    void shared_memory_taken_away_costs_nothing() throws IOException {
        DeskDb open = DeskDb.open(file());
        Map<UUID, Command> acknowledged = give(open, 5, 10);
        Path killed = killed(open);
        Files.deleteIfExists(Aside.part(killed, "-shm"));
        try (DeskDb desk = DeskDb.open(killed)) {
            assertThat(waiting(desk)).isEqualTo(acknowledged);
            assertThat(desk.notes()).isEmpty();
        }
    }

    @Test
    void a_file_of_a_newer_version_is_refused_and_left_alone() throws Exception {
        DeskDb.open(file()).close();
        change("PRAGMA user_version=99; UPDATE setting SET value='99' WHERE key='schema'");
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> DeskDb.open(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer version");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        try (var files = Files.list(dir)) {
            assertThat(files).noneMatch(f -> f.toString().contains("damaged"));
        }
    }

    @Test
    void a_locked_file_is_refused_and_left_alone() throws Exception {
        try (DeskDb desk = DeskDb.open(file())) {
            give(desk, 3, 10);
        }
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement s = c.createStatement()) {
            s.execute("PRAGMA locking_mode=EXCLUSIVE");
            s.execute("BEGIN EXCLUSIVE");
            assertThatThrownBy(() -> DeskDb.open(file()))
                    .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.damaged()).isFalse());
        }
        try (DeskDb desk = DeskDb.open(file())) {
            assertThat(waiting(desk)).hasSize(3);
            assertThat(desk.notes()).isEmpty();
        }
    }

    @Test
    void a_rescue_that_was_interrupted_is_finished() throws IOException {
        Map<UUID, Command> acknowledged;
        try (DeskDb desk = DeskDb.open(file())) {
            acknowledged = give(desk, 10, 10);
        }
        Files.copy(file(), Aside.part(file(), ".rescued"));
        Files.write(file(), new byte[8192]);
        Files.write(Aside.part(file(), "-wal"), new byte[100]);
        try (DeskDb desk = DeskDb.open(file())) {
            assertThat(waiting(desk)).isEqualTo(acknowledged);
        }
    }

    @Test
    void an_interrupted_migration_begins_again_where_it_was() {
        List<String> broken = new ArrayList<>(DeskSchema.STEPS);
        broken.set(1, broken.get(1) + "\nSELECT no_such_function();\n");
        Path old = file();
        try (Db db = Db.writer(old, org.sqlite.SQLiteConfig.SynchronousMode.FULL)) {
            assertThatThrownBy(() -> db.migrate(broken)).isInstanceOf(StoreException.class);
            assertThat(db.number("PRAGMA user_version")).isEqualTo(1);
            db.update("INSERT INTO outbox(id,console,number,grp,actor,at,heard_at,command,state,seq) VALUES(?,?,1,NULL,'ayu',?,NULL,?,0,0)",
                    UUID.randomUUID(), UUID.randomUUID(), NOW, "{\"type\":\"add-note\",\"caseId\":\"" + UUID.randomUUID() + "\",\"text\":\"lama\"}");
        }
        try (DeskDb desk = DeskDb.open(old)) {
            assertThat(waiting(desk).values()).singleElement().isInstanceOf(Command.AddNote.class);
            assertThat(desk.notes()).isEmpty();
        }
    }

    @Test
    void an_action_that_cannot_be_read_blocks_nothing_and_is_counted() throws Exception {
        try (DeskDb desk = DeskDb.open(file())) {
            give(desk, 3, 10);
        }
        change("UPDATE outbox SET command='{\"type\":\"of-the-future\"}' WHERE number=2");
        try (DeskDb desk = DeskDb.open(file())) {
            assertThat(waiting(desk)).hasSize(2);
            assertThat(desk.take(10, NOW).join()).hasSize(2);
            assertThat(only(desk, DeskDb.NOTE_UNREADABLE).args()).containsEntry("n", "1");
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement s = c.createStatement()) {
            for (String one : sql.split(";")) {
                s.execute(one);
            }
        }
    }

    @Test
    void a_refusal_is_never_offered_to_another_history() {
        try (DeskDb desk = DeskDb.open(file())) {
            give(desk, 2, 10);
            List<CommandEnvelope> sent = desk.take(2, NOW).join();
            desk.settle(
                    List.of(
                            new Settlement(sent.get(0).id(), 1, Settlement.Status.DONE, 5, null, Map.of()),
                            new Settlement(sent.get(1).id(), 2, Settlement.Status.REFUSED, 0, null, Map.of())),
                    EPOCH, NOW).join();
            desk.forget(List.of(sent.get(0).id())).join();
            assertThat(desk.refusals()).singleElement().satisfies(r -> assertThat(r.code()).isEqualTo(Refusal.INTERNAL));
            desk.dismiss(sent.get(1).id(), NOW).join();
            assertThat(desk.offerAgain(UUID.randomUUID()).join()).isEqualTo(1);
            assertThat(waiting(desk)).containsOnlyKeys(sent.get(0).id());
            assertThat(desk.prune(NOW.plus(Duration.ofDays(20)), Duration.ofDays(14)).join()).isZero();
        }
    }

    @Test
    void only_what_has_not_been_sent_is_taken_back_or_changed() {
        try (DeskDb desk = DeskDb.open(file())) {
            List<UUID> ids = new ArrayList<>();
            for (String text : List.of("satu", "dua", "tiga")) {
                DeskDb.ToQueue c = note(text);
                desk.enqueue(List.of(c)).join();
                ids.add(c.id());
            }
            List<CommandEnvelope> sent = desk.take(1, NOW).join();
            Command changed = new Command.AddNote(UUID.randomUUID(), "lain");
            assertThat(desk.cancel(ids.get(0), NOW).join()).isFalse();
            assertThat(desk.edit(ids.get(0), changed, NOW).join()).isFalse();
            assertThat(desk.cancel(ids.get(1), NOW).join()).isTrue();
            assertThat(desk.edit(ids.get(2), changed, NOW).join()).isTrue();
            assertThat(waiting(desk)).containsOnlyKeys(ids.get(0), ids.get(2)).containsEntry(ids.get(2), changed);
            desk.notSent(sent).join();
            assertThat(desk.cancel(ids.get(0), NOW).join()).isTrue();
        }
    }
}
