package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import id.anjungan.store.CacheDb;
import id.anjungan.store.Incoming;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A search over very many cases, every one of which has the words looked for.
class HugeSearchTest {
    private static final Instant T0 = Instant.parse("2026-07-01T02:00:00Z");
    private static final int CASES = 30_000;
    private static final int SHOWN = 40;

    @TempDir
    Path dir;

    private static Case one(int n) {
        Instant received = T0.plusSeconds(n);
        return new Case(
                Ids.of("c", Integer.toString(n)), "N-" + n, "WARGAKU", "s" + n, Ids.of("p", "0"), "JLN-RSK", Priority.MEDIUM,
                CaseState.VERIFIED, null, Privacy.OPEN,
                new Location(null, null, "Jalan Mawar " + n, "d" + n % 31, "v" + n % 154), received, received, null, 1, 1,
                List.of(Clock.start("r", "1", received, received.plusSeconds(900))), List.of(), List.of(), null, null, received, 1);
    }

    @Test
    @Timeout(120)
    void a_search_over_very_many_answers_its_first_rows_or_gives_way_to_the_next_and_never_fails() throws Exception {
        try (CacheDb cache = CacheDb.open(dir.resolve("cache.db"))) {
            for (int from = 0; from < CASES; from += 5_000) {
                int first = from;
                cache.write(tx -> {
                    for (int n = first + 1; n <= first + 5_000; n++) {
                        Case c = one(n);
                        tx.apply(Incoming.of(new Frame.Change(n, Kind.of(c).wire(), c.id(), Json.write(c))));
                    }
                    return null;
                }).join();
            }
            try (Finder finder = new Finder(cache.reader())) {
                // As one types: each letter asks anew, without waiting.
                List<CompletableFuture<SearchFound>> asked = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    asked.add(finder.find(CaseQuery.words("jalan mawar".substring(0, 3 + i % 9)), SHOWN, T0, true));
                }
                SearchFound last = asked.getLast().get(10, TimeUnit.SECONDS);
                assertThat(last.cases()).hasSize(SHOWN);
                assertThat(last.cases().getFirst().number()).as("the newest first").isEqualTo("N-" + CASES);
                assertThat(asked).allSatisfy(f -> assertThat(f.isCancelled() || !f.isCompletedExceptionally()).isTrue());
            }
        }
    }
}
