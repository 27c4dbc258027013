package id.anjungan.state;

import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// What a desk is made of: where its files are, its server, who sits there (`role` only until the first sign-in),
/// this machine's clocks, how a city's document is read, and the words an undone claim is given back with.
public record DeskConfig(
        Path dataDir,
        URI server,
        String operator,
        Role role,
        InstantSource machine,
        LongSupplier nanos,
        Function<String, CityProfile> profileOf,
        String undoReason) {

    /// An operator's desk. `machine` is this machine's clock, `undoReason` the text an undone action is explained with.
    public static DeskConfig of(
            Path dataDir, URI server, String operator, Role role, InstantSource machine, String undoReason) {
        return new DeskConfig(
                dataDir, server, operator, role, machine, System::nanoTime, ProfileLoader::fromDocument, undoReason);
    }
}
