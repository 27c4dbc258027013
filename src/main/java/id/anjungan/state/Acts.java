package id.anjungan.state;

import id.anjungan.domain.Command;
import id.anjungan.domain.Entity;
import id.anjungan.store.CacheReader;
import id.anjungan.sync.Overlay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the operator does and takes back. Many commands go in portions, so that the desk's other work does not wait
/// for all of them, and are one action all the same: one group for the server, one thing to undo.
final class Acts {
    static final int PORTION = 50;

    private final Overlay overlay;
    private final Projector projector;
    private final CacheReader reader;
    private final Executor reading;
    private final Times times;
    private final Runnable push;
    private final BiConsumer<UUID, String> draft;
    private final Undo undo;

    /// The desk's time, and when the server was last heard.
    record Times(Supplier<Instant> now, Supplier<@Nullable Instant> heardAt) {}

    /// `reader` is used on `reading` alone; `push` sends what waits; `draft` keeps words that came back.
    Acts(
            Overlay overlay, Projector projector, CacheReader reader, Executor reading, Times times, Runnable push,
            BiConsumer<UUID, String> draft, String undoReason) {
        this.overlay = overlay;
        this.projector = projector;
        this.reader = reader;
        this.reading = reading;
        this.times = times;
        this.push = push;
        this.draft = draft;
        undo = new Undo(undoReason);
    }

    /// `progress` hears how many have been decided.
    CompletableFuture<List<Receipt>> submit(List<? extends Command> commands, IntConsumer progress) {
        List<Overlay.Submitted> done = new ArrayList<>();
        return submitted(commands, done, progress).handle((all, failure) -> {
            // What was done before the disk failed was done, and can be taken back.
            undo.did(done);
            if (failure != null) {
                throw new java.util.concurrent.CompletionException(failure);
            }
            return receipts(all);
        });
    }

    private CompletableFuture<List<Overlay.Submitted>> submitted(
            List<? extends Command> commands, List<Overlay.Submitted> done, IntConsumer progress) {
        UUID group = commands.size() > 1 ? UUID.randomUUID() : null;
        return portion(commands, 0, group, done, progress);
    }

    private CompletableFuture<List<Overlay.Submitted>> portion(
            List<? extends Command> commands, int from, @Nullable UUID group, List<Overlay.Submitted> done,
            IntConsumer progress) {
        if (from >= commands.size()) {
            return CompletableFuture.completedFuture(done);
        }
        int to = Math.min(commands.size(), from + PORTION);
        return given(commands.subList(from, to), group).thenCompose(all -> {
            done.addAll(all);
            progress.accept(to);
            return portion(commands, to, group, done, progress);
        });
    }

    private CompletableFuture<List<Overlay.Submitted>> given(List<? extends Command> commands, @Nullable UUID group) {
        return overlay.submit(commands, group, times.now().get(), times.heardAt().get(), projector.provisional::find)
                .thenCompose(all -> {
                    push.run();
                    projector.want(Part.STATUS, Part.ALARMS, Part.CASE_FILE, Part.CHAT_FILE);
                    return projector.flush().thenApply(v -> all);
                });
    }

    private static List<Receipt> receipts(List<Overlay.Submitted> all) {
        return all.stream().map(s -> new Receipt(s.id(), s.decision())).toList();
    }

    /// What has words for a citizen and still waits on this desk alone is taken out of the outbox, so that no server
    /// ever hears of it; everything else by the inverse commands. Of several the first is answered for; a refusal of
    /// any is what is told. An answer's words become a draft again.
    CompletableFuture<Optional<Receipt>> undo() {
        List<Overlay.Submitted> last = new ArrayList<>(undo.takeLast().orElse(List.of()));
        java.util.Collections.reverse(last);
        return takenOut(last, 0, new ArrayList<>()).thenCompose(rest -> {
            CompletableFuture<Optional<Receipt>> told = inverted(rest);
            List<Overlay.Submitted> out = last.stream().filter(s -> !rest.contains(s)).toList();
            return told.thenApply(receipt -> {
                Optional<Receipt> first = receipt.or(() -> receipts(out).stream().findFirst());
                if (first.map(Receipt::accepted).orElse(false)) {
                    last.stream().flatMap(s -> Undo.words(s.command()).stream()).forEach(w -> draft.accept(w.about(), w.text()));
                }
                return first;
            });
        });
    }

    /// Takes those out of the outbox that can be; gives the others.
    private CompletableFuture<List<Overlay.Submitted>> takenOut(
            List<Overlay.Submitted> all, int at, List<Overlay.Submitted> rest) {
        if (at >= all.size()) {
            return CompletableFuture.completedFuture(rest);
        }
        Overlay.Submitted s = all.get(at);
        CompletableFuture<Boolean> out = Undo.hasOutbound(s) && overlay.isLast(s)
                ? shown(overlay.cancel(s.id(), times.now().get()).thenApply(o -> o == Overlay.Outcome.DONE))
                : CompletableFuture.completedFuture(false);
        return out.thenCompose(gone -> {
            if (!gone) {
                rest.add(s);
            }
            return takenOut(all, at + 1, rest);
        });
    }

    private CompletableFuture<Optional<Receipt>> inverted(List<Overlay.Submitted> all) {
        return CompletableFuture.supplyAsync(
                        () -> all.stream()
                                .flatMap(s -> undo.inverse(s, id -> reader.find(Entity.class, id)).stream())
                                .toList(),
                        reading)
                .thenCompose(commands -> submitted(commands, new ArrayList<>(), n -> {}))
                .thenApply(done -> receipts(done).stream()
                        .filter(r -> !r.accepted())
                        .findFirst()
                        .or(() -> receipts(done).stream().findFirst()));
    }

    CompletableFuture<WaitingResult> cancel(UUID commandId) {
        return shown(overlay.cancel(commandId, times.now().get()).thenApply(o -> {
            if (o == Overlay.Outcome.DONE) {
                undo.forget(commandId);
            }
            return new WaitingResult(WaitingResult.Outcome.valueOf(o.name()), null);
        }));
    }

    CompletableFuture<WaitingResult> edit(UUID commandId, Command changed) {
        return shown(overlay.edit(commandId, changed, times.now().get())
                .thenApply(e -> new WaitingResult(WaitingResult.Outcome.valueOf(e.outcome().name()), e.why())));
    }

    private <T> CompletableFuture<T> shown(CompletableFuture<T> done) {
        return done.thenCompose(r -> {
            projector.want(Part.STATUS, Part.WAITING, Part.ALARMS, Part.CASE_FILE, Part.CHAT_FILE);
            return projector.flush().thenApply(v -> r);
        });
    }
}
