package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeldOrderTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID NEW = new UUID(0, 9);
    private static final Map<UUID, Long> DUE = Map.of(A, 10L, B, 20L, C, 30L, NEW, 15L);

    private final HeldOrder order = new HeldOrder(List.of(A, B, C), id -> id.equals(A));

    @Test
    void whatIsNewIsCountedOnceAndLeavesTheCountWhenItMatchesNoMore() {
        order.matches(NEW);
        order.matches(NEW);
        order.matches(B);
        assertThat(order.arrived()).isEqualTo(1);
        assertThat(order.ids(0, 9)).containsExactly(A, B, C);
        order.matchesNot(NEW);
        assertThat(order.arrived()).isZero();
    }

    @Test
    void aCaseThatMatchesNoMoreKeepsItsPlaceAndOneThatIsGoneDoesNot() {
        order.matchesNot(B);
        assertThat(order.ids(0, 9)).containsExactly(A, B, C);
        order.remove(B);
        assertThat(order.ids(0, 9)).containsExactly(A, C);
        assertThat(order.ids(1, 1)).containsExactly(C);
        assertThat(order.ids(5, 1)).isEmpty();
    }

    @Test
    void anEmergencyStandsAmongThoseAtTheTopByItsBreach() {
        order.matches(NEW);
        order.promote(NEW, DUE::get);
        assertThat(order.arrived()).isZero();
        assertThat(order.ids(0, 9)).containsExactly(A, NEW, B, C);
        order.promote(C, DUE::get);
        assertThat(order.ids(0, 9)).containsExactly(A, NEW, C, B);
    }

    @Test
    void pinsStandUnderTheEmergenciesAndOneLetGoKeepsItsPlace() {
        order.pin(List.of(C, A, NEW));
        assertThat(order.ids(0, 9)).as("an emergency stays above, and what is not here is left out").containsExactly(A, C, B);
        order.promote(NEW, DUE::get);
        order.pin(List.of());
        assertThat(order.ids(0, 9)).containsExactly(A, NEW, C, B);
        order.pin(List.of(B));
        assertThat(order.ids(0, 9)).containsExactly(A, NEW, B, C);
    }

    @Test
    void anEmergencyMovesOnce() {
        order.promote(C, DUE::get);
        order.promote(B, DUE::get);
        order.promote(C, DUE::get);
        order.promote(A, DUE::get);
        assertThat(order.ids(0, 9)).containsExactly(A, B, C);
    }
}
