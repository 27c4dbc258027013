package id.anjungan.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.geo.BoundaryProblem;
import id.anjungan.geo.BoundaryShelf;
import id.anjungan.geo.BoundaryTrial;
import id.anjungan.ui.kit.Surabaya;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundaryLoadingTest {
    private static final String CITY = Surabaya.PROFILE.code();

    @TempDir
    Path dir;

    private BoundaryShelf shelf() {
        return new BoundaryShelf(dir.resolve("kept"));
    }

    private static BoundaryLoading loading(BoundaryShelf shelf) {
        return new BoundaryLoading(shelf, () -> Surabaya.PROFILE, Runnable::run);
    }

    private static void reach(BoundaryLoading vm, BoundaryLoading.Step step) {
        await().until(() -> vm.stepProperty().get() == step);
    }

    private BoundaryTrial read(BoundaryLoading vm, Path... files) {
        vm.read(List.of(files));
        reach(vm, BoundaryLoading.Step.REVIEW);
        return Objects.requireNonNull(vm.trialProperty().get());
    }

    private static Areas inUse(BoundaryShelf shelf) {
        List<Path> files = shelf.files(CITY);
        BoundaryTrial t = Objects.requireNonNull(shelf.trial(CITY, Surabaya.PROFILE.areas(), files, part -> true));
        return Areas.of(Surabaya.PROFILE.areas(), t.boundaries());
    }

    @Test
    void whatWasRepairedOrLeftOutIsSaidWithItsPlaceAndNothingIsUsedBeforeSomebodyAgrees() throws Exception {
        BoundaryShelf shelf = shelf();
        BoundaryLoading vm = loading(shelf);
        BoundaryTrial t = read(vm, BoundaryFiles.troubled(dir.resolve("desa.geojson")));
        assertThat(t.matched(Area.Level.VILLAGE)).isEqualTo(153);
        assertThat(t.matched(Area.Level.DISTRICT)).as("made of the villages instead").isZero();
        assertThat(t.problems()).extracting(BoundaryProblem::kind).contains(
                BoundaryProblem.Kind.NO_CODE, BoundaryProblem.Kind.UNKNOWN_CODE, BoundaryProblem.Kind.UNCLOSED,
                BoundaryProblem.Kind.INVALID);
        assertThat(t.problems().getFirst().where()).startsWith("desa.geojson feature");
        assertThat(shelf.files(CITY)).isEmpty();
        vm.confirm();
        reach(vm, BoundaryLoading.Step.TAKEN);
        assertThat(vm.takenProperty().get()).isEqualTo(1);
        assertThat(inUse(shelf()).computed()).as("also after a restart").isFalse();
        vm.remove();
        reach(vm, BoundaryLoading.Step.REMOVED);
        assertThat(shelf().files(CITY)).isEmpty();
    }

    @Test
    void oneLevelLeavesTheOtherWhereItIs() throws Exception {
        BoundaryShelf shelf = shelf();
        BoundaryLoading vm = loading(shelf);
        for (List<Area> level : List.of(Surabaya.AREAS.districts(), Surabaya.AREAS.villages(), Surabaya.AREAS.districts())) {
            BoundaryTrial _ = read(vm, BoundaryFiles.squares(dir.resolve("areas.geojson"), level));
            vm.confirm();
            reach(vm, BoundaryLoading.Step.TAKEN);
        }
        assertThat(shelf.files(CITY)).hasSize(2);
        BoundaryTrial both =
                Objects.requireNonNull(shelf.trial(CITY, Surabaya.PROFILE.areas(), shelf.files(CITY), part -> true));
        assertThat(both.matched(Area.Level.DISTRICT)).isEqualTo(31);
        assertThat(both.matched(Area.Level.VILLAGE)).isEqualTo(153);
        assertThat(both.problems()).isEmpty();
    }

    @Test
    void badFilesChangeNothing() throws Exception {
        BoundaryShelf shelf = shelf();
        BoundaryLoading vm = loading(shelf);
        BoundaryTrial _ = read(vm, BoundaryFiles.squares(dir.resolve("good.geojson"), Surabaya.AREAS.villages()));
        vm.confirm();
        reach(vm, BoundaryLoading.Step.TAKEN);
        Path broken = Files.writeString(dir.resolve("broken.geojson"), "{\"type\": oops");
        Path foreign = Files.write(dir.resolve("latin.geojson"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        for (Path bad : List.of(broken, foreign, dir.resolve("none.geojson"))) {
            BoundaryTrial t = read(vm, bad);
            assertThat(t.usable()).as(bad.toString()).isFalse();
            assertThat(t.problems().getFirst().kind()).isEqualTo(BoundaryProblem.Kind.UNREADABLE);
            vm.confirm();
            assertThat(vm.stepProperty().get()).isEqualTo(BoundaryLoading.Step.REVIEW);
            vm.cancel();
        }
        assertThat(inUse(shelf).computed()).isFalse();
    }

    @Test
    void readingIsStoppedAndAnswersNothing() throws Exception {
        BoundaryLoading[] made = new BoundaryLoading[1];
        BoundaryLoading vm = new BoundaryLoading(shelf(), () -> Surabaya.PROFILE, r -> {
            r.run();
            if (made[0] != null && made[0].progressProperty().get() > 0.1) {
                made[0].cancel();
            }
        });
        made[0] = vm;
        vm.read(List.of(BoundaryFiles.squares(dir.resolve("a.geojson"), Surabaya.AREAS.villages())));
        await().until(() -> vm.progressProperty().get() > 0.1);
        reach(vm, BoundaryLoading.Step.IDLE);
        assertThat(vm.trialProperty().get()).isNull();
    }
}
