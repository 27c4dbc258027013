package id.anjungan.profile;

import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads channels, agencies and categories: the doors, the offices, and what it is about.
final class OrganisationReader {
    private OrganisationReader() {}

    static List<CityProfile.Channel> channels(Fields file) {
        Set<String> codes = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        Set<String> orders = new HashSet<>();
        List<CityProfile.Channel> channels = new ArrayList<>();
        for (Fields row : file.requiredRows("channels")) {
            Names name = row.properName("name");
            channels.add(new CityProfile.Channel(
                    row.code(codes),
                    name,
                    row.has("shortName") ? row.properName("shortName") : name,
                    row.word("kind", Policy.Channel.Kind.COMPLAINT),
                    row.unique("prefix", prefixes),
                    order(row, orders),
                    privacy(row),
                    row.requiredDuration("staleAfter"),
                    row.flag("idempotentDelivery"),
                    row.flag("verification")));
            row.done();
        }
        file.done();
        channels.sort(Comparator.comparingInt(CityProfile.Channel::order));
        return channels;
    }

    private static int order(Fields row, Set<String> seen) {
        row.unique("order", seen);
        return row.whole("order", 0, 1, 999);
    }

    private static Privacy privacy(Fields row) {
        Fields privacy = row.table("privacy");
        if (privacy == null) {
            return Privacy.OPEN;
        }
        var found = new Privacy(privacy.flag("confidential"), privacy.flag("anonymous"), privacy.flag("sensitive"));
        privacy.done();
        return found;
    }

    static List<CityProfile.Agency> agencies(Fields file) {
        Set<String> seen = new HashSet<>();
        List<CityProfile.Agency> agencies = new ArrayList<>();
        List<Fields> rows = file.requiredRows("agencies");
        Codes codes = Codes.of("agency", "agencies.yaml", rows.stream().map(Fields::ownCode).toList());
        for (Fields row : rows) {
            String code = row.code(seen);
            String shortName = row.maybe("short");
            LocalDate from = row.date("validFrom");
            LocalDate to = row.date("validTo");
            if (from != null && to != null && to.isBefore(from)) {
                row.wrong(Mistake.Kind.WRONG_VALUE, "validTo", to.toString(), "must not be before validFrom " + from);
            }
            String successor = row.maybeRef("successor", codes);
            if (code.equals(successor)) {
                row.wrong(Mistake.Kind.WRONG_VALUE, "successor", code, "an agency does not succeed itself");
            }
            agencies.add(new CityProfile.Agency(
                    code, shortName == null ? code : shortName, row.properName("name"), row.texts("aliases"), from, to,
                    successor, List.copyOf(row.refs("predecessors", codes)), row.flag("partner"),
                    row.flag("emergency")));
            row.done();
        }
        file.done();
        return agencies;
    }

    static List<CityProfile.Category> categories(Fields file, Codes agencies) {
        Set<String> seen = new HashSet<>();
        Set<String> services = new HashSet<>();
        List<CityProfile.Category> categories = new ArrayList<>();
        for (Fields row : file.requiredRows("categories")) {
            categories.add(new CityProfile.Category(
                    row.code(seen),
                    row.bothLanguages("name"),
                    row.ref("agency", agencies),
                    row.refs("supporting", agencies),
                    row.word("priority", Priority.MEDIUM),
                    row.flag("sensitive"),
                    row.flag("graphic"),
                    row.whole("weight", 0, 0, 100_000),
                    row.uniqueTexts("services", services)));
            row.done();
        }
        file.done();
        return categories;
    }
}
