package id.anjungan.central;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waiting for the writer from a request's own (virtual) thread.
final class Waits {
    private static final int LONGEST_SECONDS = 30;

    private Waits() {}

    static <R> R on(CompletableFuture<R> answer) {
        try {
            return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem p) {
                throw p;
            }
            throw new IllegalStateException("the writer failed", e.getCause());
        } catch (TimeoutException e) {
            throw Problem.busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.closing();
        }
    }
}
