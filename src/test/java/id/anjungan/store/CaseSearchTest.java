package id.anjungan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// Finds the cases anybody would find who looks at each.
class CaseSearchTest {
    private static final Instant T0 = Instant.parse("2026-07-01T02:00:00Z");

    @TempDir
    Path dir;

    private static Incoming in(long seq, id.anjungan.domain.Entity e) {
        return Incoming.of(new Frame.Change(seq, Kind.of(e).wire(), e.id(), Json.write(e)));
    }

    private static Case any(int n, Random dice) {
        CaseState state = List.of(CaseState.values()).get(dice.nextInt(6));
        Instant received = T0.plusSeconds(n);
        List<Clock> clocks = dice.nextInt(3) == 0 || !state.open()
                ? List.of()
                : List.of(Clock.start("r", "1", received, T0.plusSeconds(dice.nextInt(100))));
        String by = List.of("ayu", "bima", "").get(dice.nextInt(3));
        return new Case(
                Ids.of("c", Integer.toString(n)), "N-" + n, "ch" + dice.nextInt(3), "s" + n, Ids.of("p", Integer.toString(n % 3)),
                "cat" + dice.nextInt(3), List.of(Priority.values()).get(dice.nextInt(4)), state, state.open() ? null : Outcome.RESOLVED,
                Privacy.OPEN, new Location(null, null, "Jalan " + List.of("Mawar", "Melati").get(dice.nextInt(2)), "d" + dice.nextInt(3), "v" + dice.nextInt(4)),
                received, received, by.isEmpty() || !state.open() ? null : new Claim(by, 1, T0, false), 1, 1, clocks, List.of(),
                List.of(), null, state.open() ? null : received, received, 1);
    }

    private static CaseSearch some(Random dice, @Nullable String words) {
        boolean owner = dice.nextInt(4) == 0;
        return new CaseSearch(new CaseQuery(
                words == null ? "" : words, "", dice.nextInt(4) == 0 ? "mawar" : "", pick(dice, "ch"), pick(dice, "d"), pick(dice, "v"),
                pick(dice, "cat"), Set.of(), dice.nextInt(3) == 0 ? Set.of(Priority.HIGH, Priority.LOW) : Set.of(),
                dice.nextInt(3) == 0 ? Set.of(CaseState.DONE, CaseState.VERIFIED) : Set.of(), owner ? Set.of("ayu") : Set.of(),
                dice.nextInt(4) == 0, dice.nextInt(4) == 0), T0.plusSeconds(50));
    }

    private static Set<String> pick(Random dice, String prefix) {
        return dice.nextInt(3) != 0 ? Set.of() : Set.of(prefix + dice.nextInt(3), prefix + "x");
    }

    private static Predicate<Case> obvious(CaseSearch asked) {
        CaseQuery s = asked.asked();
        return c -> among(s.channels(), c.channel()) && among(s.districts(), c.location().district())
                && among(s.villages(), c.location().village()) && among(s.categories(), c.category())
                && (s.priorities().isEmpty() || s.priorities().contains(c.priority()))
                && (s.states().isEmpty() || s.states().contains(c.state()))
                && (s.address().isBlank() || String.valueOf(c.location().address()).contains("Mawar"))
                && (s.words().isBlank() || c.number().startsWith(s.words()))
                && ((s.owners().isEmpty() && !s.unclaimed()) || (c.open() && whose(s, c.claim())))
                && (!s.breached() || c.nextClock().filter(k -> k.due().isBefore(asked.at())).isPresent());
    }

    private static boolean whose(CaseQuery s, @Nullable Claim held) {
        return held == null ? s.unclaimed() : s.owners().contains(held.operator());
    }

    private static boolean among(Set<String> wanted, @Nullable String is) {
        return wanted.isEmpty() || wanted.contains(String.valueOf(is));
    }

    @Property(tries = 20)
    void itFindsWhatALookAtEachCaseFinds(@ForAll long seed) throws IOException {
        Random dice = new Random(seed);
        Path made = Files.createTempDirectory("search");
        try (CacheDb cache = CacheDb.open(made.resolve("cache.db"));
                CacheReader reader = cache.reader()) {
            List<Case> all = new ArrayList<>();
            for (int n = 1; n <= 60; n++) {
                all.add(any(n, dice));
            }
            cache.write(tx -> {
                for (int n = 0; n < all.size(); n++) {
                    tx.apply(in(n + 1, all.get(n)));
                }
                return null;
            }).join();
            for (int i = 0; i < 25; i++) {
                CaseSearch s = some(dice, dice.nextInt(5) == 0 ? "N-" + (1 + dice.nextInt(60)) : null);
                List<UUID> found = reader.search(s, 100).stream().map(CaseFacts::id).toList();
                assertThat(found).as(s.toString()).containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(obvious(s)).map(Case::id).toList());
            }
        } finally {
            try (var files = Files.walk(made)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
    }

    @Test
    void peopleAndAddressesAreFoundOnceEach() {
        try (CacheDb cache = CacheDb.open(dir.resolve("cache.db"));
                CacheReader reader = cache.reader()) {
            Random dice = new Random(5);
            cache.write(tx -> {
                for (int n = 1; n <= 9; n++) {
                    tx.apply(in(n, any(n, dice)));
                }
                tx.apply(in(10, new Person(Ids.of("p", "0"), "Siti Mawar", "081200001111", null, null, false)));
                tx.apply(in(11, new Person(Ids.of("p", "1"), "Budi", "081200002222", null, null, false)));
                return null;
            }).join();

            assertThat(reader.reporters("siti", 4)).containsExactly(new CacheReader.Reporter(Ids.of("p", "0"), 3));
            assertThat(reader.reporters("0812", 4)).extracting(CacheReader.Reporter::person)
                    .containsExactlyInAnyOrder(Ids.of("p", "0"), Ids.of("p", "1"));
            assertThat(reader.reporters("melati", 4)).isEmpty();
            assertThat(reader.addresses("jal maw", 4)).containsExactly("Jalan Mawar");
            assertThat(reader.addresses("siti", 4)).isEmpty();
            assertThat(reader.addresses("\" ( *", 4)).isEmpty();
            CaseSearch hers = new CaseSearch(CaseQuery.NOTHING.withReporter("0812-0000-1111"), T0);
            assertThat(reader.search(hers, 9)).hasSize(3).allMatch(f -> f.person().equals(Ids.of("p", "0")));
        }
    }

    @Test
    void aQuestionThatTakesLongIsEndedByAnother() {
        Path file = dir.resolve("cache.db");
        CacheDb.open(file).close();
        try (Db db = Db.reader(file)) {
            CompletableFuture<Long> asked = CompletableFuture.supplyAsync(() -> db.number(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT max(i) FROM n WHERE i<0"));
            await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(5)).until(() -> {
                db.interrupt();
                return asked.isDone();
            });
            assertThatThrownBy(asked::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(StoreException.class);
            assertThat(db.number("SELECT 7")).isEqualTo(7);
        }
    }
}
