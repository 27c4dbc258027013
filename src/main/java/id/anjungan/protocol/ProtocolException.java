package id.anjungan.protocol;

import org.jspecify.annotations.Nullable;

/// What arrived is not what the protocol says. The message names what and where; it holds no personal value.
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProtocolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
