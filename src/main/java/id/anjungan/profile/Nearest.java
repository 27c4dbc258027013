package id.anjungan.profile;

import id.anjungan.domain.Location;
import id.anjungan.geo.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who is near a case: posts, hospitals, partner groups of the city, by distance as the crow flies.
public final class Nearest {
    /// What is looked for.
    public enum What {
        POSTS,
        HOSPITALS,
        GROUPS
    }

    /// A place or group, how far it is, and how to reach it. `approximate`: its position is good for a map only; that of
    /// a group is the middle of its area.
    public record Found(String name, double lat, double lon, double metres, String contact, boolean approximate) {}

    private Nearest() {}

    /// At most so many, nearest first.
    public static List<Found> of(CityProfile city, What what, double lat, double lon, int most, Locale locale) {
        List<Found> all = what == What.GROUPS ? groups(city, lat, lon) : places(city, what, lat, lon, locale);
        return all.stream().sorted(Comparator.comparingDouble(Found::metres)).limit(most).toList();
    }

    private static boolean fits(CityProfile.Place.Kind kind, What what) {
        return switch (kind) {
            case FIRE_POST, POST, POLICE, COMMAND_CENTRE -> what == What.POSTS;
            case HOSPITAL, CLINIC -> what == What.HOSPITALS;
            case GOVERNMENT, SERVICE, TERMINAL, STATION, PORT, MARKET, LANDMARK -> false;
        };
    }

    private static List<Found> places(CityProfile city, What what, double lat, double lon, Locale locale) {
        List<Found> all = new ArrayList<>();
        for (CityProfile.Place p : city.places()) {
            if (fits(p.kind(), what)) {
                all.add(new Found(
                        p.name().in(locale), p.lat(), p.lon(), metres(lat, lon, p.lat(), p.lon()), p.contact(),
                        p.approximate()));
            }
        }
        return all;
    }

    private static List<Found> groups(CityProfile city, double lat, double lon) {
        Map<String, Area> areas =
                city.areas().stream().collect(Collectors.toMap(Area::code, Function.identity(), (a, b) -> a));
        List<Found> all = new ArrayList<>();
        for (CityProfile.PartnerGroup g : city.partnerGroups()) {
            Area a = areas.get(g.area());
            if (a != null) {
                all.add(new Found(g.name(), a.lat(), a.lon(), metres(lat, lon, a.lat(), a.lon()), g.contact(), true));
            }
        }
        return all;
    }

    private static double metres(double lat, double lon, double toLat, double toLon) {
        return Location.of(lat, lon).metresTo(Location.of(toLat, toLon)).orElse(Double.MAX_VALUE);
    }
}
