package id.anjungan.state;

import id.anjungan.domain.Case;
import id.anjungan.domain.Duplicates;
import id.anjungan.domain.Location;
import id.anjungan.domain.Policy;
import id.anjungan.store.BesideReader;
import id.anjungan.store.CacheReader;
import id.anjungan.store.CaseFacts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Looks in the cache for cases that may be about the same thing as one: a bounded question, answered offline as well.
/// Projector's thread only.
final class Sames {
    private static final int MOST = 12;
    private static final double METRES_A_DEGREE = 111_195;

    private final CacheReader reader;

    Sames(CacheReader reader) {
        this.reader = reader;
    }

    List<SameCase> of(Case c, Policy.Likeness rule) {
        CaseFacts mine = reader.rows(List.of(c.id())).stream().findFirst().orElse(null);
        if (mine == null) {
            return List.of();
        }
        Map<UUID, CaseFacts> others = new LinkedHashMap<>();
        reader.beside().around(around(c, rule)).forEach(f -> others.put(f.id(), f));
        List<Duplicates.Report> reports = others.values().stream().map(Sames::report).toList();
        return Duplicates.among(report(mine), reports, rule).stream()
                .limit(MOST)
                .flatMap(l -> java.util.Optional.ofNullable(others.get(l.id()))
                        .map(f -> new SameCase(Rows.of(f), l))
                        .stream())
                .toList();
    }

    private static BesideReader.Around around(Case c, Policy.Likeness rule) {
        Duration window = longer(rule.window(c.category()), rule.window());
        double metres = Math.max(rule.metres(c.category()), rule.metres());
        Location at = c.location();
        Double lat = at.lat();
        Double lon = at.lon();
        double y = lat == null ? 0 : lat;
        double x = lon == null ? 0 : lon;
        double high = metres / METRES_A_DEGREE;
        double wide = high / Math.max(0.01, Math.cos(Math.toRadians(y)));
        return new BesideReader.Around(
                c.id(), c.cameAt().minus(window), c.cameAt().plus(window), y - high, y + high, x - wide, x + wide,
                lat != null, at.village());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duplicates.Report report(CaseFacts f) {
        Location at = new Location(f.lat(), f.lon(), null, f.district(), f.village());
        return new Duplicates.Report(f.id(), f.category(), at, f.receivedAt(), f.title());
    }
}
