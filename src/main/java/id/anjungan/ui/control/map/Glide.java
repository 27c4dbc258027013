package id.anjungan.ui.control.map;

import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;

/// A map that was let go while moving glides on and comes to rest. FX thread.
final class Glide extends AnimationTimer {
    /// How much speed is left after a second.
    private static final double LEFT_A_SECOND = 0.02;
    private static final double REST = 15;
    private static final double START = 120;
    private static final double FASTEST = 5_000;
    /// What happened longer ago says nothing about the hand that let go.
    private static final long RECENT_NANOS = 80_000_000;

    private final BiConsumer<Double, Double> move;
    private double vx;
    private double vy;
    private long last;
    private long heard;

    Glide(BiConsumer<Double, Double> move) {
        this.move = move;
    }

    /// The hand moved by so much.
    void moved(double dx, double dy, long nanos) {
        double seconds = Math.clamp((nanos - heard) / 1e9, 0.004, 0.1);
        heard = nanos;
        vx = 0.6 * vx + 0.4 * dx / seconds;
        vy = 0.6 * vy + 0.4 * dy / seconds;
    }

    void pressed() {
        stop();
        vx = 0;
        vy = 0;
    }

    /// The hand let go.
    void released(long nanos) {
        if (nanos - heard < RECENT_NANOS && Math.hypot(vx, vy) > START) {
            double tooFast = Math.max(1, Math.hypot(vx, vy) / FASTEST);
            vx /= tooFast;
            vy /= tooFast;
            last = 0;
            start();
        }
    }

    @Override
    public void handle(long now) {
        if (last > 0) {
            double seconds = Math.clamp((now - last) / 1e9, 0, 0.1);
            move.accept(vx * seconds, vy * seconds);
            double left = Math.pow(LEFT_A_SECOND, seconds);
            vx *= left;
            vy *= left;
            if (Math.hypot(vx, vy) < REST) {
                stop();
            }
        }
        last = now;
    }
}
