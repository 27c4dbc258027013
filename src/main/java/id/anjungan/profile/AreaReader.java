package id.anjungan.profile;

import id.anjungan.geo.Area;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what lies on the map: areas with their centres, partner groups, places.
final class AreaReader {
    private final Report report;
    private final Map<String, Area.Level> levels = new LinkedHashMap<>();
    private final String root;
    private final List<Area> areas = new ArrayList<>();
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, Integer> inhabitants = new LinkedHashMap<>();

    AreaReader(Report report, List<CityProfile.AreaLevel> known, String root) {
        this.report = report;
        this.root = root;
        known.forEach(l -> levels.put(l.code(), l.level()));
    }

    List<Area> areas() {
        return areas;
    }

    /// The kind of each area, by its code.
    Map<String, String> kinds() {
        return kinds;
    }

    /// Other spellings of area names, in lower case, to the code of the area.
    Map<String, String> aliases() {
        return aliases;
    }

    /// How many people live in an area, of those the table says it for.
    Map<String, Integer> inhabitants() {
        return inhabitants;
    }

    static List<CityProfile.AreaLevel> levels(Fields city) {
        Set<String> seen = new HashSet<>();
        List<CityProfile.AreaLevel> levels = new ArrayList<>();
        for (Fields row : city.requiredRows("areaLevels")) {
            levels.add(new CityProfile.AreaLevel(row.code(seen), row.word("level", Area.Level.DISTRICT), row.bothLanguages("name")));
            row.done();
        }
        if (!levels.isEmpty() && levels.stream().noneMatch(l -> l.level() == Area.Level.DISTRICT)) {
            city.wrong(Mistake.Kind.GAP, "areaLevels", "", "one of them must be of the level DISTRICT");
        }
        return levels;
    }

    void read(@Nullable Node file) {
        if (!(file instanceof Node.Items rows)) {
            return;
        }
        Set<String> seen = new HashSet<>();
        List<Fields> tables = Fields.rows(report, rows, "areas");
        Set<String> districts = new HashSet<>();
        tables.stream().filter(t -> levelOf(t) == Area.Level.DISTRICT).forEach(t -> districts.add(t.ownCode()));
        tables.forEach(row -> area(row, seen, districts));
        if (tables.isEmpty()) {
            report.add(Mistake.Kind.MISSING, rows.at(), "areas", "", "must list at least one");
        }
    }

    private Area.@Nullable Level levelOf(Fields row) {
        String kind = row.maybe("level");
        return kind == null ? null : levels.get(kind);
    }

    private void area(Fields row, Set<String> seen, Set<String> districts) {
        String code = row.code(seen);
        String name = row.text("name");
        String kind = row.ref("level", Codes.of("level", "city.yaml areaLevels", levels.keySet()));
        Area.Level level = levels.get(kind);
        String parent = row.text("parent");
        checkParent(row, parent, level, districts);
        String others = row.maybe("aliases");
        if (others != null) {
            for (String other : others.split("\\|")) {
                aliases.put(other.strip().toLowerCase(Locale.ROOT), code);
            }
        }
        double lat = row.degrees("lat", 90);
        double lon = row.degrees("lon", 180);
        int people = row.whole("inhabitants", 0, 0, 100_000_000);
        row.done();
        if (people > 0) {
            inhabitants.put(code, people);
        }
        if (!code.isEmpty() && level != null) {
            kinds.put(code, kind);
            areas.add(new Area(code, name, level, parent, lat, lon));
        }
    }

    /// A district lies in the city, a village in a district.
    private void checkParent(Fields row, String parent, Area.@Nullable Level level, Set<String> districts) {
        if (parent.isEmpty() || level == null) {
            return;
        }
        if (level == Area.Level.DISTRICT && !parent.equals(root)) {
            row.wrong(Mistake.Kind.UNKNOWN_CODE, "parent", parent, "a district lies in the city, \"" + root + "\"");
        }
        if (level == Area.Level.VILLAGE && !districts.contains(parent)) {
            row.wrong(
                    Mistake.Kind.UNKNOWN_CODE, "parent", parent,
                    Codes.of("district", "areas.csv", districts).wanted(parent));
        }
    }

    private static String contact(Fields row) {
        String given = row.maybe("contact");
        return given == null ? "" : given.strip();
    }

    static List<CityProfile.PartnerGroup> partnerGroups(Fields file, AreaReader known) {
        Set<String> seen = new HashSet<>();
        List<CityProfile.PartnerGroup> groups = new ArrayList<>();
        Codes areaCodes = Codes.of("area", "areas.csv", known.areas.stream().map(Area::code).toList());
        for (Fields row : file.rows("groups")) {
            groups.add(new CityProfile.PartnerGroup(row.code(seen), row.text("name"), row.ref("area", areaCodes), contact(row)));
            row.done();
        }
        Fields every = file.table("everyArea");
        if (every != null) {
            groups.addAll(everyArea(every, known, seen));
        }
        file.done();
        return groups;
    }

    /// A rule for cities where each area of a level has its group: `{code}` and `{name}` are the area's.
    private static List<CityProfile.PartnerGroup> everyArea(
            Fields rule, AreaReader known, Set<String> seen) {
        Codes levelCodes = Codes.of("level", "city.yaml", known.levels.keySet());
        String level = rule.ref("level", levelCodes);
        String code = rule.text("code");
        String name = rule.text("name");
        rule.done();
        List<CityProfile.PartnerGroup> groups = new ArrayList<>();
        for (Area a : known.areas) {
            String own = code.replace("{code}", a.code());
            if (level.equals(known.kinds.get(a.code())) && seen.add(own)) {
                groups.add(new CityProfile.PartnerGroup(own, name.replace("{name}", a.name()), a.code(), ""));
            }
        }
        return groups;
    }

    static List<CityProfile.Place> places(Fields file) {
        Set<String> seen = new HashSet<>();
        List<CityProfile.Place> places = new ArrayList<>();
        for (Fields row : file.rows("places")) {
            places.add(new CityProfile.Place(
                    row.code(seen), row.properName("name"), row.word("kind", CityProfile.Place.Kind.LANDMARK),
                    row.degrees("lat", 90), row.degrees("lon", 180), row.flag("approximate"),
                    contact(row)));
            row.done();
        }
        file.done();
        return places;
    }
}
