package id.anjungan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What speaks for two reports being the same, and what against.
class DuplicatesTest {
    private static final Policy.Likeness RULE =
            new Policy.Likeness(Duration.ofMinutes(10), 80, Set.of("flood"), Duration.ofMinutes(30), 400, 0.5);
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
    private static final double METRE = 1 / 111_195.0;

    private final Duplicates.Report fire = report("a", "fire", 0, 0, "KEBAKARAN di gudang plastik Margomulyo!!");

    private static Duplicates.Report report(String id, String category, int seconds, double metres, String words) {
        return new Duplicates.Report(
                Ids.of(id), category, Location.of(-7.25 + metres * METRE, 112.75), NOON.plusSeconds(seconds), words);
    }

    private List<UUID> likely(Duplicates.Report... others) {
        return Duplicates.among(fire, List.of(others), RULE).stream().map(Duplicates.Likely::id).toList();
    }

    @Test
    void one_category_within_ten_minutes_and_eighty_metres_is_likely_the_same() {
        assertThat(likely(report("b", "fire", 300, 60, "asap hitam"))).hasSize(1);
        assertThat(likely(report("b", "fire", 601, 60, "asap hitam"))).isEmpty();
        assertThat(likely(report("b", "fire", 300, 81, "asap hitam"))).isEmpty();
        assertThat(likely(report("b", "fire", -300, 10, ""))).as("earlier ones too").hasSize(1);
    }

    @Test
    void another_category_needs_the_same_words_at_the_same_place_and_time() {
        assertThat(likely(report("b", "explosion", 30, 5, "gudang plastik margomulyo kebakaran"))).hasSize(1);
        assertThat(likely(report("b", "explosion", 30, 5, "lampu jalan mati"))).isEmpty();
        assertThat(likely(report("b", "explosion", 500, 60, "gudang plastik margomulyo kebakaran"))).isEmpty();
    }

    @Test
    void what_is_wide_is_told_from_farther_off_and_for_longer() {
        var rain = report("a", "flood", 0, 0, "");
        assertThat(Duplicates.compare(rain, report("b", "flood", 1_500, 300, ""), RULE)).isPresent();
        assertThat(Duplicates.compare(rain, report("b", "flood", 1_500, 401, ""), RULE)).isEmpty();
    }

    @Test
    void without_a_position_it_takes_the_village_and_the_words() {
        Location village = new Location(null, null, "Jl. Margomulyo", "d", "v");
        var told = new Duplicates.Report(Ids.of("b"), "fire", village, NOON, "gudang plastik kebakaran");
        var here = new Duplicates.Report(
                Ids.of("a"), "fire", new Location(-7.25, 112.75, null, "d", "v"), NOON, fire.words());
        assertThat(Duplicates.compare(here, told, RULE)).get().extracting(Duplicates.Likely::metres).isEqualTo(OptionalDouble.empty());
        assertThat(Duplicates.compare(here, new Duplicates.Report(Ids.of("b"), "fire", village, NOON, "asap"), RULE)).isEmpty();
        assertThat(Duplicates.compare(fire, told, RULE)).as("village of the first not known").isEmpty();
    }

    @Test
    void it_says_why_and_the_likeliest_comes_first() {
        var near = report("n", "fire", 60, 10, "gudang plastik kobong");
        var far = report("f", "fire", 400, 70, "asap");
        List<Duplicates.Likely> all = Duplicates.among(fire, List.of(far, near, fire), RULE);
        assertThat(all).extracting(Duplicates.Likely::id).containsExactly(near.id(), far.id());
        Duplicates.Likely first = all.getFirst();
        assertThat(first.apart()).isEqualTo(Duration.ofMinutes(1));
        assertThat(first.metres().orElseThrow()).isBetween(9.0, 11.0);
        assertThat(first.sameCategory()).isTrue();
        assertThat(first.words()).containsExactly("gudang", "plastik");
    }

    @Test
    void held_letters_and_polite_words_do_not_count() {
        assertThat(Duplicates.words("Toloooong!! KEBAKARAAAN, mohon segera")).containsExactly("kebakaran");
    }
}
