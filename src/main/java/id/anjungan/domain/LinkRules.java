package id.anjungan.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Links between cases and what they are about. A link moves nothing, so removing it restores everything.
final class LinkRules {
    private LinkRules() {}

    static void link(Deciding d, Command.LinkIncident c) {
        Case was = d.caseOf(c.caseId());
        Incident incident = d.find(Incident.class, c.incidentId()).orElseThrow(() -> d.notFound(c.incidentId()));
        if (!linked(was, Link.Kind.INCIDENT, incident.id())) {
            join(d, was, incident);
        }
    }

    static void unlink(Deciding d, Command.UnlinkIncident c) {
        Case was = d.caseOf(c.caseId());
        Incident incident = d.find(Incident.class, c.incidentId()).orElseThrow(() -> d.notFound(c.incidentId()));
        if (linked(was, Link.Kind.INCIDENT, incident.id())) {
            d.put(was.edit(d.at(), d.receivedAt())
                    .removeLink(Link.Kind.INCIDENT, incident.id())
                    .build());
            d.put(incident.withCases(incident.cases() - 1, incident.lastReportAt()));
            d.entry(was.id(), "incident-unlinked", Map.of("incident", incident.id().toString()));
        }
    }

    static void detect(Deciding d, Command.DetectIncident c) {
        Case first = d.caseOf(c.caseId());
        UUID otherId = c.otherCaseId();
        Case other = otherId == null || otherId.equals(c.caseId()) ? null : d.caseOf(otherId);
        boolean news = free(first) || (other != null && free(other));
        if (!news) {
            return;
        }
        Incident incident = d.find(Incident.class, c.incidentId())
                .orElseGet(() -> new Incident(
                        c.incidentId(), first.category(), first.priority(), first.location(), first.receivedAt(),
                        first.receivedAt(), 0, null));
        if (free(first)) {
            incident = join(d, first, incident);
        }
        if (other != null && free(other)) {
            join(d, other, incident);
        }
    }

    /// A case that a person or an earlier detection has put somewhere stays there.
    private static boolean free(Case c) {
        return c.link(Link.Kind.INCIDENT).isEmpty();
    }

    private static Incident join(Deciding d, Case c, Incident incident) {
        d.put(c.edit(d.at(), d.receivedAt())
                .addLink(new Link(Link.Kind.INCIDENT, incident.id(), d.actor(), d.at()))
                .build());
        var last = c.receivedAt().isAfter(incident.lastReportAt()) ? c.receivedAt() : incident.lastReportAt();
        Incident next = incident.withCases(incident.cases() + 1, last);
        d.put(next);
        d.entry(c.id(), "incident-linked", Map.of("incident", incident.id().toString()));
        return next;
    }

    /// More would be answered by one key than anybody can answer for.
    static final int DUPLICATES = 100;

    /// Of the two, the stricter privacy holds for both, and stays when the link is taken away: what has been hidden
    /// is shown again only by somebody with the right to. A case that others repeat repeats none itself: they are
    /// taken over one by one. Whoever merges a case has seen it.
    static void mark(Deciding d, Command.MarkDuplicate c) {
        Case was = d.caseOf(c.caseId());
        Case of = d.caseOf(c.of());
        if (linked(was, Link.Kind.DUPLICATE_OF, of.id())) {
            return;
        }
        boolean chain = was.main().isPresent() || of.main().isPresent() || !was.duplicates().isEmpty();
        if (was.id().equals(of.id()) || chain) {
            throw new Refusing(Refusal.LINK_RING, Map.of());
        }
        BesideRules.atMost(DUPLICATES, of.duplicates().size(), "duplicates");
        Privacy both = of.privacy().stricter(was.privacy());
        Case seen = was.open() ? Timing.seen(d, was) : was;
        d.put(seen.edit(d.at(), d.receivedAt())
                .addLink(new Link(Link.Kind.DUPLICATE_OF, of.id(), d.actor(), d.at()))
                .privacy(both)
                .build());
        d.put(of.edit(d.at(), d.receivedAt()).duplicate(was.id(), true).privacy(both).build());
        if (!both.equals(of.privacy())) {
            WorkRules.privacyEntry(d, of, both);
        }
        if (!both.equals(was.privacy())) {
            WorkRules.privacyEntry(d, was, both);
        }
        d.entry(was.id(), "duplicate-marked", Map.of("of", of.id().toString()));
        d.entry(of.id(), "duplicate-joined", Map.of("case", was.id().toString()));
    }

    static void unmark(Deciding d, Command.UnmarkDuplicate c) {
        Case was = d.caseOf(c.caseId());
        if (linked(was, Link.Kind.DUPLICATE_OF, c.of())) {
            d.put(was.edit(d.at(), d.receivedAt())
                    .removeLink(Link.Kind.DUPLICATE_OF, c.of())
                    .build());
            d.find(Case.class, c.of()).ifPresent(of -> d.put(
                    of.edit(d.at(), d.receivedAt()).duplicate(was.id(), false).build()));
            d.entry(was.id(), "duplicate-unmarked", Map.of("of", c.of().toString()));
            d.entry(c.of(), "duplicate-left", Map.of("case", was.id().toString()));
        }
    }

    /// The cases that repeat one, as far as this view has them, each still saying so.
    static List<Case> duplicatesOf(Deciding d, Case main) {
        List<Case> all = new ArrayList<>();
        for (UUID id : main.duplicates()) {
            d.find(Case.class, id).filter(x -> linked(x, Link.Kind.DUPLICATE_OF, main.id())).ifPresent(all::add);
        }
        return all;
    }

    private static boolean linked(Case c, Link.Kind kind, UUID target) {
        return c.links().stream().anyMatch(l -> l.kind() == kind && l.target().equals(target));
    }
}
