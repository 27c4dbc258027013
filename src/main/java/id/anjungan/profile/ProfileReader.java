package id.anjungan.profile;

import id.anjungan.domain.Policy;
import id.anjungan.domain.WorkCalendar;
import id.anjungan.geo.Area;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns the trees of a profile's files into a [CityProfile]. Files are read in an order in which what is
/// referred to has been read before. What it returns is only to be used when the report stayed empty.
final class ProfileReader {
    private final Report report;
    private final Map<String, Node> trees;

    ProfileReader(Report report, Map<String, Node> trees) {
        this.report = report;
        this.trees = trees;
    }

    CityProfile read(String document) {
        Fields city = file("city.yaml");
        ZoneId zone = zone(city);
        List<CityProfile.Channel> channels = OrganisationReader.channels(file("channels.yaml"));
        Codes channelCodes = codes("channel", "channels.yaml", channels, CityProfile.Channel::code);
        List<CityProfile.Agency> agencies = OrganisationReader.agencies(file("agencies.yaml"));
        Codes agencyCodes = codes("agency", "agencies.yaml", agencies, CityProfile.Agency::code);
        List<CityProfile.AreaLevel> areaLevels = AreaReader.levels(city);
        String areaCode = city.text("areaCode");
        AreaReader areas = new AreaReader(report, areaLevels, areaCode);
        areas.read(trees.get("areas.csv"));
        Codes areaCodes = codes("area", "areas.csv", areas.areas(), Area::code);
        List<CityProfile.Category> categories = OrganisationReader.categories(file("categories.yaml"), agencyCodes);
        Codes categoryCodes = codes("category", "categories.yaml", categories, CityProfile.Category::code);
        Fields clockFile = file("clocks.yaml");
        Duration chatFirstAnswer = ClockReader.chatFirstAnswer(clockFile);
        List<CityProfile.Clock> clocks = new ClockReader(channelCodes, categoryCodes).clocks(clockFile);
        Fields escalation = file("escalation.yaml");
        List<CityProfile.Level> levels = EscalationReader.levels(escalation);
        Policy.Escalation rules = EscalationReader.escalation(escalation, levels);
        CalendarReader calendar = new CalendarReader(file("calendar.yaml"));
        WorkCalendar work = calendar.read(zone);
        TextReader texts = new TextReader(channelCodes, categoryCodes, areaCodes);
        Fields templates = file("templates.yaml");
        List<CityProfile.Folder> folders = texts.folders(templates);
        Map<String, Names> insteadOf = TextReader.insteadOf(templates);
        CityProfile profile = new CityProfile(
                city.text("code"), city.properName("name"), version(city, document), zone, city.text("zoneLabel"),
                areaCode, centre(city), TileReader.tiles(city), city.texts("attributions"), channels, agencies, areaLevels, areas.areas(),
                areas.kinds(), areas.aliases(), areas.inhabitants(), categories, clocks, chatFirstAnswer, levels, rules, work, calendar.freeDays(),
                calendar.ramadanEstimated(), AreaReader.partnerGroups(file("kim.yaml"), areas),
                AreaReader.places(file("places.yaml")), folders, texts.templates(templates, folders), insteadOf,
                TextReader.glossary(file("glossary.yaml")), texts.operators(file("operators.yaml")),
                new ViewReader(channelCodes, categoryCodes, areaCodes, agencyCodes).views(file("views.yaml")), limits(city),
                CaseReader.closing(city, channelCodes, categoryCodes), CaseReader.likeness(city, categoryCodes),
                keepClosed(city), targets(city), imports(city, channelCodes, categoryCodes),
                document);
        city.done();
        return profile;
    }

    /// The top of a file; an empty table when it is absent, which is reported elsewhere when it matters.
    private Fields file(String name) {
        Node tree = trees.get(name);
        if (tree == null) {
            return Fields.absent(name);
        }
        return Fields.top(report, tree, name);
    }

    private <T> Codes codes(String what, String file, List<T> of, Function<T, String> code) {
        return new Codes(what, file, of.stream().map(code).toList(), trees.containsKey(file));
    }

    private static ZoneId zone(Fields city) {
        city.text("zone");
        return city.<ZoneId>parsed("zone", ZoneOffset.UTC, "a time zone such as Asia/Jakarta", v -> {
            try {
                return Optional.of(ZoneId.of(v));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static CityProfile.Centre centre(Fields city) {
        Fields centre = city.requiredTable("centre");
        var found = new CityProfile.Centre(
                centre.degrees("lat", 90), centre.degrees("lon", 180), centre.whole("zoom", 12, 1, 20));
        centre.done();
        return found;
    }

    /// In the file as whole percent.
    private static CityProfile.Targets targets(Fields city) {
        Fields targets = city.table("targets");
        if (targets == null) {
            return CityProfile.Targets.USUAL;
        }
        var found = new CityProfile.Targets(
                targets.whole("withinDeadline", 90, 1, 100) / 100.0, targets.whole("emergencyLine", 90, 1, 100) / 100.0);
        targets.done();
        return found;
    }

    private static Policy.Limits limits(Fields city) {
        Policy.Limits usual = Policy.Limits.DEFAULT;
        Fields limits = city.table("limits");
        if (limits == null) {
            return usual;
        }
        var found = new Policy.Limits(
                limits.duration("undo", usual.undo()),
                limits.duration("offlineAfter", usual.offlineAfter()),
                limits.duration("absence", usual.absence()),
                limits.duration("absenceOffline", usual.absenceOffline()),
                limits.duration("sameWindow", usual.sameWindow()),
                limits.whole("sameMetres", (int) usual.sameMetres(), 1, 100_000));
        limits.done();
        return found;
    }

    /// When a city does not say: a quarter of a year, which is what reports look back on.
    private static final int KEEP_CLOSED_DAYS = 90;

    /// `desk: {keepClosedDays: 90}`; between a week and ten years.
    private static Duration keepClosed(Fields city) {
        Fields desk = city.table("desk");
        if (desk == null) {
            return Duration.ofDays(KEEP_CLOSED_DAYS);
        }
        Duration keep = Duration.ofDays(desk.whole("keepClosedDays", KEEP_CLOSED_DAYS, 7, 3_650));
        desk.done();
        return keep;
    }

    private static CityProfile.@Nullable ImportDefaults imports(Fields city, Codes channels, Codes categories) {
        Fields imports = city.table("import");
        if (imports == null) {
            return null;
        }
        var found = new CityProfile.ImportDefaults(imports.ref("channel", channels), imports.ref("category", categories));
        imports.done();
        return found;
    }

    /// The declared version, and twelve digits of the content's hash.
    private static String version(Fields city, String document) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
            return city.text("version") + "+" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
