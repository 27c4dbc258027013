package id.anjungan.profile;

import id.anjungan.geo.Area;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which area an address names, for a case nobody has put on the map: a proposal, never more.
public final class AddressArea {
    private AddressArea() {}

    /// The village whose name or other spelling the text has as whole words; where several have one, the one in a
    /// district that is named too, then the one with the longest name. Without a village a district.
    public static Optional<Area> proposed(CityProfile city, String text) {
        String folded = fold(text);
        if (folded.isBlank()) {
            return Optional.empty();
        }
        List<Area> named = city.areas().stream().filter(a -> names(city, a).anyMatch(n -> has(folded, n))).toList();
        Comparator<Area> better = Comparator.comparingInt((Area a) -> parentNamed(named, a) ? 1 : 0)
                // A village may be called after its district: then the name more likely means the district.
                .thenComparingInt(a -> calledAfterDistrict(named, a) ? 0 : 1)
                .thenComparingInt(a -> a.name().length())
                .thenComparing(Area::code, Comparator.reverseOrder());
        Optional<Area> village =
                named.stream().filter(a -> a.level() == Area.Level.VILLAGE && !streetOnly(folded, a)).max(better);
        return village.or(() -> named.stream().filter(a -> a.level() == Area.Level.DISTRICT).max(better));
    }

    private static java.util.stream.Stream<String> names(CityProfile city, Area a) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(fold(a.name())),
                city.areaAliases().entrySet().stream().filter(e -> e.getValue().equals(a.code())).map(Map.Entry::getKey).map(AddressArea::fold));
    }

    private static boolean parentNamed(List<Area> named, Area a) {
        return named.stream().anyMatch(d -> d.level() == Area.Level.DISTRICT && d.code().equals(a.parentCode()));
    }

    private static boolean calledAfterDistrict(List<Area> named, Area a) {
        return named.stream().anyMatch(d -> d.level() == Area.Level.DISTRICT && d.name().equalsIgnoreCase(a.name()));
    }

    /// A street is often called after a village it only leads to.
    private static boolean streetOnly(String folded, Area a) {
        String name = Pattern.quote(fold(a.name()));
        String rest = folded.replaceAll(" (jl|jln|jalan|gang|gg)" + name, " ");
        return !has(rest, fold(a.name())) && has(folded, fold(a.name()));
    }

    private static boolean has(String folded, String name) {
        return !name.isBlank() && folded.contains(name);
    }

    /// Lower case, only letters and figures, single blanks, one at each end.
    private static String fold(String text) {
        return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
}
