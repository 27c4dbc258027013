package id.anjungan.central;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Link;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.protocol.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees when a new report is about what others have reported: same category, near in time and place. Looks at
/// emergencies and at what the profile says spreads. Runs beside the intake, on virtual threads.
final class Incidents {
    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final int LOOK_AT = 500;

    private final City city;
    private final CentralStore store;
    private final Writer writer;
    private final SystemCommands decide;
    private final ExecutorService threads;

    Incidents(City city, CentralStore store, Writer writer, SystemCommands decide, ExecutorService threads) {
        this.city = city;
        this.store = store;
        this.writer = writer;
        this.decide = decide;
        this.threads = threads;
    }

    /// Whether a new report may be about an incident at all.
    boolean concerns(ItemCheck.Checked c) {
        if (!c.location().hasPosition() || c.item().outcome() != null) {
            return false;
        }
        Priority stated = c.item().priority();
        Priority priority = stated != null
                ? stated
                : city.policy().category(c.category()).map(Policy.Category::priority).orElse(Priority.LOW);
        return priority == Priority.EMERGENCY || city.widespread().contains(c.category());
    }

    void look(UUID caseId) {
        threads.execute(() -> {
            try {
                lookNow(caseId);
            } catch (RuntimeException e) {
                LOG.warn("incidents of case {} were not looked for", caseId, e);
            }
        });
    }

    private void lookNow(UUID caseId) {
        Case fresh = store.row(caseId).map(r -> Json.read(r.body(), Case.class)).orElseThrow();
        List<Case> same = near(fresh);
        if (same.size() < 2) {
            return;
        }
        UUID incident = same.stream()
                .flatMap(c -> c.link(Link.Kind.INCIDENT).stream())
                .map(Link::target)
                .findFirst()
                .orElseGet(() -> Ids.of("incident", same.getFirst().id().toString()));
        List<UUID> alone = new ArrayList<>();
        for (Case c : same) {
            if (c.link(Link.Kind.INCIDENT).isEmpty()) {
                alone.add(c.id());
            }
        }
        for (UUID id : alone) {
            UUID command = Ids.of("detect", incident.toString(), id.toString());
            Work<Boolean> work = Work.of(
                    tx -> {
                        boolean done = decide.give(tx, "incidents", command, new Command.DetectIncident(incident, id, null));
                        return base -> done;
                    },
                    (tx, fault) -> {
                        decide.alarm(tx, fault);
                        return base -> false;
                    });
            writer.submit(List.of(work));
        }
    }

    /// Open cases about the same, this one among them, the first received first.
    private List<Case> near(Case fresh) {
        Policy.Limits limits = decide.policy().limits();
        return store.recent(fresh.category(), fresh.receivedAt().minus(limits.sameWindow()), LOOK_AT).stream()
                .map(r -> Json.read(r.body(), Case.class))
                .filter(c -> c.id().equals(fresh.id())
                        || fresh.location().metresTo(c.location()).orElse(Double.MAX_VALUE) <= limits.sameMetres())
                .sorted(Comparator.comparing(Case::receivedAt).thenComparing(Case::id))
                .toList();
    }
}
