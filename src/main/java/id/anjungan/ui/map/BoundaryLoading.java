package id.anjungan.ui.map;

import id.anjungan.geo.BoundaryShelf;
import id.anjungan.geo.BoundaryTrial;
import id.anjungan.profile.CityProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Taking over official boundaries from files, in three steps: they are read beside the screen, what was found is
/// shown, and only what somebody then agrees to is kept and used. On the JavaFX thread.
public final class BoundaryLoading {
    /// Where it stands.
    enum Step {
        IDLE,
        READING,
        REVIEW,
        KEEPING,
        TAKEN,
        REMOVED,
        FAILED
    }

    private final BoundaryShelf shelf;
    private final Supplier<CityProfile> city;
    private final Consumer<Runnable> later;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.IDLE);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyIntegerWrapper taken = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable BoundaryTrial> trial = new ReadOnlyObjectWrapper<>();
    /// Reading that is not the last that was asked for stops by itself.
    private final AtomicInteger asked = new AtomicInteger();

    /// `later` runs something on the JavaFX thread.
    BoundaryLoading(BoundaryShelf shelf, Supplier<CityProfile> city, Consumer<Runnable> later) {
        this.shelf = shelf;
        this.city = city;
        this.later = later;
    }

    /// Reads files to be looked at.
    void read(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        int mine = next();
        CityProfile c = city.get();
        trial.set(null);
        progress.set(0);
        step.set(Step.READING);
        var _ = CompletableFuture.supplyAsync(
                        () -> shelf.trial(c.code(), c.areas(), files, part -> goesOn(mine, part)))
                .whenComplete((t, e) -> later.accept(() -> came(mine, t, e)));
    }

    private boolean goesOn(int mine, double part) {
        if (mine == asked.get()) {
            later.accept(() -> {
                if (mine == asked.get()) {
                    progress.set(part);
                }
            });
        }
        return mine == asked.get();
    }

    private void came(int mine, @Nullable BoundaryTrial t, @Nullable Throwable e) {
        if (mine == asked.get()) {
            trial.set(t);
            step.set(t == null || e != null ? Step.FAILED : Step.REVIEW);
        }
    }

    /// Stops reading, or sets aside what was read. What is in use stays.
    void cancel() {
        if (step.get() != Step.KEEPING) {
            int _ = next();
            trial.set(null);
            step.set(Step.IDLE);
        }
    }

    /// Somebody has looked at what was found and agrees.
    void confirm() {
        BoundaryTrial t = trial.get();
        if (step.get() == Step.REVIEW && t != null && t.usable()) {
            keep(Step.TAKEN, c -> shelf.take(c, t));
        }
    }

    /// Back to what the desk was started with.
    void remove() {
        if (step.get() != Step.KEEPING && imported()) {
            keep(Step.REMOVED, shelf::remove);
        }
    }

    private interface Keeping {
        void in(String city) throws IOException;
    }

    private void keep(Step end, Keeping what) {
        int mine = next();
        String code = city.get().code();
        step.set(Step.KEEPING);
        var _ = CompletableFuture.runAsync(() -> {
            boolean done;
            try {
                what.in(code);
                done = true;
            } catch (IOException e) {
                done = false;
            }
            Step now = done ? end : Step.FAILED;
            later.accept(() -> kept(mine, now));
        });
    }

    private void kept(int mine, Step now) {
        if (mine == asked.get()) {
            trial.set(null);
            step.set(now);
            if (now != Step.FAILED) {
                taken.set(taken.get() + 1);
            }
        }
    }

    private int next() {
        return asked.incrementAndGet();
    }

    /// Boundaries were taken over at this desk.
    boolean imported() {
        return !shelf.files(city.get().code()).isEmpty();
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable BoundaryTrial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /// Changes whenever other outlines are in use.
    public ReadOnlyIntegerProperty takenProperty() {
        return taken.getReadOnlyProperty();
    }
}
