package id.anjungan.state;

import id.anjungan.domain.Decision;
import java.util.UUID;

/// What became of a submitted command on this desk: queued under `commandId`, or refused on the spot.
public record Receipt(UUID commandId, Decision decision) {
    public boolean accepted() {
        return decision instanceof Decision.Accepted;
    }
}
