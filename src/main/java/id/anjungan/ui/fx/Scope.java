package id.anjungan.ui.fx;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import javafx.util.Subscription;

/// The subscriptions of a view while it is on screen; all end together, the last first. On the JavaFX thread.
public final class Scope {
    private final Deque<Subscription> open = new ArrayDeque<>();

    Scope() {}

    /// Ends with this scope.
    public void add(Subscription subscription) {
        open.push(subscription);
    }

    /// Runs when this scope ends.
    public void onEnd(Runnable action) {
        open.push(action::run);
    }

    /// Calls `show` with the value now and with each later one.
    public <T> void show(ObservableValue<T> value, Consumer<? super T> show) {
        add(value.subscribe(show));
    }

    /// Calls `action` whenever `source` becomes invalid.
    public void onInvalid(Observable source, Runnable action) {
        add(source.subscribe(action));
    }

    /// Follows a source that tells of changes on any thread: its value now, at once, and later the newest one, at
    /// most once a frame. `subscribe` begins and gives what ends it.
    public <T> void follow(
            Function<Consumer<T>, ? extends AutoCloseable> subscribe, Consumer<? super T> show) {
        Latest<T> latest = new Latest<>(show);
        add(latest);
        boolean[] beginning = {true};
        AutoCloseable source = subscribe.apply(value -> {
            // What is known when a view comes up belongs into its first frame.
            if (beginning[0] && FxThread.isOn()) {
                show.accept(value);
            } else {
                latest.offer(value);
            }
        });
        beginning[0] = false;
        onEnd(() -> {
            try {
                source.close();
            } catch (Exception e) {
                throw new IllegalStateException("a subscription could not be ended", e);
            }
        });
    }

    /// Calls `tick` now and whenever the second of `clock` has changed.
    public void everySecond(Supplier<Instant> clock, Consumer<Instant> tick) {
        long[] last = {Long.MIN_VALUE};
        Runnable look = () -> {
            Instant now = clock.get();
            if (now.getEpochSecond() != last[0]) {
                last[0] = now.getEpochSecond();
                tick.accept(now);
            }
        };
        look.run();
        Timeline timer = new Timeline(new KeyFrame(Duration.millis(200), e -> look.run()));
        timer.setCycleCount(Animation.INDEFINITE);
        timer.play();
        onEnd(timer::stop);
    }

    /// A pulse that ends with this scope.
    public Pulse pulse(Runnable onFrame) {
        Pulse p = new Pulse(onFrame);
        add(p);
        return p;
    }

    void end() {
        while (!open.isEmpty()) {
            open.pop().unsubscribe();
        }
    }
}
