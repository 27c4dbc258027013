package id.anjungan.state;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody waits for is at least said when the disk fails.
final class Unwaited {
    private static final Logger LOG = LoggerFactory.getLogger(Unwaited.class);

    private Unwaited() {}

    static void kept(CompletableFuture<?> write) {
        var _ = write.whenComplete((v, e) -> {
            if (e != null) {
                LOG.error("desk.db could not be written: {}", e.getMessage());
            }
        });
    }
}
