package id.anjungan.domain;

import java.time.LocalDate;
import java.util.Map;

/// The work on an open case: verifying, handing to agencies, raising, holding, correcting.
final class WorkRules {
    private WorkRules() {}

    static void verify(Deciding d, Command.VerifyCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (was.state() != CaseState.UNVERIFIED) {
            return;
        }
        d.put(verified(d, was));
        d.entry(was.id(), "verified", Map.of());
    }

    /// The case past verification, with the clocks that this stops and starts.
    private static Case verified(Deciding d, Case was) {
        if (was.state() != CaseState.UNVERIFIED) {
            return was;
        }
        Case next = was.edit(d.at(), d.receivedAt()).state(CaseState.VERIFIED).acknowledged().build();
        return event(d, ClockRule.Event.VERIFIED, next);
    }

    static void dispose(Deciding d, Command.DisposeCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (c.agencies().isEmpty()) {
            throw new Refusing(Refusal.TEXT_MISSING, Map.of("field", "agencies"));
        }
        LocalDate today = d.at().atZone(d.policy().calendar().zone()).toLocalDate();
        for (String code : c.agencies()) {
            Policy.Agency agency = d.policy().agency(code).orElseThrow(() -> d.unknown("agency", code));
            if (!agency.validOn(today)) {
                String successor = agency.successor();
                throw new Refusing(
                        Refusal.AGENCY_NOT_VALID,
                        Map.of("agency", code, "successor", successor == null ? "" : successor));
            }
        }
        String text = d.optionalText("text", c.text());
        CaseEdit edit = verified(d, was).edit(d.at(), d.receivedAt()).acknowledged();
        if (was.state() != CaseState.ON_HOLD) {
            edit.state(CaseState.IN_PROGRESS);
        }
        for (String code : c.agencies()) {
            edit.addDisposition(new Disposition(code, d.actor(), d.at(), Disposition.Status.SENT, null));
        }
        d.put(event(d, ClockRule.Event.DISPOSED, edit.build()));
        d.entry(
                was.id(),
                "disposed",
                Map.of("agencies", String.join(",", c.agencies())),
                text == null ? null : d.note(was.id(), text));
        AlarmRules.acknowledgeOf(d, was.id());
    }

    static void agencyReply(Deciding d, Command.RecordAgencyReply c) {
        Case was = d.openCase(c.caseId());
        boolean waiting = was.dispositions().stream()
                .anyMatch(x -> x.agency().equals(c.agency()) && x.status() == Disposition.Status.SENT);
        if (!waiting || c.status() == Disposition.Status.SENT) {
            throw new Refusing(Refusal.WRONG_STATE, Map.of("state", was.state().name()));
        }
        String text = d.optionalText("text", c.text());
        Case next = was.edit(d.at(), d.receivedAt())
                .dispositions(x -> x.agency().equals(c.agency()) && x.status() == Disposition.Status.SENT
                        ? x.end(c.status(), d.at())
                        : x)
                .build();
        d.put(next);
        String code = c.status() == Disposition.Status.ANSWERED ? "agency-answered" : "agency-returned";
        d.entry(was.id(), code, Map.of("agency", c.agency()), text == null ? null : d.note(was.id(), text));
    }

    static void escalate(Deciding d, Command.EscalateCase c) {
        Case was = d.openCase(c.caseId());
        if (was.claim() != null) {
            d.guardClaim(was.claim(), was.fencing(), c.fencing());
        }
        if (c.toLevel() <= was.level() || c.toLevel() > d.policy().escalation().top()) {
            throw new Refusing(Refusal.WRONG_LEVEL, Map.of("level", Integer.toString(c.toLevel())));
        }
        String reason = d.text("reason", c.reason());
        d.put(was.edit(d.at(), d.receivedAt()).level(c.toLevel()).acknowledged().build());
        d.entry(
                was.id(),
                "escalated",
                Map.of("level", Integer.toString(c.toLevel())),
                d.note(was.id(), reason));
        AlarmRules.acknowledgeOf(d, was.id());
        AlarmRules.raise(d, was, Alarm.Kind.ESCALATION, c.toLevel(), "escalation");
    }

    static void hold(Deciding d, Command.HoldCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (was.state() == CaseState.ON_HOLD) {
            throw new Refusing(Refusal.WRONG_STATE, Map.of("state", was.state().name()));
        }
        String reason = d.text("reason", c.reason());
        java.util.UUID note = d.note(was.id(), reason);
        d.put(was.edit(d.at(), d.receivedAt())
                .state(CaseState.ON_HOLD)
                .acknowledged()
                .clocks(k -> Clocks.pause(k, d.policy(), d.at(), "hold:" + note))
                .build());
        d.entry(was.id(), "held", Map.of("from", was.state().name()), note);
    }

    static void resume(Deciding d, Command.ResumeCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (was.state() != CaseState.ON_HOLD) {
            throw new Refusing(Refusal.WRONG_STATE, Map.of("state", was.state().name()));
        }
        CaseState next = was.dispositions().isEmpty() ? CaseState.VERIFIED : CaseState.IN_PROGRESS;
        d.put(was.edit(d.at(), d.receivedAt())
                .state(next)
                .clocks(k -> Clocks.resume(k, d.policy(), d.at()))
                .build());
        d.entry(was.id(), "resumed", Map.of());
    }

    static void recategorise(Deciding d, Command.RecategoriseCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        Policy.Category category =
                d.policy().category(c.category()).orElseThrow(() -> d.unknown("category", c.category()));
        Privacy privacy = was.privacy().stricter(new Privacy(false, false, category.sensitive()));
        Case next = was.edit(d.at(), d.receivedAt())
                .category(c.category(), c.priority(), privacy)
                .build();
        d.put(next.edit(d.at(), d.receivedAt())
                .addClocks(Clocks.startedBy(ClockRule.Event.RECEIVED, next, d.policy(), d.at()))
                .build());
        d.entry(
                was.id(),
                "recategorised",
                Map.of(
                        "from", was.category(), "to", c.category(),
                        "fromPriority", was.priority().name(), "toPriority", c.priority().name()));
    }

    static void privacy(Deciding d, Command.SetPrivacy c) {
        Case was = d.caseOf(c.caseId());
        Privacy floor = new Privacy(
                false,
                false,
                d.policy().category(was.category()).map(Policy.Category::sensitive).orElse(false));
        Privacy wanted = c.privacy().stricter(floor);
        if (!wanted.coversAllOf(was.privacy()) && !d.ctx.actor().may(Right.LOWER_PRIVACY)) {
            throw new Refusing(Refusal.PRIVACY_LOWERED, Map.of());
        }
        if (wanted.equals(was.privacy())) {
            return;
        }
        d.put(was.edit(d.at(), d.receivedAt()).privacy(wanted).build());
        d.entry(
                was.id(),
                "privacy",
                Map.of(
                        "confidential", Boolean.toString(wanted.confidential()),
                        "anonymous", Boolean.toString(wanted.anonymous())));
    }

    static void locate(Deciding d, Command.LocateCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        String reason = d.text("reason", c.reason());
        d.put(was.edit(d.at(), d.receivedAt()).location(c.location()).build());
        d.entry(was.id(), "located", Map.of(), d.note(was.id(), reason));
    }

    /// The case with the clocks that an event stops, then those it starts.
    static Case event(Deciding d, ClockRule.Event event, Case c) {
        java.util.List<Clock> clocks = new java.util.ArrayList<>();
        c.clocks().forEach(k -> clocks.add(Clocks.after(event, k, d.policy(), d.at())));
        clocks.addAll(Clocks.startedBy(event, c, d.policy(), d.at()));
        return clocks.equals(c.clocks()) ? c : withClocks(c, clocks);
    }

    /// Same version: part of one change.
    static Case withClocks(Case c, java.util.List<Clock> clocks) {
        return new Case(
                c.id(), c.number(), c.channel(), c.sourceId(), c.person(), c.category(), c.priority(), c.state(),
                c.outcome(), c.privacy(), c.location(), c.reportedAt(), c.receivedAt(), c.claim(), c.fencing(),
                c.level(), clocks, c.dispositions(), c.links(), c.acknowledgedAt(), c.closedAt(), c.updatedAt(),
                c.version());
    }
}
