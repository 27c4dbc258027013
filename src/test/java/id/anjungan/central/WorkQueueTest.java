package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What waits for the writer is bounded, and people come first.
class WorkQueueTest {
    private static Work<Integer> work() {
        return Work.of(tx -> base -> 1, (tx, incident) -> base -> 0);
    }

    @Test
    void commandsBeyondTheBoundAreTurnedAwayWhole() {
        WorkQueue queue = new WorkQueue(2, 10);
        assertThat(queue.offer(List.of(work()))).isTrue();
        assertThat(queue.offer(List.of(work(), work()))).isFalse();
        assertThat(queue.offer(List.of(work()))).isTrue();
    }

    @Test
    void commandsGoBeforeDeliveries() throws InterruptedException {
        WorkQueue queue = new WorkQueue(10, 10);
        Work<Integer> item = work();
        Work<Integer> command = work();
        queue.put(List.of(item));
        queue.offer(List.of(command));
        assertThat(queue.take(1)).containsExactly(command);
        assertThat(queue.take(5)).containsExactly(item);
    }

    @Test
    void aClosedQueueGivesWhatItHoldsAndThenNothing() throws InterruptedException {
        WorkQueue queue = new WorkQueue(10, 10);
        queue.offer(List.of(work()));
        queue.close();
        assertThat(queue.offer(List.of(work()))).isFalse();
        assertThat(queue.put(List.of(work()))).isFalse();
        assertThat(queue.take(5)).hasSize(1);
        assertThat(queue.take(5)).isEmpty();
    }
}
