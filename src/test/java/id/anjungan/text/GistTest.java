package id.anjungan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GistTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Yth. Bapak/Ibu petugas. Dahan pohon patah. Mohon dipangkas. | Dahan pohon patah
            Assalamualaikum, selamat siang. Lampu di Jl. Kenjeran No. 12 RT. 3 mati! Gelap. | Lampu di Jl. Kenjeran No. 12 RT. 3 mati!
            Yth. DLH, dahan pohon rapuh. Terima kasih. | Yth. DLH, dahan pohon rapuh
            Kepada Pemerintah Kota. Jalan rusak | Jalan rusak
            selamat siang min, lampu mati | selamat siang min, lampu mati
            Good morning. A tree fell. | A tree fell
            Selamat siang. | Selamat siang
            versi 2.5 gagal dibuka. Lagi. | versi 2.5 gagal dibuka
            """)
    void the_first_sentence_that_says_something(String text, String title) {
        assertThat(Gist.sentence(text)).isEqualTo(title);
    }

    @Test
    void the_rest_of_the_text_stays() {
        assertThat(Gist.of(" Yth. Bapak/Ibu petugas.\nDahan patah. Mohon dipangkas. ")).isEqualTo("Dahan patah. Mohon dipangkas.");
        assertThat(Gist.sentence("Dahan patah\ndi depan rumah")).isEqualTo("Dahan patah");
        assertThat(Gist.of("")).isEmpty();
        assertThat(Gist.sentence("...")).isEqualTo("..");
    }
}
