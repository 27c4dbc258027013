package id.anjungan.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    private static List<CsvReader.Fields> read(String csv) {
        try (CsvReader r = new CsvReader(new StringReader(csv), ',')) {
            List<CsvReader.Fields> all = new ArrayList<>();
            for (CsvReader.Fields f = r.next(); f != null; f = r.next()) {
                all.add(f);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> fields(String csv) {
        return read(csv).stream().map(CsvReader.Fields::fields).toList();
    }

    @Test
    void quotedFieldsHoldSeparatorsLineEndsAndQuotes() {
        assertThat(fields("a,\"b,\"\"c\"\"\r\nd\",e\r\nf,,\n"))
                .containsExactly(List.of("a", "b,\"c\"\r\nd", "e"), List.of("f", "", ""));
    }

    @Test
    void everyLineEndCountsAndTheLastMayBeMissing() {
        assertThat(read("a\rb\r\nc\nd")).extracting(CsvReader.Fields::line).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void linesAreCountedThroughQuotesAndBlankLines() {
        List<CsvReader.Fields> all = read("h\n\n\"x\ny\r\nz\"\n   \nlast\n");
        assertThat(all).extracting(CsvReader.Fields::line).containsExactly(1L, 3L, 7L);
        assertThat(all.get(1).raw()).isEqualTo("\"x\ny\r\nz\"");
    }

    @Test
    void aQuoteInsideAFieldIsALetter() {
        assertThat(fields("5\" pipe,say \"hi\",\"a\"b\n")).containsExactly(List.of("5\" pipe", "say \"hi\"", "ab"));
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLineOnly() {
        List<CsvReader.Fields> all = read("1,ok\n2,\"open\n3,fine\n4,also fine\n5,end");
        assertThat(all).extracting(CsvReader.Fields::line).containsExactly(1L, 2L, 3L, 4L, 5L);
        CsvReader.Fields bad = all.stream().filter(f -> f.line() == 2).findFirst().orElseThrow();
        assertThat(bad.raw()).isEqualTo("2,\"open");
        assertThat(all.getLast().fields()).containsExactly("5", "end");
    }

    @Test
    void anOpenQuoteBeforeALongFileIsGivenUpAndTheRestIsRead() {
        StringBuilder csv = new StringBuilder("id,text\n0,\"open\n");
        int rows = CsvReader.LONGEST / 10;
        for (int i = 1; i <= rows; i++) {
            csv.append(i).append(",plain text\n");
        }
        List<CsvReader.Fields> all = read(csv.toString());
        assertThat(all).hasSize(rows + 2);
        assertThat(all.get(1).problem()).contains("never closed");
        assertThat(all.getLast().fields()).containsExactly(Integer.toString(rows), "plain text");
        assertThat(all.getLast().line()).isEqualTo(rows + 2);
    }

    @Test
    void aRecordWithoutEndIsReportedAndCostsBoundedMemory() {
        List<CsvReader.Fields> all = read("id,text\n1," + "a".repeat(3 * CsvReader.LONGEST) + "\n2,b\n");
        assertThat(all.get(1).problem()).contains("longer than");
        assertThat(all.get(1).raw()).hasSizeLessThanOrEqualTo(CsvReader.LONGEST);
        assertThat(all.get(2).fields()).containsExactly("2", "b");
    }

    @Property(tries = 500)
    void readsWhatAnotherParserReads(
            @ForAll @Size(min = 1, max = 6)
                    List<@Size(min = 2, max = 4) List<@StringLength(max = 6) @CharRange(from = 'a', to = 'c') String>> rows,
            @ForAll("nasty") List<String> nasty)
            throws IOException {
        StringBuilder csv = new StringBuilder();
        int n = 0;
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (String cell : row) {
                cells.add('"' + (cell + nasty.get(n++ % nasty.size())).replace("\"", "\"\"") + '"');
            }
            csv.append(String.join(",", cells)).append("\r\n");
        }
        List<List<String>> other = new ArrayList<>();
        try (MappingIterator<String[]> it = new CsvMapper()
                .readerForArrayOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(csv.toString())) {
            it.forEachRemaining(r -> other.add(Arrays.asList(r)));
        }
        assertThat(fields(csv.toString())).isEqualTo(other);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<String>> nasty() {
        return net.jqwik.api.Arbitraries.of("", ",", "\"", "\"\"", "\n", "\r\n", "\r", ", \"x\"\n", "🔥", " ").list().ofMinSize(1).ofMaxSize(8);
    }
}
