package id.anjungan.ui.kit;

import id.anjungan.state.DistrictFigure;
import id.anjungan.state.MapPast;
import id.anjungan.state.MapReader;
import id.anjungan.state.UsualHour;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Answers what the test says.
public final class FakeMaps implements MapReader {
    public MapPast past = MapPast.NONE;
    public UsualHour usual = UsualHour.UNKNOWN;
    public List<UUID> unplaced = List.of();
    public List<DistrictFigure> villages = List.of();
    public final List<Instant> askedFrom = new ArrayList<>();

    @Override
    public CompletableFuture<MapPast> past(Instant from) {
        askedFrom.add(from);
        return CompletableFuture.completedFuture(past);
    }

    @Override
    public CompletableFuture<UsualHour> usual() {
        return CompletableFuture.completedFuture(usual);
    }

    @Override
    public CompletableFuture<List<DistrictFigure>> villages() {
        return CompletableFuture.completedFuture(villages);
    }

    @Override
    public CompletableFuture<List<UUID>> unplaced(int limit) {
        return CompletableFuture.completedFuture(unplaced);
    }
}
