package id.anjungan.profile;

import id.anjungan.domain.ClockRule;
import id.anjungan.domain.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the clocks. A clock's length is written as people say it: `7 minutes`, `24 hours`, `8 working hours`,
/// `5 working days`.
final class ClockReader {
    private static final Pattern WITHIN = Pattern.compile("(\\d{1,5}) (minutes?|hours?|working hours?|working days?)");
    private static final Within NONE = new Within(1, ClockRule.Basis.MINUTES);

    private final Codes channels;
    private final Codes categories;

    ClockReader(Codes channels, Codes categories) {
        this.channels = channels;
        this.categories = categories;
    }

    private record Within(long amount, ClockRule.Basis basis) {}

    /// How long a citizen may wait for the first line in a live chat; two minutes when the city says nothing.
    static Duration chatFirstAnswer(Fields file) {
        Duration usual = Duration.ofMinutes(2);
        Fields chat = file.table("chat");
        if (chat == null) {
            return usual;
        }
        Duration found = chat.duration("firstAnswer", usual);
        chat.done();
        return found;
    }

    List<CityProfile.Clock> clocks(Fields file) {
        Set<String> seen = new HashSet<>();
        List<CityProfile.Clock> clocks = new ArrayList<>();
        for (Fields row : file.requiredRows("clocks")) {
            clocks.add(clock(row, seen));
            row.done();
        }
        file.done();
        return clocks;
    }

    private CityProfile.Clock clock(Fields row, Set<String> seen) {
        row.text("within");
        Within within = row.parsed(
                "within", NONE, "such as 7 minutes, 24 hours, 8 working hours or 5 working days", ClockReader::within);
        Set<ClockRule.Event> stops = row.wordSet("stops", ClockRule.Event.class);
        if (stops.isEmpty()) {
            row.wrong(Mistake.Kind.MISSING, "stops", "", "say what stops it, such as [ANSWERED, CLOSED]");
        }
        ClockRule rule = new ClockRule(
                row.code(seen), row.refs("channels", channels), categories(row),
                row.wordSet("priorities", Priority.class), within.basis(), within.amount(),
                row.word("starts", ClockRule.Event.RECEIVED), stops, row.flag("pausable"), row.text("source"));
        return new CityProfile.Clock(rule, row.bothLanguages("name"), extension(row));
    }

    /// The categories named, or all but those excepted.
    private Set<String> categories(Fields row) {
        Set<String> named = row.refs("categories", categories);
        Set<String> excepted = row.refs("exceptCategories", categories);
        if (excepted.isEmpty()) {
            return named;
        }
        if (!named.isEmpty()) {
            row.wrong(Mistake.Kind.WRONG_VALUE, "exceptCategories", "", "goes only without categories");
        }
        Set<String> rest = new LinkedHashSet<>(categories.known());
        rest.removeAll(excepted);
        return rest;
    }

    private static CityProfile.@Nullable Extension extension(Fields row) {
        Fields extension = row.table("extension");
        if (extension == null) {
            return null;
        }
        var found = new CityProfile.Extension(extension.whole("amount", 1, 1, 1000), extension.whole("times", 1, 1, 10));
        extension.done();
        return found;
    }

    private static Optional<Within> within(String text) {
        Matcher m = WITHIN.matcher(text);
        if (!m.matches() || Long.parseLong(m.group(1)) == 0) {
            return Optional.empty();
        }
        String unit = m.group(2);
        ClockRule.Basis basis = unit.startsWith("working d")
                ? ClockRule.Basis.WORKING_DAYS
                : unit.startsWith("working")
                        ? ClockRule.Basis.WORKING_HOURS
                        : unit.startsWith("hour") ? ClockRule.Basis.CALENDAR_HOURS : ClockRule.Basis.MINUTES;
        return Optional.of(new Within(Long.parseLong(m.group(1)), basis));
    }
}
