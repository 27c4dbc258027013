package id.anjungan.central;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// How a central server is started. `port` 0 takes a free one. `channelToken`: when set, intake and outbound ask
/// for it as a bearer token; without it they are open, which fits a loopback address only.
public record CentralConfig(
        City city, Database database, String host, int port, InstantSource clock, @Nullable String channelToken) {
    public static final String LOOPBACK = "127.0.0.1";

    /// On the loopback address, channels unasked.
    public static CentralConfig of(City city, Path database, InstantSource clock) {
        return of(city, Database.file(database), clock);
    }

    public static CentralConfig of(City city, Database database, InstantSource clock) {
        return new CentralConfig(city, database, LOOPBACK, 0, clock, null);
    }

    public CentralConfig withPort(int p) {
        return new CentralConfig(city, database, host, p, clock, channelToken);
    }

    public CentralConfig withHost(String h) {
        return new CentralConfig(city, database, h, port, clock, channelToken);
    }

    public CentralConfig withChannelToken(@Nullable String token) {
        return new CentralConfig(city, database, host, port, clock, token);
    }
}
