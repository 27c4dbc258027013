package id.anjungan.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// An order that is kept as text, knows what is new, and never leaves nothing to see.
class OrderingTest {
    private static final List<String> USUAL = List.of("queue", "map", "file");

    @Test
    void movingAndHidingIsKeptAsText() {
        Ordering o = Ordering.USUAL.move(USUAL, "file", -1).toggle(USUAL, "map");
        assertThat(o.format()).isEqualTo("queue file -map");
        assertThat(Ordering.parse(o.format())).isEqualTo(o);
        assertThat(o.shown(USUAL)).containsExactly("queue", "file");
        assertThat(o.toggle(USUAL, "map").shown(USUAL)).containsExactly("queue", "file", "map");
        assertThat(Ordering.USUAL.move(USUAL, "queue", -1).all(USUAL)).isEqualTo(USUAL);
    }

    @Test
    void whatIsNewComesLastAndWhatIsGoneIsLeftOut() {
        Ordering o = Ordering.parse("gone file queue file");
        assertThat(o.all(USUAL)).containsExactly("file", "queue", "map");
        assertThat(Ordering.parse("").shown(USUAL)).isEqualTo(USUAL);
    }

    @Test
    void theLastThatIsShownStays() {
        Ordering one = Ordering.parse("-queue -map file");
        assertThat(one.toggle(USUAL, "file").shown(USUAL)).containsExactly("file");
        assertThat(Ordering.parse("-queue -map -file").shown(USUAL)).isEqualTo(USUAL);
    }
}
