package id.anjungan.central;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// The step after restoring a backup of the central database, with every node stopped. Numbers given after the
/// backup was taken are known to desks, citizens and channels but no longer to the database, so:
///
/// - the epoch is renewed: desks take a new snapshot and offer their settled commands again;
/// - case numbers go on higher, because citizens hold numbers that the backup does not know;
/// - answers that wait may have gone out since: they count as handed out, so a channel without an idempotency key
///   makes them uncertain, for a person, and none is sent twice; and the numbers of coming answers begin above any
///   cursor that a channel may hold.
public final class RestoreEpoch {
    /// More than a city receives by one channel between a backup and its loss.
    public static final int SKIPPED_CASE_NUMBERS = 1_000;

    private RestoreEpoch() {}

    /// The name of the history before and now, and the last number.
    public record Renewed(UUID before, UUID now, long head) {}

    /// Opens the database (and brings it to the present schema), renews, and closes it. `StoreException` with what
    /// is wrong when it cannot be opened.
    public static Renewed renew(Database database) {
        if (!database.postgres() && !Files.exists(Path.of(database.location()))) {
            throw new StoreException("there is no database at " + database, null);
        }
        try (CentralStore store = Stores.open(database)) {
            UUID before = store.epoch();
            return new Renewed(before, store.renewEpoch(), store.head());
        }
    }
}
