package id.anjungan.central;

import java.nio.file.Path;

/// Which store keeps a database.
final class Stores {
    private Stores() {}

    /// Opens it and brings it to the present schema; `StoreException` says what is wrong when it cannot.
    static CentralStore open(Database database) {
        return database.postgres() ? PostgresStore.open(database) : SqliteStore.open(Path.of(database.location()));
    }
}
