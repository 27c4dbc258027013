package id.anjungan.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Written as the JDK writes, read back as the same moment.
class InstantsTest {
    @Property(tries = 500)
    void writtenAsTheJdkWritesAndReadBack(
            @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nano, @ForAll @IntRange(min = 0, max = 3) int cut) {
        int unit = new int[] {1, 1_000, 1_000_000, 1_000_000_000}[cut];
        Instant at = Instant.ofEpochSecond(second, nano - nano % unit);
        assertThat(Json.write(at)).isEqualTo("\"" + at + "\"");
        assertThat(Json.read("\"" + at + "\"", Instant.class)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01 00:00:00Z",
        "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00,5Z", "2026-01-01T00:00:0xZ", "2026-01-01T00:00:00+07:00", ""})
    void otherFormsGoToTheGeneralReader(String text) {
        assertThat(Instants.plain(text)).isNull();
    }

    @org.junit.jupiter.api.Test
    void anOffsetIsStillUnderstood() {
        assertThat(Json.read("\"2026-01-01T07:00:00+07:00\"", Instant.class)).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }
}
