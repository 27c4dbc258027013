package id.anjungan.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.kit.Surabaya;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryGuessTest {
    private static java.util.Optional<String> of(String... said) {
        return CategoryGuess.of(Surabaya.PROFILE.categories(), List.of(said));
    }

    @Test
    void the_category_that_shares_most_words_is_proposed() {
        assertThat(of("halo min", "lampu jalan depan rumah padam")).contains("PJU-PDM");
        assertThat(of("ada pohon tumbang nutup jalan")).contains("PHN-TBG");
        assertThat(of("there is a fallen tree")).contains("PHN-TBG");
    }

    @Test
    void nothing_is_proposed_when_nothing_is_known() {
        assertThat(of("halo min", "mau tanya")).isEmpty();
        assertThat(of()).isEmpty();
    }
}
