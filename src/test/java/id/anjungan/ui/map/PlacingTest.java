package id.anjungan.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Location;
import id.anjungan.geo.Area;
import id.anjungan.profile.Nearest;
import id.anjungan.state.CaseFile;
import id.anjungan.ui.control.map.MapPin;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacingTest {
    private static final MapPin MIDDLE = new MapPin(-7.26, 112.75);

    private final FakeDesk desk = Samples.busy();
    private final Placing placing = new Placing(desk, () -> Surabaya.AREAS, desk::submit);

    private UUID open(@Nullable Double lat, @Nullable Double lon, String address) {
        CaseFile f = desk.files.values().iterator().next();
        Case c = f.c().edit(FakeDesk.START, FakeDesk.START).location(new Location(lat, lon, address, null, null)).build();
        desk.files.put(c.id(), new CaseFile(
                c, f.person(), f.entries(), f.messages(), f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending()));
        desk.select(c.id());
        return c.id();
    }

    @Test
    void aCorrectionNeedsAReasonAndTellsTheAreaUnderThePin() {
        UUID opened = open(-7.25, 112.74, "Jl. Tunjungan");
        assertThat(placing.begin(MIDDLE)).isTrue();
        assertThat(placing.pin.get()).isEqualTo(new MapPin(-7.25, 112.74));
        var keputih = Surabaya.PROFILE.areaNamed("Keputih", Area.Level.VILLAGE).orElseThrow();
        placing.pin.set(new MapPin(keputih.lat(), keputih.lon()));
        assertThat(placing.moved().orElseThrow()).isBetween(5_000.0, 12_000.0);
        assertThat(placing.send()).as("without a reason").isEmpty();
        assertThat(desk.submitted).isEmpty();
        placing.reason.set(" salah titik ");
        assertThat(placing.send()).isPresent();
        Command.LocateCase c = (Command.LocateCase) desk.submitted.getFirst();
        assertThat(c.caseId()).isEqualTo(opened);
        assertThat(c.reason()).isEqualTo("salah titik");
        assertThat(c.location().village()).isEqualTo(keputih.code());
        assertThat(c.location().district()).isEqualTo(keputih.parentCode());
        assertThat(c.location().address()).isEqualTo("Jl. Tunjungan");
        assertThat(placing.on()).isFalse();
    }

    @Test
    void whatHasNoPositionBeginsWhereItsAddressSays() {
        open(null, null, "RT 5 Keputih, Sukolilo");
        assertThat(placing.begin(MIDDLE)).isTrue();
        assertThat(Objects.requireNonNull(placing.proposed.get()).name()).isEqualTo("Keputih");
        assertThat(placing.under().orElseThrow().village()).extracting("name").isEqualTo("Keputih");
        assertThat(placing.moved()).isEmpty();
        placing.end();
        desk.select(null);
        assertThat(placing.begin(MIDDLE)).as("no case is open").isFalse();
    }

    @Test
    void theNearestAreFoundForTheCaseThatIsOpen() {
        Around around = new Around(desk);
        open(-7.25, 112.74, "");
        assertThat(around.found(Locale.ROOT)).as("not asked for").isEmpty();
        around.shown.set(true);
        around.what.set(Nearest.What.GROUPS);
        assertThat(around.found(Locale.ROOT)).hasSize(10);
        open(null, null, "");
        assertThat(around.found(Locale.ROOT)).isEmpty();
    }
}
