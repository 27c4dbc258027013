package id.anjungan.state;

import id.anjungan.domain.Policy;
import id.anjungan.domain.Role;
import id.anjungan.domain.WorkCalendar;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.Names;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a desk knows of its city.
final class Cities {
    private Cities() {}

    /// No city yet: the server has never been reached. Nothing in it, so nothing can be done either.
    static CityProfile none() {
        return new CityProfile(
                "", Names.same(""), "", ZoneOffset.UTC, "UTC", "", new CityProfile.Centre(0, 0, 2), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), Duration.ofMinutes(5),
                List.of(), new Policy.Escalation(List.of(Role.OPERATOR), List.of(), Set.of()),
                WorkCalendar.mondayToFriday(ZoneOffset.UTC), List.of(), false, List.of(), List.of(), List.of(),
                List.of(), Map.of(), List.of(), List.of(), List.of(), Policy.Limits.DEFAULT, Policy.Closing.FREE,
                Policy.Likeness.DEFAULT, Duration.ZERO,
                CityProfile.Targets.USUAL, null, "{}");
    }

    /// Its channels in the order of the screen, each with how long it may be silent.
    static Map<String, Duration> channels(CityProfile city) {
        Map<String, Duration> all = new LinkedHashMap<>();
        city.channels().stream()
                .sorted(Comparator.comparingInt(CityProfile.Channel::order))
                .forEach(c -> all.put(c.code(), c.staleAfter()));
        return all;
    }
}
