package id.anjungan.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.CaseQuery;
import id.anjungan.text.Lang;
import id.anjungan.ui.kit.Surabaya;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is typed.
class QueryParserPropertyTest {
    private static final Vocabulary INDONESIAN = new Vocabulary(Surabaya.PROFILE, Lang.ID);
    private static final Vocabulary ENGLISH = new Vocabulary(Surabaya.PROFILE, Lang.EN);
    private static final QueryParser PARSER = new QueryParser(INDONESIAN, "fajar");

    /// An operator with one of its values, in one of the languages.
    record Term(Operator operator, String code, String text) {}

    @Provide
    Arbitrary<Term> terms() {
        return Arbitraries.of(Operator.values())
                // A city without tags of its own has no values to write.
                .filter(op -> !op.free() && !INDONESIAN.of(op).isEmpty())
                .flatMap(op -> Combinators.combine(
                                Arbitraries.of(INDONESIAN.of(op).stream().map(Vocabulary.Value::code).toList()),
                                Arbitraries.of(INDONESIAN, ENGLISH))
                        .as((code, v) -> new Term(op, code, v.term(op, v.value(op, code).orElseThrow()))));
    }

    @Provide
    Arbitrary<List<Term>> manyTerms() {
        return terms().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of(" ", "\"", ":", ",", "kec:", "status:", "lewat", "milik:saya", "kec:Tambaksari", "foo:bar", "\"a b\"", "//"));
        return piece.list().ofMaxSize(12).map(all -> String.join("", all));
    }

    @Property
    void nothingThatIsTypedBreaksIt(@ForAll("lines") String line) {
        Parsed p = PARSER.parse(line);
        assertThat(p.query()).isNotNull();
        new Completer(INDONESIAN).of(line).forEach(c -> assertThat(PARSER.parse(c.line())).isNotNull());
    }

    @Property
    void tokensCoverTheLineInOrder(@ForAll("lines") String line) {
        int at = 0;
        for (Token t : Token.of(line)) {
            assertThat(line.substring(at, t.start())).isBlank();
            assertThat(t.end()).isGreaterThan(t.start());
            at = t.end();
        }
        assertThat(line.substring(at)).isBlank();
    }

    /// What the desk writes, it reads; and whoever wrote it, in whichever language, means the same.
    @Property
    void aTermThatIsWrittenMeansItsValueAndNothingElse(@ForAll("terms") Term term) {
        Parsed p = PARSER.parse(term.text());
        assertThat(p.problems()).as(term.text()).isEmpty();
        assertThat(p.understood()).singleElement().satisfies(u -> {
            assertThat(u.operator()).isEqualTo(term.operator());
            assertThat(u.meaning()).isEqualTo(INDONESIAN.value(term.operator(), term.code()).orElseThrow().name());
        });
    }

    @Property
    void theOrderOfTermsDoesNotMatter(@ForAll("manyTerms") List<Term> terms, @ForAll Random dice) {
        List<Term> mixed = new ArrayList<>(terms);
        Collections.shuffle(mixed, dice);
        assertThat(query(mixed)).isEqualTo(query(terms));
    }

    private static CaseQuery query(List<Term> terms) {
        return PARSER.parse(String.join(" ", terms.stream().map(Term::text).toList())).query();
    }

    /// Going on as offered, one ends with a line that is understood.
    @Property
    void whatIsOfferedIsUnderstood(@ForAll("terms") Term term, @ForAll Random dice) {
        int cut = term.text().indexOf(':') + 1 + dice.nextInt(3);
        String begun = term.text().substring(0, Math.min(cut, term.text().length()));
        for (Completer.Completion c : new Completer(INDONESIAN).of(begun)) {
            assertThat(PARSER.parse(c.line()).problems()).as(c.line()).isEmpty();
        }
    }
}
