package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Priority;
import id.anjungan.store.CaseFacts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What is kept while cases change is what a look at each open case would count.
class TallyTest {
    private static final Instant T0 = Instant.parse("2026-11-24T00:00:00Z");
    private static final List<String> PEOPLE = List.of("ayu", "bima");
    private static final List<QueueFilter> FILTERS = List.of(
            QueueFilter.ALL, QueueFilter.ALL.with(Facet.MINE), QueueFilter.ALL.with(Facet.BREACHED),
            QueueFilter.ALL.with(Facet.UNCLAIMED).with(Facet.channel("c1")),
            QueueFilter.ALL.with(Facet.district("d1")).with(Facet.village("v2")));

    private static <T> T any(Random dice, List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    private static CaseFacts some(Random dice) {
        String by = dice.nextBoolean() ? any(dice, PEOPLE) : null;
        int district = dice.nextInt(4);
        return new CaseFacts(
                Ids.of("case", String.valueOf(dice.nextInt(40))), "N", "c" + dice.nextInt(3), "x", any(dice, List.of(Priority.values())),
                dice.nextInt(6) == 0 ? CaseState.DONE : CaseState.VERIFIED, "", district == 0 ? null : "d" + district,
                dice.nextInt(3) == 0 ? null : "v" + dice.nextInt(4), null, null, by, false, dice.nextBoolean() ? T0 : null,
                null, false, 1, dice.nextInt(4) == 0 ? null : T0.plusSeconds(dice.nextInt(100)), false, false, null, 1,
                Ids.of("p", "1"), T0.plusSeconds(dice.nextInt(100)), false, null, List.of(), null,
                dice.nextInt(6) == 0, 0, List.of());
    }

    @Property(tries = 60)
    void keptFiguresAreThoseOfALookAtEach(@ForAll long seed) {
        Random dice = new Random(seed);
        OpenCases open = new OpenCases();
        QueueFilter filter = any(dice, FILTERS);
        for (int step = 0; step < 150; step++) {
            int what = dice.nextInt(12);
            if (what == 0) {
                open.remove(Ids.of("case", String.valueOf(dice.nextInt(40))));
            } else if (what == 1) {
                filter = any(dice, FILTERS);
            } else if (what == 2 && dice.nextInt(10) == 0) {
                open.clear();
            } else {
                open.put(some(dice));
            }
            // Mostly forth; the estimate of the server's time is mended backwards now and then.
            long now = T0.plusSeconds(step - (dice.nextInt(9) == 0 ? 20 : 0)).toEpochMilli();
            open.advance(now);
            check(open, now);
            check(open, filter, now);
        }
    }

    private static int count(OpenCases open, Predicate<OpenCases.Open> which) {
        return (int) open.all().stream().filter(which).count();
    }

    private static void check(OpenCases open, long now) {
        Tally t = open.tally();
        assertThat(t.all().open).isEqualTo(open.all().size());
        assertThat(t.all().breached).isEqualTo(count(open, o -> o.breached(now)));
        assertThat(t.all().urgent).isEqualTo(count(open, OpenCases.Open::urgent));
        assertThat(t.heldBy("ayu")).isEqualTo(count(open, o -> o.heldBy("ayu")));
        assertThat(t.unclaimed()).isEqualTo(count(open, o -> o.claimedBy() == null));
        assertThat(t.oldestUnclaimed()).isEqualTo(open.all().stream()
                .filter(o -> o.claimedBy() == null).mapToLong(OpenCases.Open::received).min().orElse(Long.MAX_VALUE));
        assertThat(t.oldestBreach()).isEqualTo(open.all().stream()
                .filter(o -> o.breached(now)).mapToLong(OpenCases.Open::due).min().orElse(Long.MAX_VALUE));
        t.byChannel().forEach((channel, sum) -> {
            assertThat(sum.open).isEqualTo(count(open, o -> o.channel().equals(channel)));
            assertThat(sum.breached).isEqualTo(count(open, o -> o.channel().equals(channel) && o.breached(now)));
            assertThat(sum.oldest()).isEqualTo(open.all().stream()
                    .filter(o -> o.channel().equals(channel) && o.claimedBy() == null)
                    .mapToLong(OpenCases.Open::received).min().orElse(Long.MAX_VALUE));
        });
        t.byDistrict().forEach((district, sum) -> assertThat(sum.worst()).isEqualTo(open.all().stream()
                .filter(o -> district.equals(o.district()) && (o.breached(now) || !o.acknowledged()))
                .map(OpenCases.Open::priority).min(Priority::compareTo).orElse(null)));
    }

    private static void check(OpenCases open, QueueFilter f, long now) {
        List<OpenCases.Open> fits = open.all().stream()
                .filter(o -> !o.folded() && (!f.mine() || o.heldBy("ayu")) && (!f.unclaimed() || o.claimedBy() == null)
                        && (!f.breached() || o.breached(now))
                        && (f.channels().isEmpty() || f.channels().contains(o.channel()))
                        && ((f.districts().isEmpty() && f.villages().isEmpty())
                                || f.districts().contains(String.valueOf(o.district()))
                                || f.villages().contains(String.valueOf(o.village()))))
                .sorted(OpenCases.ORDER)
                .toList();
        Matching m = open.matching(f, "ayu");
        assertThat(m.ids()).containsExactlyInAnyOrderElementsOf(fits.stream().map(OpenCases.Open::id).toList());
        Set<UUID> urgent = fits.stream().filter(OpenCases.Open::urgent).map(OpenCases.Open::id).collect(Collectors.toSet());
        assertThat(m.urgent()).isEqualTo(urgent);
        UUID worst = fits.stream().filter(o -> o.claimedBy() == null).map(OpenCases.Open::id).findFirst().orElse(null);
        assertThat(Objects.equals(m.worstUnclaimed(), worst)).isTrue();
    }
}
