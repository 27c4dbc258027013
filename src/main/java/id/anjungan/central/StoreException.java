package id.anjungan.central;

import org.jspecify.annotations.Nullable;

/// The database did not do what was asked: away, full, locked, or a row it does not take. No answer to anybody.
class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
