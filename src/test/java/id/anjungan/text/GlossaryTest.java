package id.anjungan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryTest {
    private final Glossary words = new Glossary(List.of(
            new Glossary.Entry("peteng", "gelap", false),
            new Glossary.Entry("peteng dhedhet", "gelap gulita", false),
            new Glossary.Entry("po'o", "dong", false),
            new Glossary.Entry("arek-arek", "anak muda", false),
            new Glossary.Entry("oleh", "mendapat", true)));

    private List<String> meanings(String text) {
        return words.find(text).stream()
                .map(f -> text.substring(f.start(), f.end()) + "=" + f.meaning())
                .toList();
    }

    @Test
    void aPhraseCountsBeforeItsWords() {
        assertThat(meanings("Peteng dhedhet rek, peteng!")).containsExactly("Peteng dhedhet=gelap gulita", "peteng=gelap");
        assertThat(meanings("peteng, dhedhet")).containsExactly("peteng=gelap");
        assertThat(meanings("peteng\n dhedhet")).containsExactly("peteng\n dhedhet=gelap gulita");
    }

    @Test
    void apostropheAndHyphenBelongToAWord() {
        assertThat(meanings("ditegor po’o pak")).containsExactly("po’o=dong");
        assertThat(meanings("Arek-arek, arek")).containsExactly("Arek-arek=anak muda");
        assertThat(meanings("petengah")).isEmpty();
    }

    @Test
    void aWordThatIndonesianHasTooCountsOnlyBesideAnother() {
        assertThat(meanings("dipukuli oleh suami")).isEmpty();
        assertThat(meanings("gak oleh bantuan, peteng")).containsExactly("oleh=mendapat", "peteng=gelap");
    }

    @Test
    void nothingIsFoundInNothing() {
        assertThat(words.find("")).isEmpty();
        assertThat(Glossary.NONE.find("peteng")).isEmpty();
    }
}
