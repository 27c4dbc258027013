package id.anjungan.ui.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.WallPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnerTest {
    private static final Set<String> ALL = Set.of("overview", "map", "trend", "alarm");
    private static final UUID FIRE = new UUID(1, 1);
    private static final UUID CRASH = new UUID(1, 2);

    private final Turner turner = new Turner();
    private long seconds = 1_000;

    TurnerTest() {
        plan(WallPlan.Page.of("overview", 30), WallPlan.Page.of("map", 10), WallPlan.Page.of("trend", 20));
    }

    private void plan(WallPlan.Page... pages) {
        turner.plan(new WallPlan(
                WallPlan.ID, List.of(pages), "", List.of(), Duration.ofSeconds(60), "", Instant.EPOCH));
    }

    private String at(long later, Set<String> usable, UUID... emergencies) {
        seconds += later;
        return turner.turn(seconds * 1_000_000_000L, 12 * 60, usable, List.of(emergencies)).kind();
    }

    private String at(long later, UUID... emergencies) {
        return at(later, ALL, emergencies);
    }

    @Test
    void pagesTurnInTheirOrderEachForItsTime() {
        assertThat(at(0)).isEqualTo("overview");
        assertThat(at(29)).isEqualTo("overview");
        assertThat(at(1)).isEqualTo("map");
        assertThat(at(10)).isEqualTo("trend");
        assertThat(at(20)).isEqualTo("overview");
    }

    @Test
    void aPageThatHasNothingOrDoesNotFitIsPassedOver() {
        assertThat(at(0)).isEqualTo("overview");
        assertThat(at(30, Set.of("overview", "trend"))).isEqualTo("trend");
        assertThat(at(20, Set.of("overview", "trend"))).isEqualTo("overview");
        assertThat(at(0, Set.of())).isEmpty();
        assertThat(at(1, ALL)).isNotEmpty();
    }

    @Test
    void anEmergencyTakesTheWallAndGivesItBackWhenItIsAcknowledged() {
        at(0);
        assertThat(at(10, FIRE)).isEqualTo("alarm");
        assertThat(at(40, FIRE)).isEqualTo("alarm");
        assertThat(at(1)).as("the page it was taken from").isEqualTo("overview");
        assertThat(at(18)).as("with the time it had left").isEqualTo("overview");
        assertThat(at(2)).isEqualTo("map");
    }

    @Test
    void anEmergencyNobodyAcknowledgesGivesItBackAfterItsTimeAndTakesItOnce() {
        at(0);
        assertThat(at(1, FIRE)).isEqualTo("alarm");
        assertThat(at(59, FIRE)).isEqualTo("alarm");
        assertThat(at(1, FIRE)).isEqualTo("overview");
        assertThat(at(300, FIRE)).isNotEqualTo("alarm");
        assertThat(at(1, FIRE, CRASH)).as("another one").isEqualTo("alarm");
        assertThat(at(1, FIRE)).as("that is acknowledged").isNotEqualTo("alarm");
    }

    @Test
    void aNewerOneHasItsOwnTime() {
        at(0);
        at(1, FIRE);
        assertThat(at(50, FIRE, CRASH)).isEqualTo("alarm");
        assertThat(at(50, FIRE, CRASH)).isEqualTo("alarm");
        assertThat(at(10, FIRE, CRASH)).isEqualTo("overview");
    }

    @Test
    void theLeadComposesWhileItTurns() {
        at(0);
        assertThat(at(30)).isEqualTo("map");
        plan(WallPlan.Page.of("trend", 20), WallPlan.Page.of("map", 40));
        assertThat(at(5)).as("the page that is shown stays").isEqualTo("map");
        assertThat(at(35)).isEqualTo("trend");
        plan(WallPlan.Page.of("overview", 20).withShown(false), WallPlan.Page.of("map", 40));
        assertThat(at(1)).isEqualTo("map");
    }

    @Test
    void aPageHasItsHours() {
        plan(WallPlan.Page.of("overview", 30).between(13 * 60, 15 * 60), WallPlan.Page.of("map", 10));
        assertThat(at(0)).isEqualTo("map");
        assertThat(at(10)).isEqualTo("map");
        turner.turn(seconds * 1_000_000_000L, 13 * 60, ALL, List.of());
        assertThat(turner.turn((seconds + 10) * 1_000_000_000L, 13 * 60, ALL, List.of()).kind()).isEqualTo("overview");
    }

    @Test
    void sleepingForANightTurnsOnePageOnly() {
        at(0);
        assertThat(at(30_000)).isEqualTo("map");
        assertThat(at(9)).isEqualTo("map");
    }
}
