package id.anjungan.state;

import id.anjungan.domain.Priority;
import id.anjungan.store.CacheReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Answers the map beside the projections, on a reader of its own.
final class MapQuestions implements MapReader, AutoCloseable {
    private static final int WEEKS = 8;

    private final CacheReader reader;
    private final Executor thread;
    private final Supplier<Instant> now;
    private final Function<Instant, CacheReader.Wanted> filter;

    /// `filter`: what the queue shows at a moment.
    MapQuestions(
            CacheReader reader, Executor thread, Supplier<Instant> now, Function<Instant, CacheReader.Wanted> filter) {
        this.reader = reader;
        this.thread = thread;
        this.now = now;
        this.filter = filter;
    }

    @Override
    public CompletableFuture<MapPast> past(Instant from) {
        return asked(() -> {
            Map<UUID, List<CacheReader.Turn>> turns =
                    reader.turnsSince(from).stream().collect(Collectors.groupingBy(CacheReader.Turn::about));
            return new MapPast(
                    from,
                    reader.placedSince(filter.apply(now.get()), from).stream()
                            .map(p -> was(p, turns.getOrDefault(p.id(), List.of()), from))
                            .toList());
        });
    }

    private static MapPast.Was was(CacheReader.Placed p, List<CacheReader.Turn> turns, Instant from) {
        List<MapPast.Shut> shut = new ArrayList<>();
        TreeMap<Instant, Priority> before = new TreeMap<>();
        Instant closed = from;
        for (CacheReader.Turn t : turns) {
            switch (t.code()) {
                case "reopened", "reopened-with" -> shut.add(new MapPast.Shut(closed, t.at()));
                case "recategorised" -> {
                    if (t.before() != null) {
                        before.put(t.at(), t.before());
                    }
                }
                default -> closed = t.at();
            }
        }
        return new MapPast.Was(
                p.id(), p.lat(), p.lon(), p.priority(), p.received(), p.acknowledged(), p.closed(), p.incident(), shut, before);
    }

    @Override
    public CompletableFuture<UsualHour> usual() {
        return asked(() -> {
            Instant at = now.get();
            long known = reader.oldest().map(o -> Duration.between(o, at).toDays() / 7).orElse(0L);
            int weeks = Math.clamp(known, 0, WEEKS);
            return UsualHour.of(reader.sameHours(at, weeks), weeks);
        });
    }

    @Override
    public CompletableFuture<List<DistrictFigure>> villages() {
        return asked(() -> reader.villages(now.get()).stream()
                .map(v -> new DistrictFigure(v.village(), v.open(), v.breached(), null))
                .toList());
    }

    @Override
    public CompletableFuture<List<UUID>> unplaced(int limit) {
        return asked(() -> reader.unplaced(limit));
    }

    private <T> CompletableFuture<T> asked(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, thread);
    }

    @Override
    public void close() {
        reader.close();
    }
}
