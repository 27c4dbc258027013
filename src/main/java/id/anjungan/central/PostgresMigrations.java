package id.anjungan.central;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/// Brings a PostgreSQL database to the present schema. Nodes that start together take turns; each step is atomic.
final class PostgresMigrations {
    private static final String STEPS = "classpath:id/anjungan/central/postgres";

    private PostgresMigrations() {}

    /// The level it is at afterwards.
    static int run(DataSource database) {
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(database)
                    .locations(STEPS)
                    .table("anjungan_schema")
                    .failOnMissingLocations(true)
                    .load();
            refuseLater(flyway);
            flyway.migrate();
            MigrationInfo now = flyway.info().current();
            return level(now == null ? null : now.getVersion());
        } catch (FlywayException e) {
            throw new StoreException("the database could not be brought to the present schema: " + e.getMessage(), e);
        }
    }

    private static void refuseLater(Flyway flyway) {
        int known = 0;
        for (MigrationInfo m : flyway.info().all()) {
            known = m.getState().isResolved() ? Math.max(known, level(m.getVersion())) : known;
        }
        MigrationInfo applied = flyway.info().current();
        int at = level(applied == null ? null : applied.getVersion());
        if (at > known) {
            throw new StoreException(
                    "the database is of a later version (" + at + ") than this program (" + known + ")", null);
        }
    }

    private static int level(@org.jspecify.annotations.Nullable MigrationVersion version) {
        return version == null ? 0 : version.getMajor().intValue();
    }
}
