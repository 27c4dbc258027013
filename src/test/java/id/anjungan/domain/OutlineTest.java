package id.anjungan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutlineTest {
    /// An L: the upper right is missing.
    private static final Outline BENT = Outline.of(new double[] {0, 0, 1, 1, 2, 2}, new double[] {0, 2, 2, 1, 1, 0});

    @Test
    void whatLiesInsideIsHeldAlsoInABentShape() {
        assertThat(BENT.holds(0.5, 1.5)).isTrue();
        assertThat(BENT.holds(1.5, 0.5)).isTrue();
        assertThat(BENT.holds(1.5, 1.5)).isFalse();
        assertThat(BENT.holds(Double.NaN, Double.NaN)).isFalse();
    }

    @Test
    void itSurvivesBeingWrittenDown() {
        assertThat(Outline.parse(BENT.toString())).contains(BENT);
        assertThat(Outline.parse("")).isEmpty();
        assertThat(Outline.parse("1,2;3,4")).isEmpty();
        assertThat(Outline.parse("1,2;3,x;5,6")).isEmpty();
        assertThat(Outline.parse("1,2;93,4;5,6")).isEmpty();
        assertThatThrownBy(() -> Outline.of(new double[2], new double[2])).hasMessageContaining("3 to");
    }
}
