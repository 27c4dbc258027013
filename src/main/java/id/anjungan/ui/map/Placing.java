package id.anjungan.ui.map;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Location;
import id.anjungan.domain.Message;
import id.anjungan.geo.Area;
import id.anjungan.geo.AreaAt;
import id.anjungan.geo.Areas;
import id.anjungan.profile.AddressArea;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.state.Receipt;
import id.anjungan.ui.control.map.MapPin;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Says where a case is, or that it is elsewhere: a pin that somebody moves, and why. What nobody placed begins where
/// its address says it may be. On the JavaFX thread.
final class Placing {
    private final Desk desk;
    private final Supplier<Areas> areas;
    private final Function<Command, CompletableFuture<Receipt>> submit;
    final ObjectProperty<@Nullable MapPin> pin = new SimpleObjectProperty<>();
    final StringProperty reason = new SimpleStringProperty("");
    /// The area the address names, when the pin began there.
    final ObjectProperty<@Nullable Area> proposed = new SimpleObjectProperty<>();
    private @Nullable Case about;

    Placing(Desk desk, Supplier<Areas> areas, Function<Command, CompletableFuture<Receipt>> submit) {
        this.desk = desk;
        this.areas = areas;
        this.submit = submit;
    }

    boolean on() {
        return pin.get() != null;
    }

    /// The case that is placed.
    Optional<Case> about() {
        return Optional.ofNullable(about);
    }

    /// Begins with the case that is open; `otherwise` is where the pin begins when nothing says where. False when no case
    /// is open.
    boolean begin(MapPin otherwise) {
        CaseFile file = desk.caseFile().get().orElse(null);
        if (file == null) {
            return false;
        }
        about = file.c();
        reason.set("");
        proposed.set(null);
        MapPin from = from().orElse(null);
        if (from == null) {
            Optional<Area> named = named(file);
            proposed.set(named.orElse(null));
            from = named.or(() -> area(file.c().location())).map(a -> new MapPin(a.lat(), a.lon())).orElse(otherwise);
        }
        pin.set(from);
        return true;
    }

    /// Where the case was before, if anywhere.
    Optional<MapPin> from() {
        Location l = about == null ? Location.UNKNOWN : about.location();
        Double lat = l.lat();
        Double lon = l.lon();
        return lat == null || lon == null ? Optional.empty() : Optional.of(new MapPin(lat, lon));
    }

    private Optional<Area> named(CaseFile file) {
        CityProfile city = desk.profile().get();
        String address = file.c().location().address();
        Optional<Area> byAddress = address == null ? Optional.empty() : AddressArea.proposed(city, address);
        return byAddress.or(() -> file.entries().stream()
                .map(e -> e.message() == null ? null : file.messages().get(e.message()))
                .flatMap(java.util.stream.Stream::ofNullable)
                .findFirst()
                .map(Message::body)
                .flatMap(words -> AddressArea.proposed(city, words)));
    }

    private Optional<Area> area(Location l) {
        String code = l.village() != null ? l.village() : l.district();
        return code == null ? Optional.empty() : desk.profile().get().area(code);
    }

    /// The area under the pin; empty outside the city.
    Optional<AreaAt> under() {
        MapPin p = pin.get();
        return p == null ? Optional.empty() : areas.get().locate(p.lat(), p.lon());
    }

    /// How far the pin is from where the case was.
    OptionalDouble moved() {
        MapPin p = pin.get();
        MapPin f = from().orElse(null);
        return p == null || f == null
                ? OptionalDouble.empty()
                : Location.of(f.lat(), f.lon()).metresTo(Location.of(p.lat(), p.lon()));
    }

    boolean ready() {
        return on() && !reason.get().isBlank();
    }

    /// Gives the command; the pin goes when it was accepted. Empty when there is nothing to give yet.
    Optional<CompletableFuture<Receipt>> send() {
        MapPin p = pin.get();
        Case c = about;
        if (p == null || c == null || !ready()) {
            return Optional.empty();
        }
        AreaAt at = under().orElse(null);
        Area village = at == null ? null : at.village();
        Location was = c.location();
        Location to = new Location(
                p.lat(), p.lon(), was.address(), at == null ? was.district() : at.district().code(),
                at == null ? was.village() : village == null ? null : village.code());
        UUID id = c.id();
        long fencing = desk.caseFile().get().map(CaseFile::c).filter(now -> now.id().equals(id)).orElse(c).fencing();
        String why = reason.get().strip();
        end();
        return Optional.of(submit.apply(new Command.LocateCase(id, fencing, to, why)));
    }

    void end() {
        pin.set(null);
        about = null;
        proposed.set(null);
        reason.set("");
    }
}
