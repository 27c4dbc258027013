package id.anjungan.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.text.Lang;
import id.anjungan.ui.kit.Surabaya;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompleterTest {
    private final Completer indonesian = new Completer(new Vocabulary(Surabaya.PROFILE, Lang.ID));
    private final Completer english = new Completer(new Vocabulary(Surabaya.PROFILE, Lang.EN));

    private static List<String> lines(Completer c, String line) {
        return c.of(line).stream().map(Completer.Completion::line).toList();
    }

    @Test
    void anOperatorGoesOnByItsName() {
        assertThat(lines(indonesian, "ke")).containsExactly("kec:", "kel:");
        assertThat(lines(indonesian, "pohon sta")).containsExactly("pohon status:");
        assertThat(lines(english, "dis")).containsExactly("district:");
    }

    @Test
    void aValueGoesOnByItsName() {
        assertThat(lines(indonesian, "kec:tamb")).containsExactly("kec:Tambaksari ");
        assertThat(lines(indonesian, "kec:kar")).containsExactly("kec:\"Karang Pilang\" ");
        assertThat(lines(indonesian, "status:")).contains("status:baru ").hasSize(Completer.MOST);
        assertThat(lines(english, "status:")).contains("status:new ");
        assertThat(lines(indonesian, "kec:gubeng,tamb")).containsExactly("kec:gubeng,Tambaksari ");
    }

    @Test
    void lateIsOfferedWithItsOperator() {
        assertThat(lines(indonesian, "lew")).containsExactly("batas:lewat ");
        assertThat(lines(indonesian, "batas:l")).containsExactly("batas:lewat ");
    }

    @Test
    void whatIsFinishedIsLeftAlone() {
        assertThat(lines(indonesian, "kec:Tambaksari")).isEmpty();
        assertThat(lines(indonesian, "kec:Tambaksari ")).isEmpty();
        assertThat(lines(indonesian, "")).isEmpty();
        assertThat(lines(indonesian, "warna:")).isEmpty();
        assertThat(lines(indonesian, "telp:08")).isEmpty();
    }
}
