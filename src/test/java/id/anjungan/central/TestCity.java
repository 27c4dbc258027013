package id.anjungan.central;

import id.anjungan.domain.Actor;
import id.anjungan.domain.ClockRule;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import id.anjungan.domain.Right;
import id.anjungan.domain.Role;
import id.anjungan.domain.WorkCalendar;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A small invented city with two districts, west and east of 112.75°.
class TestCity implements City {
    static final Actor ANI = Actor.of("ani", "Ani", Role.OPERATOR);
    static final Actor BUDI = Actor.of("budi", "Budi", Role.OPERATOR);
    static final Actor LEAD = Actor.of("lead", "Lia", Role.LEAD);
    static final Actor WALL = Actor.of("wall", "Wall", Role.WALLBOARD);
    /// Sees the western district only.
    static final Actor WEST =
            new Actor("west", "Wati", Role.OPERATOR, Right.of(Role.OPERATOR), Set.of(), Set.of("35.01"));

    private final Policy policy = rules();

    private static Policy rules() {
        return new Policy(
                "testville",
                "1",
                WorkCalendar.mondayToFriday(ZoneId.of("Asia/Jakarta")),
                Map.of(
                        "sp4n", new Policy.Channel("sp4n", Policy.Channel.Kind.COMPLAINT, "SP4N", Privacy.OPEN, true),
                        "chat", new Policy.Channel("chat", Policy.Channel.Kind.CHAT, "CHAT", Privacy.OPEN, true),
                        "sms", new Policy.Channel("sms", Policy.Channel.Kind.SOCIAL, "SMS", Privacy.OPEN, false),
                        "cc112", new Policy.Channel("cc112", Policy.Channel.Kind.CALL, "112", Privacy.OPEN, true)),
                Map.of(
                        "road", new Policy.Category("road", "dpu", Set.of(), Priority.MEDIUM, false),
                        "fire", new Policy.Category("fire", "damkar", Set.of(), Priority.EMERGENCY, false),
                        "flood", new Policy.Category("flood", "dpu", Set.of(), Priority.HIGH, false),
                        "abuse", new Policy.Category("abuse", "dp3a", Set.of(), Priority.EMERGENCY, true),
                        "other", new Policy.Category("other", "dpu", Set.of(), Priority.LOW, false)),
                Map.of("dpu", new Policy.Agency("dpu", null, null, null)),
                List.of(new ClockRule(
                        "first-answer", Set.of(), Set.of(), Set.of(), ClockRule.Basis.MINUTES, 30,
                        ClockRule.Event.RECEIVED, Set.of(ClockRule.Event.DISPOSED, ClockRule.Event.CLOSED), false,
                        "test")),
                new Policy.Escalation(
                        List.of(Role.OPERATOR, Role.LEAD),
                        List.of(new Policy.Escalation.Rule(
                                Policy.Escalation.Trigger.BREACHED, Set.of(), Duration.ofMinutes(10), 2)),
                        Set.of(Priority.EMERGENCY, Priority.HIGH)),
                Policy.Limits.DEFAULT);
    }

    @Override
    public Policy policy() {
        return policy;
    }

    @Override
    public String document() {
        return "{\"city\":\"testville\",\"version\":\"1\"}";
    }

    @Override
    public List<Actor> operators() {
        return List.of(ANI, BUDI, LEAD, WALL, WEST);
    }

    @Override
    public Optional<String> categoryOf(String service) {
        return service.equalsIgnoreCase("Pothole") ? Optional.of("road") : Optional.empty();
    }

    @Override
    public String fallbackCategory() {
        return "other";
    }

    @Override
    public Set<String> widespread() {
        return Set.of("flood");
    }

    @Override
    public Optional<Place> areaAt(double lat, double lon) {
        if (Math.abs(lat + 7.25) > 0.5 || Math.abs(lon - 112.75) > 0.5) {
            return Optional.empty();
        }
        return Optional.of(lon < 112.75 ? new Place("35.01", "35.01.1001") : new Place("35.02", "35.02.1001"));
    }

    @Override
    public Optional<String> areaCode(String codeOrName, boolean village) {
        return Set.of("35.01", "35.02").contains(codeOrName) ? Optional.of(codeOrName) : Optional.empty();
    }
}
