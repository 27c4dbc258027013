package id.anjungan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The work on an open case: verifying, handing to agencies, raising, holding, correcting.
final class WorkRules {
    private WorkRules() {}

    static void verify(Deciding d, Command.VerifyCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (was.state() != CaseState.UNVERIFIED) {
            return;
        }
        d.put(Timing.verified(d, Timing.seen(d, was)));
        d.entry(was.id(), "verified", Map.of());
    }

    static void dispose(Deciding d, Command.DisposeCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (c.agencies().isEmpty()) {
            throw new Refusing(Refusal.TEXT_MISSING, Map.of("field", "agencies"));
        }
        c.agencies().forEach(code -> valid(d, code));
        // Whoever has it already does not get it twice: the second press of a key does nothing.
        List<String> agencies = c.agencies().stream().distinct().filter(a -> !waits(was, a)).toList();
        if (agencies.isEmpty()) {
            return;
        }
        String text = d.optionalText("text", c.text());
        Case seen = Timing.seen(d, was);
        Case judged = was.state() == CaseState.UNVERIFIED ? Timing.verified(d, seen) : seen;
        CaseEdit edit = judged.edit(d.at(), d.receivedAt()).confirmed(null);
        if (was.state() != CaseState.ON_HOLD) {
            edit.state(CaseState.IN_PROGRESS);
        }
        for (String code : agencies) {
            edit.addDisposition(new Disposition(code, d.actor(), d.at(), Disposition.Status.SENT, null));
        }
        d.put(Timing.event(d, ClockRule.Event.DISPOSED, edit.build()));
        d.entry(
                was.id(),
                "disposed",
                Map.of("agencies", String.join(",", agencies)),
                text == null ? null : d.note(was.id(), text));
    }

    private static boolean waits(Case c, String agency) {
        return c.dispositions().stream()
                .anyMatch(x -> x.agency().equals(agency) && x.status() == Disposition.Status.SENT);
    }

    private static void valid(Deciding d, String code) {
        LocalDate today = d.at().atZone(d.policy().calendar().zone()).toLocalDate();
        Policy.Agency agency = d.policy().agency(code).orElseThrow(() -> d.unknown("agency", code));
        if (!agency.validOn(today)) {
            String successor = agency.successor();
            throw new Refusing(
                    Refusal.AGENCY_NOT_VALID, Map.of("agency", code, "successor", successor == null ? "" : successor));
        }
    }

    static void agencyReply(Deciding d, Command.RecordAgencyReply c) {
        Case was = d.openCase(c.caseId());
        if (!waits(was, c.agency()) || c.status() == Disposition.Status.SENT) {
            throw new Refusing(Refusal.WRONG_STATE, Map.of("state", was.state().name()));
        }
        // A case that comes back says why, or the next agency learns nothing from it.
        String text = c.status() == Disposition.Status.RETURNED
                ? d.text("text", c.text())
                : d.optionalText("text", c.text());
        Case next = was.edit(d.at(), d.receivedAt())
                .confirmed(null)
                .dispositions(x -> x.agency().equals(c.agency()) && x.status() == Disposition.Status.SENT
                        ? x.end(c.status(), d.at())
                        : x)
                .build();
        d.put(next);
        String code = c.status() == Disposition.Status.ANSWERED ? "agency-answered" : "agency-returned";
        d.entry(was.id(), code, Map.of("agency", c.agency()), text == null ? null : d.note(was.id(), text));
    }

    static void escalate(Deciding d, Command.EscalateCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (c.toLevel() <= was.level() || c.toLevel() > d.policy().escalation().top()) {
            throw new Refusing(Refusal.WRONG_LEVEL, Map.of("level", Integer.toString(c.toLevel())));
        }
        String reason = d.text("reason", c.reason());
        d.put(Timing.seen(d, was).edit(d.at(), d.receivedAt()).level(c.toLevel()).build());
        d.entry(
                was.id(),
                "escalated",
                Map.of("level", Integer.toString(c.toLevel())),
                d.note(was.id(), reason));
        AlarmRules.raise(d, was, Alarm.Kind.ESCALATION, c.toLevel(), "escalation");
    }

    static void hold(Deciding d, Command.HoldCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (was.state() == CaseState.ON_HOLD) {
            throw new Refusing(Refusal.WRONG_STATE, Map.of("state", was.state().name()));
        }
        String reason = d.text("reason", c.reason());
        UUID note = d.note(was.id(), reason);
        d.put(Timing.seen(d, was)
                .edit(d.at(), d.receivedAt())
                .state(CaseState.ON_HOLD)
                .clocks(k -> Clocks.pause(k, d.policy(), d.at(), "hold:" + note))
                .build());
        d.entry(was.id(), "held", Map.of("from", was.state().name()), note);
    }

    /// Taking a case up again is judging it ours: held before or after verification, it is verified afterwards.
    static void resume(Deciding d, Command.ResumeCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (was.state() != CaseState.ON_HOLD) {
            throw new Refusing(Refusal.WRONG_STATE, Map.of("state", was.state().name()));
        }
        Case running = was.edit(d.at(), d.receivedAt())
                .state(was.dispositions().isEmpty() ? CaseState.VERIFIED : CaseState.IN_PROGRESS)
                .clocks(k -> Clocks.resume(k, d.policy(), d.at()))
                .build();
        d.put(Timing.event(d, ClockRule.Event.VERIFIED, running));
        d.entry(was.id(), "resumed", Map.of());
    }

    static void recategorise(Deciding d, Command.RecategoriseCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        Policy.Category category =
                d.policy().category(c.category()).orElseThrow(() -> d.unknown("category", c.category()));
        if (c.category().equals(was.category()) && c.priority() == was.priority()) {
            return;
        }
        Privacy privacy = was.privacy().stricter(new Privacy(false, false, category.sensitive()));
        Case next = Timing.seen(d, was)
                .edit(d.at(), d.receivedAt())
                .category(c.category(), c.priority(), privacy)
                .build();
        d.put(Timing.event(d, ClockRule.Event.RECEIVED, next));
        d.entry(
                was.id(),
                "recategorised",
                Map.of(
                        "from", was.category(), "to", c.category(),
                        "fromPriority", was.priority().name(), "toPriority", c.priority().name()));
        if (c.priority() == Priority.EMERGENCY && was.priority() != Priority.EMERGENCY) {
            AlarmRules.raise(d, next, Alarm.Kind.EMERGENCY, 1, "emergency");
        } else if (c.priority() != Priority.EMERGENCY && was.priority() == Priority.EMERGENCY) {
            AlarmRules.clear(d, was.id(), "emergency", 1);
        }
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
        privacyEntry(d, was, wanted);
    }

    static void privacyEntry(Deciding d, Case was, Privacy wanted) {
        d.entry(
                was.id(),
                "privacy",
                Map.of(
                        "confidential", Boolean.toString(wanted.confidential()),
                        "anonymous", Boolean.toString(wanted.anonymous()),
                        "sensitive", Boolean.toString(wanted.sensitive())));
    }

    static void locate(Deciding d, Command.LocateCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        String reason = d.text("reason", c.reason());
        d.put(Timing.seen(d, was).edit(d.at(), d.receivedAt()).location(c.location()).build());
        d.entry(was.id(), "located", Map.of(), d.note(was.id(), reason));
    }
}
