package id.anjungan.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A case handed to an agency. It ends when the agency has answered or sent it back.
public record Disposition(String agency, String by, Instant at, Status status, @Nullable Instant endedAt) {
    public enum Status {
        SENT,
        ANSWERED,
        RETURNED
    }

    public Disposition end(Status how, Instant when) {
        return new Disposition(agency, by, at, how, when);
    }
}
