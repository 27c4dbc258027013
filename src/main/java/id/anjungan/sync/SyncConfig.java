package id.anjungan.sync;

import id.anjungan.domain.Role;
import java.net.URI;
import java.time.Duration;

/// Where the server is and who signs in. `keepSettled`: how long settled commands stay, longer than the age of the
/// oldest backup the server may be restored from. `silence`: a stream quiet for this long is dropped and opened anew.
public record SyncConfig(URI server, String operator, Role role, Duration keepSettled, Duration silence) {
    public static SyncConfig of(URI server, String operator, Role role) {
        return new SyncConfig(server, operator, role, Duration.ofDays(14), Duration.ofSeconds(12));
    }
}
