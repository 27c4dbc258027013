package id.anjungan.channel.feed;

/// An import that cannot begin or go on, in words for the person who started it: what is wrong with the file, an
/// option, or what the server refuses. What was acknowledged before stays, and the next run goes on behind it.
public final class FeedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FeedException(String message) {
        super(message);
    }

    FeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
