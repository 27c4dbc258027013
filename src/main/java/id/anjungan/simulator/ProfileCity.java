package id.anjungan.simulator;

import id.anjungan.geo.Area;
import id.anjungan.profile.CityProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A profile as the simulator sees it.
final class ProfileCity {
    private ProfileCity() {}

    static City of(CityProfile p) {
        Map<String, String> districts =
                p.districts().stream().collect(Collectors.toMap(Area::code, Area::name, (a, b) -> a));
        List<Area> smallest = p.villages().isEmpty() ? p.districts() : p.villages();
        return new City(
                p.code(),
                p.zone(),
                p.channels().stream().map(c -> new City.Channel(c.code(), c.kind())).toList(),
                p.categories().stream()
                        .map(c -> new City.Category(c.code(), c.name().id(), c.priority(), Math.max(1, c.weight())))
                        .toList(),
                smallest.stream().map(a -> village(a, districts)).toList(),
                p.places().stream()
                        .filter(place -> place.kind() != CityProfile.Place.Kind.COMMAND_CENTRE)
                        .map(place -> place.name().id())
                        .toList());
    }

    private static City.Village village(Area a, Map<String, String> districts) {
        String parent = a.parentCode();
        String district = a.level() == Area.Level.VILLAGE && parent != null ? parent : a.code();
        return new City.Village(a.code(), a.name(), district, districts.getOrDefault(district, a.name()), a.lat(), a.lon());
    }
}
