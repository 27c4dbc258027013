package id.anjungan.central;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/// One piece of work for the writer: a command, an item, a tick. `effect` stages it and says what to answer once the
/// group's first number is known; it may be called again after a failure, so it stages and does nothing else.
/// `touch` names what it will read.
/// `poisoned` is what is staged instead when it fails alone again and again.
record Work<R>(Touch touch, Effect<R> effect, Poisoned<R> poisoned, CompletableFuture<R> answer) {
    interface Effect<R> {
        LongFunction<R> stage(Tx tx);
    }

    interface Poisoned<R> {
        LongFunction<R> stage(Tx tx, String incident);
    }

    static <R> Work<R> of(Effect<R> effect, Poisoned<R> poisoned) {
        return of(Touch.NOTHING, effect, poisoned);
    }

    static <R> Work<R> of(Touch touch, Effect<R> effect, Poisoned<R> poisoned) {
        return new Work<>(touch, effect, poisoned, new CompletableFuture<>());
    }
}
