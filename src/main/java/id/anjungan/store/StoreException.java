package id.anjungan.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A file of the desk could not be read or written: disk full, damaged, locked, made by a newer version. The
/// message says which and holds no personal value.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// SQLite's result codes for a file whose content is broken: CORRUPT, FORMAT, NOTADB.
    private static final int CORRUPT = 11;
    private static final int FORMAT = 24;
    private static final int NOT_A_DB = 26;

    private final boolean damaged;

    StoreException(String message, @Nullable Throwable cause) {
        this(message, cause, cause instanceof SQLException e && saysDamaged(e));
    }

    private StoreException(String message, @Nullable Throwable cause, boolean damaged) {
        super(message, cause);
        this.damaged = damaged;
    }

    /// The content of the file itself is broken.
    static StoreException damaged(String message) {
        return new StoreException(message, null, true);
    }

    private static boolean saysDamaged(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == CORRUPT || code == FORMAT || code == NOT_A_DB;
    }

    /// Whether the file's content is broken, which opening it again does not mend; false for a full disk, a lock, a
    /// newer version.
    public boolean damaged() {
        return damaged;
    }
}
