package id.anjungan.protocol;

import java.util.List;
import java.util.UUID;

/// What `POST /v1/commands` answers: one settlement for each command it took, in order; `cloned` when a number
/// is already used by another command, so this console must take a new id and number again what is waiting.
/// `lastNumber` is the highest number of this console the server has settled.
public record CommandAnswer(UUID epoch, List<Settlement> settled, long lastNumber, boolean cloned) {
    public CommandAnswer {
        settled = List.copyOf(settled);
    }
}
