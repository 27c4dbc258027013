package id.anjungan.store;

import org.jspecify.annotations.Nullable;

/// A file of the desk could not be read or written: disk full, damaged, locked, made by a newer version. The
/// message says which and holds no personal value.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
