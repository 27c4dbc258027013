package id.anjungan.ui.control.map;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.geo.Areas;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a redraw of the map costs: the processor time of a layout pass of the map alone (what our code does), and the
/// distance between pulses on a stage (what a person sees), for new data and for a moving view.
@Tag("bench")
class MapBenchTest {
    private static final int FRAMES = 120;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource({"5000, POINTS", "100000, POINTS", "100000, DENSITY", "5000, DISTRICTS"})
    void redraw(int n, MapMode mode) throws Exception {
        Areas areas = City.computed("surabaya");
        MapPoints a = City.points(areas, n, 1);
        MapPoints b = City.points(areas, n, 2);
        double[] data = new double[FRAMES];
        double[] pan = new double[FRAMES];
        MapView map = Fx.on(() -> {
            MapView m = new MapView();
            Scene s = new Scene(m, 900, 900);
            ThemeSheets.apply(s, Theme.DARK);
            m.setAreas(areas);
            m.setPoints(a);
            m.setMode(mode);
            m.setChoropleth(City.counts(areas, a));
            s.snapshot(null);
            for (int i = 0; i < FRAMES; i++) {
                m.setPoints(i % 2 == 0 ? b : a);
                data[i] = time(m::layout);
            }
            for (int i = 0; i < FRAMES; i++) {
                m.move(m.getView().pan(i % 40 < 20 ? 3 : -3, 1).zoomAt(300, 300, 0.01));
                pan[i] = time(m::layout);
            }
            return m;
        });
        double[] pulseData = pulses(map, i -> map.setPoints(i % 2 == 0 ? b : a));
        double[] pulsePan = pulses(map, i -> map.move(map.getView().pan(i % 40 < 20 ? 3 : -3, 1)));
        System.out.printf(
                "map %s %,d points: cpu new data %s, moving %s; pulse to pulse: new data %s, moving %s%n",
                mode, n, ms(data), ms(pan), ms(pulseData), ms(pulsePan));
        assertThat(median(data)).as("ms to redraw for new data").isLessThan(12);
    }

    /// Processor time, so that whatever else the machine does leaves the figure alone.
    private static double time(Runnable r) {
        long t = CPU.getCurrentThreadCpuTime();
        r.run();
        return (CPU.getCurrentThreadCpuTime() - t) / 1e6;
    }

    private static double[] pulses(MapView map, java.util.function.IntConsumer each) {
        double[] out = new double[FRAMES];
        var done = new CompletableFuture<Stage>();
        Fx.on(() -> {
            Stage stage = new Stage();
            stage.setScene(map.getScene());
            stage.show();
            new AnimationTimer() {
                private int i = -10;
                private long last;

                @Override
                public void handle(long now) {
                    long at = System.nanoTime();
                    if (i >= 0) {
                        out[i] = (at - last) / 1e6;
                    }
                    last = at;
                    if (++i == FRAMES) {
                        stop();
                        done.complete(stage);
                    } else {
                        each.accept(i + 10);
                    }
                }
            }.start();
            return null;
        });
        Stage stage = done.orTimeout(60, TimeUnit.SECONDS).join();
        Fx.on(() -> {
            stage.hide();
            stage.setScene(null);
            return null;
        });
        return out;
    }

    private static double median(double[] ms) {
        return Arrays.stream(ms).sorted().skip(ms.length / 2).findFirst().orElse(0);
    }

    private static String ms(double[] ms) {
        double[] s = Arrays.stream(ms).sorted().toArray();
        return "p50 %.1f p95 %.1f ms".formatted(s[s.length / 2], s[s.length * 95 / 100]);
    }
}
