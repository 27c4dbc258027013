package id.anjungan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Ids that follow from names.
class IdsTest {
    private final UUID item = Ids.ofItem("sp4n", "A-1");

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(Ids.of("a", "bc")).isNotEqualTo(Ids.of("ab", "c")).isEqualTo(Ids.of("a", "bc"));
    }

    @Test
    void whatBelongsTogetherBeginsAlike() {
        UUID person = Ids.ofPerson("sp4n", "A-1");
        UUID entry = Ids.ofCommand(item, 0);
        assertThat(person).isNotEqualTo(entry);
        assertThat(first(person)).isEqualTo(first(item)).isEqualTo(first(entry));
        assertThat(first(Ids.ofLine("chat", "c1", "l1"))).isEqualTo(first(Ids.ofChat("chat", "c1")));
    }

    @Test
    void manyThingsOnOneAnchorStayApart() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(Ids.ofCommand(item, i));
        }
        assertThat(ids).hasSize(100_000).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(8);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    private static long first(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
