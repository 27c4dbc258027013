package id.anjungan.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Priority;
import id.anjungan.state.QueueFilter;
import id.anjungan.text.Lang;
import id.anjungan.ui.kit.Surabaya;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryParserTest {
    private static final Vocabulary WORDS = new Vocabulary(Surabaya.PROFILE, Lang.ID);
    private final QueryParser parser = new QueryParser(WORDS, "fajar");

    private CaseQuery query(String line) {
        Parsed p = parser.parse(line);
        assertThat(p.problems()).as(line).isEmpty();
        return p.query();
    }

    @Test
    void theLineOfTheManual() {
        CaseQuery q = query("kec:Tambaksari status:baru lewat");
        assertThat(q.districts()).containsExactly(Surabaya.area("Tambaksari"));
        assertThat(q.states()).containsExactly(CaseState.UNVERIFIED);
        assertThat(q.breached()).isTrue();
        assertThat(q.words()).isEmpty();
        assertThat(query("lewat status:baru kec:Tambaksari")).isEqualTo(q);
    }

    @Test
    void englishMeansTheSame() {
        assertThat(query("district:tambaksari state:new overdue owner:me priority:high"))
                .isEqualTo(query("kecamatan:Tambaksari status:baru lewat milik:saya prioritas:tinggi"));
        assertThat(query("channel:sp4n").channels()).isEqualTo(query("kanal:\"SP4N-LAPOR!\"").channels()).containsExactly("SP4N");
    }

    @Test
    void theBeginningOfANameIsEnoughAndSpacesDoNotMatter() {
        assertThat(query("kec:tamb").districts()).containsExactly(Surabaya.area("Tambaksari"));
        String pilang = Surabaya.area("Karang Pilang");
        assertThat(query("kec:\"karang pilang\"").districts()).containsExactly(pilang);
        assertThat(query("kec:karangpilang").districts()).containsExactly(pilang);
        assertThat(query("kec:pilang").districts()).containsExactly(pilang);
        assertThat(query("kec: tamb").districts()).containsExactly(Surabaya.area("Tambaksari"));
    }

    @Test
    void severalValuesOfOneOperatorAreAlternatives() {
        assertThat(query("kec:tambaksari,gubeng kec:rungkut").districts()).containsExactlyInAnyOrder(
                Surabaya.area("Tambaksari"), Surabaya.area("Gubeng"), Surabaya.area("Rungkut"));
        assertThat(query("prioritas:darurat,tinggi").priorities()).containsExactlyInAnyOrder(Priority.EMERGENCY, Priority.HIGH);
        assertThat(query("status:terbuka").states()).hasSize(4).allMatch(CaseState::open);
        assertThat(query("milik:saya,ratna,kosong").owners()).containsExactlyInAnyOrder("fajar", "ratna");
        assertThat(query("milik:saya,ratna,kosong").unclaimed()).isTrue();
    }

    @Test
    void wordsStayWords() {
        assertThat(query("truk lewat tengah malam")).isEqualTo(CaseQuery.words("truk lewat tengah malam"));
        assertThat(query("kec:gubeng \"lewat\" truk").words()).isEqualTo("lewat truk");
        assertThat(query("kec:gubeng \"lewat\" truk").breached()).isFalse();
        assertThat(query("jam 08:30 di http://x.id/a").words()).isEqualTo("jam 08:30 di http://x.id/a");
        assertThat(query("\"pelaku:budi\"").words()).isEqualTo("pelaku:budi");
    }

    @Test
    void whoReportedAndWhereAreLookedForThere() {
        CaseQuery q = query("telp:0812-3456 pelapor:siti alamat:\"Jl. Pacar Keling V/12\"");
        assertThat(q.reporter()).isEqualTo("siti 0812-3456");
        assertThat(q.address()).isEqualTo("Jl. Pacar Keling V/12");
        assertThat(q.words()).isEmpty();
    }

    @Test
    void anUnknownOperatorIsToldWithTheNearest() {
        Parsed p = parser.parse("kecamtan:Gubeng pohon");
        assertThat(p.problems()).singleElement().isInstanceOfSatisfying(
                Parsed.Problem.UnknownOperator.class, o -> {
                    assertThat(o.name()).isEqualTo("kecamtan");
                    assertThat(o.nearest()).contains("kecamatan");
                });
        assertThat(parser.parse("warna:merah").problems()).singleElement()
                .satisfies(x -> assertThat(x.nearest()).isEmpty());
    }

    @Test
    void anUnknownValueIsToldWithTheNearest() {
        assertThat(parser.parse("kec:Tambaksri").problems()).singleElement()
                .isInstanceOfSatisfying(Parsed.Problem.UnknownValue.class, v -> {
                    assertThat(v.operator()).isEqualTo(Operator.DISTRICT);
                    assertThat(v.nearest()).contains("Tambaksari");
                });
        assertThat(parser.parse("status:xyz").problems()).hasSize(1);
    }

    @Test
    void whatIsBeingTypedIsNoMistakeYet() {
        assertThat(query("kec:")).isEqualTo(CaseQuery.NOTHING);
        assertThat(query("kec:\"")).isEqualTo(CaseQuery.NOTHING);
        assertThat(query("kec:tambaksari,").districts()).hasSize(1);
    }

    @Test
    void theQueueShowsWhatItCanShow() {
        assertThat(QueueFilter.of(query("kec:gubeng lewat milik:saya pohon"), "fajar")).contains(new QueueFilter(
                true, false, true, Set.of(), Set.of(Surabaya.area("Gubeng")), Set.of(), Set.of(), Set.of(), "pohon"));
        assertThat(QueueFilter.of(query("kanal:wargaku milik:kosong"), "fajar")).map(QueueFilter::unclaimed).contains(true);
        assertThat(QueueFilter.of(query("status:baru"), "fajar")).isEmpty();
        assertThat(QueueFilter.of(query("milik:ratna"), "fajar")).isEmpty();
        assertThat(QueueFilter.of(query("kel:ketabang"), "fajar")).map(QueueFilter::villages).contains(Set.of(Surabaya.area("Ketabang")));
        assertThat(QueueFilter.of(query("kel:ketabang kec:genteng"), "fajar")).as("both, where the queue takes either").isEmpty();
    }
}
