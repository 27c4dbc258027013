package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueFilterTest {
    @Test
    void aFilterSurvivesBeingWrittenDown() {
        QueueFilter f = QueueFilter.ALL
                .with(Facet.BREACHED).with(Facet.MINE).with(Facet.channel("WARGAKU")).with(Facet.channel("SP4N"))
                .with(Facet.district("35.78.10")).with(Facet.village("35.78.10.1001")).with(Facet.category("KBK")).with(Facet.agency("DPKP"))
                .withArea(id.anjungan.domain.Outline.box(-7.25, 112.7, -7.15, 112.8))
                .withText("a&b=c\nd%");
        assertThat(f.format()).doesNotContain("\n");
        assertThat(QueueFilter.parse(f.format())).isEqualTo(f);
        assertThat(QueueFilter.parse("")).isEqualTo(QueueFilter.ALL);
    }

    @Test
    void whatALaterVersionWroteIsLeftOut() {
        assertThat(QueueFilter.parse("mood=good&breached")).isEqualTo(QueueFilter.ALL.with(Facet.BREACHED));
    }
}
