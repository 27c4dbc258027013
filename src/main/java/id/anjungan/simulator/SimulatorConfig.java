package id.anjungan.simulator;

import id.anjungan.profile.CityProfile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What a simulated day is made of. `startAt` is the simulated moment at which live traffic begins, `clock` the real
/// one; from there simulated time runs `speed` times as fast. Items carry real times on the wire. The same seed
/// and `startAt` give the same day; `calibration` is a folder of count tables to use in place of the fitted figures.
public record SimulatorConfig(
        CityProfile profile,
        URI server,
        long seed,
        double speed,
        Scenario scenario,
        InstantSource clock,
        Instant startAt,
        @Nullable Path calibration) {
    /// With the fitted figures.
    public SimulatorConfig(
            CityProfile profile, URI server, long seed, double speed, Scenario scenario, InstantSource clock,
            Instant startAt) {
        this(profile, server, seed, speed, scenario, clock, startAt, null);
    }
}
