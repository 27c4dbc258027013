package id.anjungan.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// However fast changes come, the screen is asked once a frame.
class PulseTest {
    @BeforeAll
    static void toolkit() {
        FxThread.start();
    }

    @Test
    void requestsOfManyThreadsBecomeFewRunsAndTheLastIsSeen() throws Exception {
        AtomicInteger written = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        Pulse pulse = new Pulse(() -> {
            FxThread.assertOn();
            runs.incrementAndGet();
            seen.set(written.get());
        });
        CyclicBarrier together = new CyclicBarrier(4);
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int t = 0; t < 4; t++) {
                Future<?> ignored = pool.submit(() -> {
                    together.await();
                    for (int i = 0; i < 5_000; i++) {
                        written.incrementAndGet();
                        pulse.request();
                    }
                    return null;
                });
            }
        }
        await().untilAsserted(() -> assertThat(seen).hasValue(20_000));
        assertThat(runs.get()).isBetween(1, 2_000);
    }

    @Test
    void requestsWithinOneFrameRunOnce() {
        AtomicInteger runs = new AtomicInteger();
        Pulse pulse = new Pulse(runs::incrementAndGet);
        CountDownLatch after = new CountDownLatch(2);
        Pulse marker = new Pulse(after::countDown);
        FxThread.call(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        pulse.request();
                    }
                    marker.request();
                    return 0;
                })
                .join();
        await().until(() -> after.getCount() == 1);
        marker.request();
        await().until(() -> after.getCount() == 0);
        assertThat(runs).hasValue(1);
    }

    @Test
    void aClosedPulseRunsNoMore() {
        AtomicInteger runs = new AtomicInteger();
        Pulse pulse = new Pulse(runs::incrementAndGet);
        CountDownLatch after = new CountDownLatch(1);
        Pulse marker = new Pulse(after::countDown);
        FxThread.call(() -> {
                    pulse.request();
                    pulse.unsubscribe();
                    marker.request();
                    return 0;
                })
                .join();
        await().until(() -> after.getCount() == 0);
        assertThat(runs).hasValue(0);
    }

    @Test
    void oneFailingTaskDoesNotTakeTheFrameOfTheOthers() {
        CountDownLatch ran = new CountDownLatch(1);
        List<Throwable> reported = new ArrayList<>();
        FxThread.call(() -> {
                    Thread.currentThread().setUncaughtExceptionHandler((t, e) -> reported.add(e));
                    new Pulse(() -> {
                                throw new IllegalStateException("on purpose");
                            })
                            .request();
                    new Pulse(ran::countDown).request();
                    return 0;
                })
                .join();
        await().until(() -> ran.getCount() == 0);
        assertThat(reported).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyTheNewestValueIsShown() {
        List<Integer> shown = new ArrayList<>();
        Latest<Integer> latest = new Latest<>(shown::add);
        FxThread.call(() -> {
                    for (int i = 0; i <= 100; i++) {
                        latest.offer(i);
                    }
                    return 0;
                })
                .join();
        await().untilAsserted(() -> assertThat(FxThread.call(() -> List.copyOf(shown)).join())
                .containsExactly(100));
    }

    @Test
    void aFloodIsReadAfreshInsteadOfListed() {
        List<List<Integer>> batches = new ArrayList<>();
        AtomicInteger floods = new AtomicInteger();
        Gather<Integer> gather = new Gather<>(10, batches::add, floods::incrementAndGet);
        FxThread.call(() -> {
                    for (int i = 0; i < 100; i++) {
                        gather.add(i);
                    }
                    return 0;
                })
                .join();
        await().untilAtomic(floods, org.hamcrest.Matchers.is(1));
        gather.add(7);
        await().untilAsserted(() -> assertThat(FxThread.call(() -> List.copyOf(batches)).join())
                .containsExactly(List.of(7)));
    }

    @Test
    void theDoorSaysWhichSideOneIsOn() {
        assertThatThrownBy(FxThread::assertOn).isInstanceOf(IllegalStateException.class);
        FxThread.assertOff();
        assertThatThrownBy(() -> FxThread.call(() -> {
                            FxThread.assertOff();
                            return 0;
                        })
                        .join())
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}
