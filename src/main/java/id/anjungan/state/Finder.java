package id.anjungan.state;

import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.Person;
import id.anjungan.store.CacheReader;
import id.anjungan.store.CaseSearch;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Answers what is typed into the search, from the cache, on a thread of its own. One question at a time: the next one
/// ends the one before it, even in the middle of its reading. Any thread.
final class Finder implements AutoCloseable {
    private static final int FEW = 4;

    private final CacheReader reader;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("desk-search").daemon().factory());
    private final AtomicLong asked = new AtomicLong();

    Finder(CacheReader reader) {
        this.reader = reader;
    }

    /// Cancelled when another question came. `people`: whether this desk may see who reported.
    synchronized CompletableFuture<SearchFound> find(CaseQuery q, int limit, Instant now, boolean people) {
        long mine = asked.incrementAndGet();
        reader.interrupt();
        CompletableFuture<SearchFound> done = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                done.complete(found(q, limit, now, people, mine));
            } catch (RuntimeException e) {
                // What was interrupted fails in whichever way; it is not wanted any more.
                if (asked.get() != mine) {
                    done.cancel(false);
                } else {
                    done.completeExceptionally(e);
                }
            }
        });
        return done;
    }

    private SearchFound found(CaseQuery q, int limit, Instant now, boolean people, long mine) {
        check(mine);
        List<QueueRow> cases = reader.search(new CaseSearch(q, now), limit).stream().map(Rows::of).toList();
        if (!q.plain() || q.words().isBlank()) {
            return new SearchFound(cases, List.of(), List.of());
        }
        check(mine);
        List<SearchFound.Reporter> reporters = people ? reporters(q.words()) : List.of();
        check(mine);
        return new SearchFound(cases, reporters, reader.addresses(q.words(), FEW));
    }

    private List<SearchFound.Reporter> reporters(String words) {
        return reader.reporters(words, FEW).stream()
                .flatMap(r -> reader.find(Person.class, r.person())
                        .map(p -> new SearchFound.Reporter(p, r.cases()))
                        .stream())
                .toList();
    }

    private void check(long mine) {
        if (asked.get() != mine) {
            throw new CancellationException("another question came");
        }
    }

    @Override
    public void close() {
        asked.incrementAndGet();
        reader.interrupt();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }
}
