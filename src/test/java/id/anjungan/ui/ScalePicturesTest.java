package id.anjungan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Picture;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Views;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import id.anjungan.ui.shell.Shell;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Pictures of each view on a screen of 1920×1080 at 100 and at 200 per cent, for people to look at: at 200 per cent
/// there is room for half as much each way.
class ScalePicturesTest {
    @TestFactory
    Stream<DynamicTest> eachView() {
        return Stream.of(100, 200).flatMap(scale -> Views.all().entrySet().stream().map(v -> DynamicTest.dynamicTest(
                v.getKey() + " at " + scale, () -> take("view-" + v.getKey() + "-" + scale, scale, Views::busy, v.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> eachDay() {
        Map<String, Supplier<FakeDesk>> days = Map.of(
                "empty", Samples::empty, "stale", Views::stale, "offline", Samples::offline, "refused", Views::refused);
        return Stream.of(100, 200).flatMap(scale -> days.entrySet().stream().flatMap(d -> Stream.of("console", "chats").map(
                view -> DynamicTest.dynamicTest(d.getKey() + ", " + view + " at " + scale, () -> take(
                        "day-" + d.getKey() + "-" + view + "-" + scale, scale, d.getValue(), Objects.requireNonNull(Views.all().get(view)))))));
    }

    private static void take(String name, int scale, Supplier<FakeDesk> day, Consumer<Shell> way) {
        AtomicReference<Scene> made = new AtomicReference<>();
        Path file = Picture.save(Picture.of(() -> {
            FakeDesk desk = day.get();
            Shell shell = Views.shell(desk, scale == 100 ? "id" : "en", scale == 100 ? "dark" : "light");
            Scene scene = shell.scene(1920 * 100.0 / scale, 1080 * 100.0 / scale);
            way.accept(shell);
            made.set(scene);
            return scene;
        }, 3), name);
        FxThread.run(() -> Objects.requireNonNull(made.get()).setRoot(new StackPane()));
        assertThat(file.toFile().length()).as("bytes of " + file).isGreaterThan(8_000);
    }
}
