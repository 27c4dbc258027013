package id.anjungan.state;

import id.anjungan.domain.Policy;
import id.anjungan.domain.Role;
import id.anjungan.domain.WorkCalendar;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a desk knows of its city.
final class Cities {
    private static final Duration PATIENCE = Duration.ofHours(24);

    private Cities() {}

    /// No city yet: the server has never been reached.
    static Policy none() {
        return new Policy(
                "", "", WorkCalendar.mondayToFriday(ZoneOffset.UTC), Map.of(), Map.of(), Map.of(), List.of(),
                new Policy.Escalation(List.of(Role.OPERATOR), List.of(), Set.of()), Policy.Limits.DEFAULT);
    }

    /// Its channels in the order of the screen, each with how long it may be silent.
    static Map<String, Duration> channels(Policy policy) {
        Map<String, Duration> all = new LinkedHashMap<>();
        policy.channels().keySet().stream().sorted().forEach(c -> all.put(c, PATIENCE));
        return all;
    }
}
