package id.anjungan.central;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where central keeps its data: the path of a SQLite file, or a `jdbc:postgresql:` address with the user and
/// password that the address itself does not hold. Immutable.
public record Database(String location, @Nullable String user, @Nullable String password) {
    private static final String POSTGRES = "jdbc:postgresql:";

    public static Database file(Path file) {
        return new Database(file.toString(), null, null);
    }

    /// By what a person writes: an address, or else the path of a file.
    public static Database of(String location) {
        return new Database(location, null, null);
    }

    /// Whether it is PostgreSQL, which several nodes may share.
    public boolean postgres() {
        return location.startsWith(POSTGRES);
    }

    /// The address without what is secret in it.
    @Override
    public String toString() {
        int options = location.indexOf('?');
        return postgres() && options >= 0 ? location.substring(0, options) : location;
    }
}
