package id.anjungan.central;

import id.anjungan.domain.Location;
import id.anjungan.domain.Person;
import id.anjungan.domain.Ids;
import id.anjungan.intake.IntakeItem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks at a delivered item: whether it can be used, and what it means in this city. A reason names the field.
/// Immutable, any thread.
final class ItemCheck {
    static final int TEXT_LIMIT = 20_000;
    private static final int SHORT_LIMIT = 300;

    private final City city;

    ItemCheck(City city) {
        this.city = city;
    }

    /// Thrown for an item that is set aside.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String reason) {
            super(reason, null, false, false);
        }
    }

    /// What is usable of an item, cleaned. `text` may be empty where the rest says enough.
    record Checked(
            IntakeItem item, String channel, String sourceId, String text, String category, Location location,
            Instant reportedAt, Person person) {}

    Checked check(IntakeItem i, Instant now) throws Unusable {
        if (i.kind() == null) {
            throw new Unusable("kind: missing");
        }
        String channel = needed("channel", i.channel());
        if (city.policy().channel(channel).isEmpty()) {
            throw new Unusable("channel: unknown code '" + channel + "'");
        }
        String source = needed("sourceId", i.sourceId());
        String text = within("text", i.text(), TEXT_LIMIT);
        if (i.kind() == IntakeItem.Kind.CHAT_LINE) {
            needed("lineId", i.lineId());
            needed("text", i.text());
        }
        boolean told = text != null || i.category() != null || i.service() != null || !i.attachments().isEmpty();
        if (i.kind() == IntakeItem.Kind.REPORT && !told) {
            throw new Unusable("text: missing, and nothing else says what it is about");
        }
        return new Checked(
                i, channel, source, text == null ? "" : text, category(i), location(i), reportedAt(i, now),
                person(i, channel, source));
    }

    private static String needed(String field, @Nullable String value) throws Unusable {
        String v = within(field, value, field.equals("text") ? TEXT_LIMIT : SHORT_LIMIT);
        if (v == null) {
            throw new Unusable(field + ": missing");
        }
        return v;
    }

    private static @Nullable String within(String field, @Nullable String value, int limit) throws Unusable {
        String v = Texts.clean(value);
        if (v != null && v.length() > limit) {
            throw new Unusable(field + ": longer than " + limit + " characters");
        }
        return v;
    }

    /// The item's own code when the city has it, else what the channel's word means, else the city's category for
    /// the rest: an item is never lost for a word nobody has mapped yet.
    private String category(IntakeItem i) {
        String code = Texts.clean(i.category());
        if (code != null && city.policy().category(code).isPresent()) {
            return code;
        }
        String service = Texts.clean(i.service());
        return Optional.ofNullable(service)
                .flatMap(city::categoryOf)
                .or(() -> Optional.ofNullable(code).flatMap(city::categoryOf))
                .orElseGet(city::fallbackCategory);
    }

    /// Areas the channel names and the city knows win; else the position tells.
    private Location location(IntakeItem i) throws Unusable {
        Double lat = i.lat();
        Double lon = i.lon();
        if ((lat == null) != (lon == null)) {
            throw new Unusable((lat == null ? "lat" : "lon") + ": missing, lat and lon come together");
        }
        range("lat", lat, 90);
        range("lon", lon, 180);
        String address = within("address", i.address(), SHORT_LIMIT * 2);
        String district = area(i.district(), false);
        String village = area(i.village(), true);
        if (lat != null && lon != null && (district == null || village == null)) {
            City.Place at = city.areaAt(lat, lon).orElse(null);
            if (at != null && (district == null || district.equals(at.district()))) {
                district = at.district();
                village = village == null ? at.village() : village;
            }
        }
        return new Location(lat, lon, address, district, village);
    }

    private static void range(String field, @Nullable Double v, double limit) throws Unusable {
        if (v != null && !(Math.abs(v) <= limit)) {
            throw new Unusable(field + ": not between -" + (int) limit + " and " + (int) limit);
        }
    }

    private @Nullable String area(@Nullable String named, boolean village) {
        String v = Texts.clean(named);
        return v == null ? null : city.areaCode(v, village).orElse(null);
    }

    /// A report from the future is one whose clock is wrong: it counts as reported now.
    private static Instant reportedAt(IntakeItem i, Instant now) {
        Instant at = i.reportedAt();
        return at == null || at.isAfter(now) ? now : at;
    }

    private static Person person(IntakeItem i, String channel, String source) throws Unusable {
        UUID id = Ids.ofPerson(channel, source);
        return new Person(
                id,
                within("name", i.name(), SHORT_LIMIT),
                within("phone", i.phone(), SHORT_LIMIT),
                within("account", i.account(), SHORT_LIMIT),
                within("email", i.email(), SHORT_LIMIT),
                false);
    }
}
