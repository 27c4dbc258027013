package id.anjungan.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Disposition;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Message;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Person;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/// What the cache promises: order, counters, search, and that it can be lost.
class CacheDbTest {
    private static final Instant T0 = Instant.parse("2026-07-01T02:00:00Z");
    private static final CacheReader.Wanted ALL =
            new CacheReader.Wanted(null, false, null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");

    @TempDir
    Path dir;

    private final List<Path> made = new ArrayList<>();

    private static Incoming in(long seq, Entity e) {
        return Incoming.of(new Frame.Change(seq, Kind.of(e).wire(), e.id(), Json.write(e)));
    }

    private static UUID id(int n) {
        return Ids.of("test", Integer.toString(n));
    }

    /// A case made of dice: any priority and state, with or without a deadline, a claim, an acknowledgement.
    private static Case any(int n, Random dice) {
        return any(n, dice, T0.plusMillis((n * 7_919L) % 2_000));
    }

    @SuppressWarnings("EnumOrdinal")
    private static Case any(int n, Random dice, Instant received) {
        CaseState state = dice.nextInt(3) == 0 ? CaseState.DONE : CaseState.values()[dice.nextInt(4)];
        List<Clock> clocks = dice.nextInt(4) == 0
                ? List.of()
                : List.of(Clock.start("r", "1", received, T0.plusMillis(dice.nextInt(50) * 100L)));
        return new Case(
                id(n), "N-" + n, "ch" + dice.nextInt(3), "s" + n, id(-1 - n % 5), "cat", Priority.values()[dice.nextInt(4)],
                state, state.open() ? null : Outcome.RESOLVED, Privacy.OPEN,
                new Location(null, null, "Jalan " + n, "35.78.0" + dice.nextInt(4), null), received, received,
                dice.nextBoolean() && state.open() ? new Claim("ayu", 1, T0, false) : null, 1, 1, clocks, List.of(), List.of(),
                dice.nextBoolean() ? received : null, state.open() ? null : T0.plusSeconds(n), received, 1);
    }

    private static final Comparator<Case> OBVIOUS = Comparator
            .comparing((Case c) -> !(c.priority() == Priority.EMERGENCY && c.acknowledgedAt() == null))
            .thenComparing(Case::priority)
            .thenComparing(c -> c.nextClock().map(Clock::due).orElse(Instant.MAX))
            .thenComparing(Case::receivedAt);

    @Property(tries = 15)
    void the_queue_is_in_the_order_anybody_would_write_down(@ForAll long seed) throws IOException {
        Random dice = new Random(seed);
        Path file = fresh();
        try (CacheDb cache = CacheDb.open(file)) {
            Map<UUID, Case> truth = new HashMap<>();
            cache.write(tx -> {
                for (int i = 0; i < 120; i++) {
                    Case c = any(dice.nextInt(60), dice);
                    if (tx.apply(in(i + 1, c))) {
                        truth.put(c.id(), c);
                    }
                }
                return null;
            }).join();
            List<Case> open = truth.values().stream().filter(Case::open).sorted(OBVIOUS).toList();
            try (CacheReader reader = cache.reader()) {
                List<CaseFacts> rows = reader.queue(ALL, 0, 1_000);
                // Cases received in the same moment may stand either way round.
                assertThat(rows.stream().map(r -> key(java.util.Objects.requireNonNull(truth.get(r.id())))).toList())
                        .isEqualTo(open.stream().map(CacheDbTest::key).toList());
                assertThat(reader.queueIds(ALL)).isEqualTo(rows.stream().map(CaseFacts::id).toList());
                assertThat(reader.count(ALL)).isEqualTo(open.size());
                assertThat(reader.queue(ALL, 5, 7)).isEqualTo(rows.stream().skip(5).limit(7).toList());
                recount(reader, truth);
            }
        }
    }

    @Test
    void what_is_laid_over_a_record_of_a_replaced_history_does_not_keep_the_new_one_out() {
        Random dice = new Random(7);
        Case old = any(1, dice);
        Case again = any(1, dice);
        UUID epoch = id(99);
        try (CacheDb cache = CacheDb.open(dir.resolve("replaced.db"))) {
            cache.write(tx -> tx.apply(in(177, old))).join();
            cache.write(tx -> {
                tx.beginSnapshot(epoch, 100);
                tx.overlay(any(1, dice));
                return tx.apply(in(162, again));
            }).join();
            cache.write(tx -> {
                tx.restore(tx.overlaid());
                assertThat(tx.find(again.id())).contains(again);
                return tx.apply(in(162, old));
            }).thenAccept(applied -> assertThat(applied).isFalse()).join();
        }
    }

    @Test
    void thousands_of_one_moment_have_a_row_each_and_stay_before_what_came_later() {
        Random dice = new Random(8);
        try (CacheDb cache = CacheDb.open(dir.resolve("moment.db"));
                Db rows = Db.reader(dir.resolve("moment.db"))) {
            cache.bulk(IntStream.range(0, 3_000).<Consumer<CacheTx>>mapToObj(
                            n -> tx -> tx.apply(in(n + 1, any(n, dice, n == 1_500 ? T0.plusSeconds(1) : T0))))
                    .toList()).join();
            List<UUID> newestFirst = rows.list("SELECT id FROM case_row ORDER BY rid DESC", r -> Db.id(r, "id"));
            assertThat(newestFirst).hasSize(3_000).first().isEqualTo(id(1_500));
        }
    }

    private static List<Object> key(Case c) {
        return List.of(
                c.priority() == Priority.EMERGENCY && c.acknowledgedAt() == null, c.priority(),
                c.nextClock().map(Clock::due).orElse(Instant.MAX), c.receivedAt());
    }

    private static void recount(CacheReader reader, Map<UUID, Case> truth) {
        Map<String, List<Case>> byChannel = new HashMap<>();
        truth.values().forEach(c -> byChannel.computeIfAbsent(c.channel(), x -> new ArrayList<>()).add(c));
        for (CacheReader.Tile t : reader.tiles()) {
            List<Case> cases = byChannel.getOrDefault(t.channel(), List.of());
            assertThat(t.open()).isEqualTo(cases.stream().filter(Case::open).count());
            assertThat(t.urgent()).isEqualTo(cases.stream()
                    .filter(c -> c.open() && c.priority() == Priority.EMERGENCY && c.acknowledgedAt() == null)
                    .count());
        }
        Map<String, int[]> slots = reader.slots(T0.plusSeconds(2), 24);
        byChannel.forEach((channel, cases) ->
                assertThat(IntStream.of(slots.get(channel)).sum()).isEqualTo(cases.size()));
    }

    @Property(tries = 10)
    void tile_counters_equal_a_recount_whatever_comes_and_goes(@ForAll long seed) throws IOException {
        Random dice = new Random(seed);
        try (CacheDb cache = CacheDb.open(fresh())) {
            Map<UUID, Case> truth = new HashMap<>();
            for (int i = 0; i < 40; i++) {
                int n = i;
                cache.write(tx -> {
                    Case c = any(dice.nextInt(12), dice);
                    switch (dice.nextInt(4)) {
                        case 0 -> {
                            tx.withdraw(c.id());
                            truth.remove(c.id());
                        }
                        case 1 -> {
                            tx.overlay(c);
                            tx.restore(List.of(c.id()));
                        }
                        default -> {
                            if (tx.apply(in(n + 1, c))) {
                                truth.put(c.id(), c);
                            }
                        }
                    }
                    return null;
                }).join();
            }
            try (CacheReader reader = cache.reader()) {
                recount(reader, truth);
            }
        }
    }

    private Path fresh() throws IOException {
        Path at = Files.createTempDirectory("cache");
        made.add(at);
        return at.resolve("cache.db");
    }

    @AfterProperty
    void sweep() throws IOException {
        for (Path at : made) {
            try (var files = Files.list(at)) {
                for (Path f : files.toList()) {
                    Files.delete(f);
                }
            }
            Files.delete(at);
        }
    }

    @Test
    void only_a_higher_number_is_applied() {
        try (CacheDb cache = CacheDb.open(dir.resolve("cache.db"))) {
            Case old = any(1, new Random(1));
            Case young = old.edit(T0, T0).priority(Priority.HIGH).build();
            assertThat(cache.write(tx -> tx.apply(in(7, young))).join()).isTrue();
            assertThat(cache.write(tx -> tx.apply(in(6, old))).join()).isFalse();
            assertThat(cache.write(tx -> tx.apply(in(7, old))).join()).isFalse();
            assertThat(cache.write(tx -> tx.find(Case.class, old.id())).join()).contains(young);
        }
    }

    @Test
    void a_kind_of_the_future_is_kept_and_a_poison_record_is_set_aside() {
        try (CacheDb cache = CacheDb.open(dir.resolve("cache.db"));
                CacheReader reader = cache.reader()) {
            UUID other = UUID.randomUUID();
            List<ChangeSet> told = new ArrayList<>();
            cache.onCommit(told::add);
            cache.write(tx -> tx.apply(Incoming.of(new Frame.Change(1, "drone", other, "{\"id\":\"x\"}")))).join();
            cache.write(tx -> tx.apply(Incoming.of(new Frame.Change(2, "case", other, "{\"id\":5}")))).join();
            Case good = any(1, new Random(1));
            cache.write(tx -> tx.apply(in(3, good))).join();

            assertThat(reader.setAside()).isEqualTo(1);
            assertThat(told.stream().mapToInt(ChangeSet::setAside).sum()).isEqualTo(1);
            assertThat(reader.find(Case.class, good.id())).contains(good);
        }
    }

    private static Case disposed(int n) {
        Clock later = Clock.start("later", "1", T0, T0.plusSeconds(900));
        Clock first = Clock.start("first", "1", T0, T0.plusSeconds(60));
        Clock over = Clock.start("over", "1", T0, T0.plusSeconds(5)).stop(T0.plusSeconds(1));
        return new Case(
                id(n), "N-" + n, "ch", "s" + n, id(-1), "cat", Priority.HIGH, CaseState.IN_PROGRESS, null, Privacy.OPEN,
                new Location(null, null, null, null, null), T0, T0, null, 1, 1, List.of(later, over, first),
                List.of(
                        new Disposition("DLH", "ayu", T0, Disposition.Status.SENT, null),
                        new Disposition("DLH", "ayu", T0, Disposition.Status.SENT, null),
                        new Disposition("DISHUB", "ayu", T0, Disposition.Status.ANSWERED, T0),
                        new Disposition("DPKP", "ayu", T0, Disposition.Status.RETURNED, T0)),
                List.of(), T0, null, T0, 1);
    }

    private static CacheReader.Wanted with(String... agencies) {
        return new CacheReader.Wanted(null, false, null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(agencies), "");
    }

    private static void knowsAgenciesAndClock(CacheReader reader) {
        assertThat(reader.queue(with("DLH", "DPKP"), 0, 9)).hasSize(1);
        assertThat(reader.count(with("DISHUB"))).isEqualTo(1);
        assertThat(reader.count(with("DPKP"))).as("it was sent back").isZero();
        assertThat(reader.count(with("DIS"))).as("part of a code").isZero();
        CaseFacts row = reader.queue(with("DLH"), 0, 9).getFirst();
        assertThat(row.agencies()).containsExactlyInAnyOrder("DLH", "DISHUB");
        assertThat(row.clock()).isEqualTo("first");
    }

    @Test
    void a_file_of_the_version_before_learns_of_agencies_and_clocks() {
        Path file = dir.resolve("cache.db");
        try (CacheDb cache = CacheDb.open(file);
                CacheReader reader = cache.reader()) {
            cache.write(tx -> tx.apply(in(1, disposed(1)))).join();
            cache.write(tx -> tx.apply(in(2, any(2, new Random(4)).edit(T0, T0).build()))).join();
            knowsAgenciesAndClock(reader);
        }
        Db db = Db.writer(file, SQLiteConfig.SynchronousMode.NORMAL);
        db.run("DROP TABLE case_mark");
        db.run("DROP INDEX case_main");
        for (String column : List.of("clock", "agencies", "main", "folded", "merged", "marks")) {
            db.run("ALTER TABLE case_row DROP COLUMN " + column);
        }
        db.run("PRAGMA user_version=1");
        db.close();
        try (CacheDb cache = CacheDb.open(file);
                CacheReader reader = cache.reader()) {
            assertThat(cache.keptAside()).isNull();
            knowsAgenciesAndClock(reader);
        }
    }

    @Test
    void a_damaged_file_is_kept_aside_and_begun_anew() throws IOException {
        Path file = dir.resolve("cache.db");
        try (CacheDb cache = CacheDb.open(file)) {
            cache.write(tx -> tx.apply(in(1, any(1, new Random(1))))).join();
            assertThat(cache.keptAside()).isNull();
        }
        Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18});
        try (CacheDb cache = CacheDb.open(file);
                CacheReader reader = cache.reader()) {
            assertThat(cache.keptAside()).exists();
            assertThat(reader.empty()).isTrue();
        }
    }

    @Test
    void search_finds_by_number_text_address_name_and_phone_newest_first() {
        try (CacheDb cache = CacheDb.open(dir.resolve("cache.db"));
                CacheReader reader = cache.reader()) {
            Case a = any(1, new Random(3));
            Case b = any(2, new Random(4));
            Case first = a.receivedAt().isBefore(b.receivedAt()) ? a : b;
            Case second = first.equals(a) ? b : a;
            Person p = new Person(a.person(), "Siti Aminah", "+62 812-3456-7890", null, null, false);
            cache.write(tx -> {
                tx.apply(in(1, a));
                tx.apply(in(2, b));
                tx.apply(in(3, p));
                for (Case c : List.of(a, b)) {
                    tx.apply(in(4 + c.hashCode() % 2, new Message(
                            Ids.of("m", c.number()), c.id(), Message.Kind.REPORT, "x", T0, "Pohon tumbang menutup jalan",
                            List.of(), Message.Delivery.NONE, null)));
                }
                return null;
            }).join();

            assertThat(reader.search("poh tumb", 9)).extracting(CaseFacts::id).containsExactly(second.id(), first.id());
            assertThat(reader.search("N-1", 9)).extracting(CaseFacts::id).containsExactly(a.id());
            assertThat(reader.search("jalan 2", 9)).extracting(CaseFacts::id).containsExactly(b.id());
            for (String typed : List.of("siti", "0812345", "0812-3456", "62812", "+62 812 3456", "0812 siti")) {
                assertThat(reader.search(typed, 9)).as(typed).extracting(CaseFacts::id).containsExactly(a.id());
            }
            assertThat(reader.search("pohon rubuh", 9)).isEmpty();
            assertThat(reader.search("\" * ( NEAR", 9)).isEmpty();

            cache.write(tx -> tx.apply(in(99, new Person(a.person(), null, null, null, null, true)))).join();
            assertThat(reader.search("siti", 9)).isEmpty();
            cache.write(tx -> {
                tx.withdraw(a.id());
                return null;
            }).join();
            assertThat(reader.search("pohon", 9)).extracting(CaseFacts::id).containsExactly(b.id());
        }
    }

    @Test
    void live_work_does_not_wait_behind_bulk() throws InterruptedException {
        try (CacheDb cache = CacheDb.open(dir.resolve("cache.db"))) {
            CountDownLatch begun = new CountDownLatch(1);
            List<Consumer<CacheTx>> steps = new ArrayList<>();
            Random dice = new Random(5);
            int rows = 4_000;
            for (int i = 0; i < rows; i++) {
                Case c = any(i, dice);
                int n = i;
                steps.add(tx -> {
                    tx.apply(in(n + 1, c));
                    begun.countDown();
                });
            }
            CompletableFuture<Void> bulk = cache.bulk(steps);
            begun.await();
            boolean before = cache.write(tx -> true).thenApply(done -> !bulk.isDone()).join();

            assertThat(before).as("live work was done while bulk went on").isTrue();
            bulk.join();
            try (CacheReader reader = cache.reader()) {
                assertThat(reader.tiles().stream().mapToInt(CacheReader.Tile::open).sum()).isEqualTo(reader.count(ALL));
            }
        }
    }
}
