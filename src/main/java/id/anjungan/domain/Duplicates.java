package id.anjungan.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which reports may be about one and the same thing, and why each is thought so: near in time and place, of one
/// category, in the same words. Only suggests; a person merges. Pure arithmetic, so a desk does it offline on what it
/// has.
public final class Duplicates {
    private static final double CATEGORY = 0.45;
    private static final double PLACE = 0.25;
    private static final double TIME = 0.15;
    private static final double WORDS = 0.15;
    /// Without a position on one side it takes the same village and this much of the words.
    private static final double WORDS_INSTEAD = 0.3;
    private static final int SHORTEST_WORD = 4;

    private Duplicates() {}

    /// What is compared of a case; `words` are the beginning of what the citizen wrote, empty when not to be seen.
    public record Report(UUID id, String category, Location location, Instant at, String words) {}

    /// Why two reports may be the same: how long and how far apart (no distance when one has no position), whether of
    /// one category, and the telling words both have, in order.
    public record Likely(UUID id, double score, Duration apart, OptionalDouble metres, boolean sameCategory, List<String> words) {
        public Likely {
            words = List.copyOf(words);
        }
    }

    /// The likely ones among others, most likely first.
    public static List<Likely> among(Report of, Collection<Report> others, Policy.Likeness rule) {
        List<Likely> all = new ArrayList<>();
        for (Report other : others) {
            if (!other.id().equals(of.id())) {
                compare(of, other, rule).ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparingDouble(Likely::score).reversed().thenComparing(Likely::apart).thenComparing(Likely::id));
        return all;
    }

    /// How `other` may be the same as `of`; empty when nothing speaks for it.
    public static Optional<Likely> compare(Report of, Report other, Policy.Likeness rule) {
        boolean same = of.category().equals(other.category());
        Duration window = same ? rule.window(of.category()) : rule.window();
        Duration apart = Duration.between(of.at(), other.at()).abs();
        if (apart.compareTo(window) > 0) {
            return Optional.empty();
        }
        double metres = same ? rule.metres(of.category()) : rule.metres();
        OptionalDouble far = of.location().metresTo(other.location());
        if (far.isPresent() && far.getAsDouble() > metres) {
            return Optional.empty();
        }
        Set<String> ours = words(of.words());
        Set<String> both = words(other.words());
        double smaller = Math.min(ours.size(), both.size());
        both.retainAll(ours);
        double text = smaller == 0 ? 0 : both.size() / smaller;
        if (far.isEmpty() && (!sameVillage(of.location(), other.location()) || text < WORDS_INSTEAD)) {
            return Optional.empty();
        }
        double near = far.isPresent() ? 1 - far.getAsDouble() / metres : 0.5;
        double soon = 1 - (double) apart.toMillis() / Math.max(1, window.toMillis());
        double score = (same ? CATEGORY : 0) + PLACE * near + TIME * soon + WORDS * text;
        return score < rule.score()
                ? Optional.empty()
                : Optional.of(new Likely(other.id(), score, apart, far, same, List.copyOf(both)));
    }

    private static boolean sameVillage(Location a, Location b) {
        @Nullable String village = a.village();
        return village != null && village.equals(b.village());
    }

    /// The words that tell something: of some length, without the letters people hold too long.
    static Set<String> words(String text) {
        Set<String> all = new TreeSet<>();
        for (String w : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            String plain = w.replaceAll("(\\p{L})\\1+", "$1");
            if (plain.length() >= SHORTEST_WORD && !COMMON.contains(plain)) {
                all.add(plain);
            }
        }
        return all;
    }

    /// What people write about anything.
    private static final Set<String> COMMON = Set.of(
            "mohon", "tolong", "tulung", "segera", "cepat", "cepet", "pagi", "siang", "sore", "malam", "selamat",
            "terima", "kasih", "makasih", "matur", "nuwun", "yang", "dari", "sudah", "belum", "jalan", "depan", "dekat",
            "deket", "belakang", "kami", "saya", "warga", "bapak", "pihak", "terkait", "lokasi", "alamat", "ngarep",
            "sampai", "tidak", "karena", "untuk", "dengan", "juga", "masih", "lapor", "melaporkan", "laporan");
}
