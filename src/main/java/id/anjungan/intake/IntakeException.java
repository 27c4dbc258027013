package id.anjungan.intake;

/// The server answered, and trying again would not help: a wrong address, a batch it cannot read, a missing right.
/// `status` is the HTTP status. The message is for a person and names address, status and the server's own words.
public final class IntakeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    IntakeException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
