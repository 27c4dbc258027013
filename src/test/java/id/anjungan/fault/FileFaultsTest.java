package id.anjungan.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.intake.IntakeItem;
import id.anjungan.kit.Console;
import id.anjungan.kit.Length;
import id.anjungan.kit.Made;
import id.anjungan.kit.Pause;
import id.anjungan.kit.Rig;
import id.anjungan.kit.Rows;
import id.anjungan.kit.SmallDisk;
import id.anjungan.kit.Weather;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Faults of files and disks: a restored server, a full disk, damaged files, a migration that is interrupted.
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
@SuppressWarnings("NullAway.Init") // begun before all
class FileFaultsTest {
    /// More than a desk grows to in the longest form, its journals of 64 MiB included: full only when a test fills it.
    private static final int ROOM_MB = 512;

    @TempDir
    static Path dir;

    private final Length length = Length.now();
    private Rig rig;
    private Optional<SmallDisk> small = Optional.empty();
    private Optional<SmallDisk> serverDisk = Optional.empty();

    @BeforeAll
    void begin() {
        small = SmallDisk.mount(dir.resolve("rig").resolve("bima"), ROOM_MB);
        serverDisk = SmallDisk.mount(dir.resolve("rig").resolve("central"), ROOM_MB);
        rig = new Rig(Length.seed(), dir.resolve("rig")).begin(12, "ayu", "bima");
        rig.awaitWork();
    }

    @AfterAll
    void end() {
        rig.close();
        small.ifPresent(SmallDisk::close);
        serverDisk.ifPresent(SmallDisk::close);
    }

    @Test
    void fault_13_the_server_is_restored_from_a_copy() throws IOException {
        Path database = rig.server().database();
        Path copy = dir.resolve("copy.db");
        rig.workUntil(length.pick(40, 300, 1_000), 30_000);
        rig.check("fault 13, before the copy");
        Rows.sabotage(database, "VACUUM INTO '" + copy + "'");
        List<IntakeItem> since = rig.deliver(length.pick(4, 20, 60));
        rig.workUntil(length.pick(40, 300, 1_000), 30_000);
        rig.check("fault 13, before the loss");
        rig.server().kill();
        for (String end : List.of("-wal", "-shm")) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + end));
        }
        Files.move(copy, database, StandardCopyOption.REPLACE_EXISTING);
        Rows.sabotage(database, "UPDATE meta SET value='" + UUID.randomUUID() + "' WHERE key='epoch'");
        rig.oracle().restored();
        rig.server().start();
        // The channel begins again where the copy ends, as after every restore.
        rig.deliver(since);
        rig.check("fault 13");
    }

    @Test
    void fault_15_the_desks_disk_is_full() throws IOException {
        assumeTrue(small.isPresent(), "fault 15 needs the right to mount a small tmpfs");
        Console bima = rig.of("bima");
        rig.awaitWork();
        List<IntakeItem> fires = List.of(Made.fire("beforefull", rig.dice()));
        rig.deliver(fires);
        UUID id = Ids.ofItem("CC112", "beforefull");
        rig.untilAll(id, c -> true);
        small.orElseThrow().fill();
        boolean refused = false;
        for (int i = 0; i < 2_000 && !refused; i++) {
            String said = bima.act(new Command.AddNote(id, "penuh " + i)).orElse("nothing");
            refused = said.startsWith("FAILED");
        }
        assertThat(refused).as("an act that cannot be kept is said to have failed, not acknowledged").isTrue();
        assertThat(bima.state().orElseThrow().alarms()).as("the fire is still shown").isNotEmpty();
        small.orElseThrow().free();
        assertThat(Pause.until(20_000, () -> bima.act(new Command.AddNote(id, "lagi")).orElse("").startsWith("ACK")))
                .as("acts are taken again once there is room")
                .isTrue();
        rig.check("fault 15");
    }

    @Test
    void fault_15_the_servers_disk_is_full() throws IOException {
        assumeTrue(serverDisk.isPresent(), "fault 15 needs the right to mount a small tmpfs");
        rig.awaitWork();
        serverDisk.orElseThrow().fill();
        rig.workUntil(length.pick(300, 1_000, 2_000), 20_000);
        boolean answered = rig.client().deliver(rig.channel().uri(), List.of(Made.fire("whilefull", rig.dice())), rig.ledger(), 500);
        System.out.println("[kit] the channel was " + (answered ? "" : "not ") + "answered while the disk was full");
        serverDisk.orElseThrow().free();
        rig.deliver(List.of(Made.fire("whilefull", rig.dice())));
        rig.check("fault 15, server");
    }

    @Test
    void fault_16_the_cache_is_damaged() throws IOException {
        Console ayu = rig.of("ayu");
        for (int i = 0; i < length.pick(1, 4, 12); i++) {
            rig.workUntil(20, 20_000);
            ayu.line().weather(Weather.SHUT);
            rig.workUntil(10, 20_000);
            ayu.kill();
            damage(ayu.dir().resolve("cache.db"), i);
            ayu.start(rig.dice().nextLong());
            rig.check("fault 16, damage " + i);
        }
    }

    /// Bytes are turned over, the end is cut off, the log is gone, or the file is not one at all.
    private void damage(Path file, int how) throws IOException {
        Path wal = file.resolveSibling(file.getFileName() + "-wal");
        switch (how % 4) {
            case 0 -> {
                try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
                    for (int n = 0; n < 200 && f.length() > 0; n++) {
                        f.seek(rig.dice().nextLong(f.length()));
                        f.write(rig.dice().nextInt(256));
                    }
                }
            }
            case 1 -> {
                try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
                    f.setLength(f.length() / 2 + 100);
                }
            }
            case 2 -> {
                Files.deleteIfExists(wal);
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
            }
            default -> Files.writeString(file, "this is no database");
        }
    }

    @Test
    void fault_18_a_first_start_is_interrupted_at_any_moment() {
        Console citra = rig.console("citra");
        for (int i = 0; i < length.pick(1, 6, 30); i++) {
            citra.launch(rig.dice().nextLong());
            Pause.millis(200 + rig.dice().nextInt(length.pick(600, 1_500, 1_500)));
            citra.kill();
        }
        citra.start(rig.dice().nextLong());
        rig.awaitWork();
        rig.workUntil(10, 20_000);
        rig.check("fault 18");
    }
}
