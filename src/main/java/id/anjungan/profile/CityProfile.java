package id.anjungan.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.anjungan.domain.Actor;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.ClockRule;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import id.anjungan.domain.Right;
import id.anjungan.domain.Role;
import id.anjungan.domain.WorkCalendar;
import id.anjungan.geo.Area;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A whole city as data: what screens, central, simulator and feed need to know of it. A value, safe on any
/// thread. Made by [ProfileLoader] only, which lets nothing inconsistent through: every code named here exists.
///
/// `version` is the declared version and a hash of the content, so two profiles with one version are the same.
/// `areaKinds` gives the kind of each area by its code (see [#kindOf]); `areaAliases` gives the code of an area by
/// another spelling of its name, in lower case; `inhabitants` how many people live in an area, where the city says so. `keepClosed`: how long a desk keeps cases after they were closed; older
/// ones only the server has. `insteadOf`: what a prepared answer says for a variable whose value is not known, such as a
/// polite word for a name. `document` is the profile as text of one JSON document, which is how it travels to consoles.
public record CityProfile(
        String code,
        Names name,
        String version,
        ZoneId zone,
        String zoneLabel,
        String areaCode,
        Centre centre,
        List<TileMap> tileMaps,
        List<String> attributions,
        List<Channel> channels,
        List<Agency> agencies,
        List<AreaLevel> areaLevels,
        List<Area> areas,
        Map<String, String> areaKinds,
        Map<String, String> areaAliases,
        Map<String, Integer> inhabitants,
        List<Category> categories,
        List<Clock> clocks,
        Duration chatFirstAnswer,
        List<Level> levels,
        Policy.Escalation escalation,
        WorkCalendar calendar,
        List<FreeDay> freeDays,
        boolean ramadanEstimated,
        List<PartnerGroup> partnerGroups,
        List<Place> places,
        List<Folder> templateFolders,
        List<Template> templates,
        Map<String, Names> insteadOf,
        List<Meaning> glossary,
        List<Operator> operators,
        List<QueueView> views,
        Policy.Limits limits,
        Policy.Closing closing,
        Policy.Likeness likeness,
        Duration keepClosed,
        Targets targets,
        @Nullable ImportDefaults imports,
        String document) {

    public CityProfile {
        tileMaps = List.copyOf(tileMaps);
        attributions = List.copyOf(attributions);
        channels = List.copyOf(channels);
        agencies = List.copyOf(agencies);
        areaLevels = List.copyOf(areaLevels);
        areas = List.copyOf(areas);
        areaKinds = Map.copyOf(areaKinds);
        areaAliases = Map.copyOf(areaAliases);
        inhabitants = Map.copyOf(inhabitants);
        categories = List.copyOf(categories);
        clocks = List.copyOf(clocks);
        levels = List.copyOf(levels);
        freeDays = List.copyOf(freeDays);
        partnerGroups = List.copyOf(partnerGroups);
        places = List.copyOf(places);
        templateFolders = List.copyOf(templateFolders);
        templates = List.copyOf(templates);
        insteadOf = Map.copyOf(insteadOf);
        glossary = List.copyOf(glossary);
        operators = List.copyOf(operators);
        views = List.copyOf(views);
    }

    /// Where the map opens: degrees WGS84 and a web map zoom (each step doubles the scale).
    public record Centre(double lat, double lon, double zoom) {}

    /// Tiles that a desk may choose to put under its map; nothing is fetched before somebody does. `address` has the
    /// places `{z}`, `{x}` and `{y}`; `attribution` is named on the map; closer than `maxZoom` there are none.
    public record TileMap(Names name, String address, String attribution, int maxZoom) {}

    /// A door citizens come in by, in the order of the tiles. A silence longer than `staleAfter` would be strange: its figures
    /// are then shown as old. `verification`: whether its cases are verified before anything else (SP4N). `shortName` is for
    /// where there is room for two words; the name itself when the profile gives none.
    public record Channel(
            String code,
            Names name,
            Names shortName,
            Policy.Channel.Kind kind,
            String prefix,
            int order,
            Privacy privacy,
            Duration staleAfter,
            boolean idempotentDelivery,
            boolean verification) {}

    /// Who must act. `shortName` is what the office calls it. A `partner` is no office of the city: a case is
    /// passed on to it. `emergency`: called out by the emergency line.
    public record Agency(
            String code,
            String shortName,
            Names name,
            List<String> aliases,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String successor,
            List<String> predecessors,
            boolean partner,
            boolean emergency) {
        public Agency {
            aliases = List.copyOf(aliases);
            predecessors = List.copyOf(predecessors);
        }
    }

    /// What this city calls areas of a level; one level may have several kinds, such as *kelurahan* and *desa*.
    public record AreaLevel(String code, Area.Level level, Names name) {}

    /// What a case is about. Pictures of a `graphic` one are shown only to those who ask. `weight` is its share of simulated traffic, in no unit. `services` are the names
    /// that other systems' exports use for it.
    public record Category(
            String code,
            Names name,
            String agency,
            Set<String> supporting,
            Priority priority,
            boolean sensitive,
            boolean graphic,
            int weight,
            List<String> services) {
        public Category {
            supporting = Set.copyOf(supporting);
            services = List.copyOf(services);
        }
    }

    /// A deadline with its name. `extension` is how often and how far it may be extended, for a stated reason.
    public record Clock(ClockRule rule, Names name, @Nullable Extension extension) {}

    /// In the unit of the clock it extends.
    public record Extension(int amount, int times) {}

    /// An escalation level, from 1, and who answers at it.
    public record Level(int level, Role role, Names name) {}

    /// A day the offices are closed. `jointLeave` days may count as working days, as the calendar says.
    /// `estimated`: the decree that fixes it is not out yet.
    public record FreeDay(LocalDate date, Names name, boolean jointLeave, boolean estimated) {}

    /// A group of citizens that works with the city (KIM), and its area. `contact` is how to reach it, as it is written or
    /// dialled; may be blank.
    public record PartnerGroup(String code, String name, String area, String contact) {}

    /// A place people know. `approximate`: the position is good for finding it on the map, not for sending a
    /// vehicle to. `contact` is how to reach it, as it is written or dialled; may be blank.
    public record Place(
            String code, Names name, Kind kind, double lat, double lon, boolean approximate, String contact) {
        public enum Kind {
            COMMAND_CENTRE,
            GOVERNMENT,
            SERVICE,
            FIRE_POST,
            /// Where a crew of any other service waits: ambulance, civil protection, water, lights.
            POST,
            CLINIC,
            HOSPITAL,
            POLICE,
            TERMINAL,
            STATION,
            PORT,
            MARKET,
            LANDMARK
        }
    }

    /// Where templates of one purpose are kept. A folder of `chat` is for conversations, every other for cases.
    public record Folder(String code, Names name, boolean chat) {}

    /// A view of the queue that every desk offers: the open cases for which all that is asked for is true, of one kind
    /// any. Empty sets and blank words mean all.
    public record QueueView(
            Names name,
            boolean mine,
            boolean unclaimed,
            boolean breached,
            Set<String> channels,
            Set<String> districts,
            Set<String> categories,
            Set<String> agencies,
            String words) {
        public QueueView {
            channels = Set.copyOf(channels);
            districts = Set.copyOf(districts);
            categories = Set.copyOf(categories);
            agencies = Set.copyOf(agencies);
        }
    }

    /// A word or phrase of the city's own speech, with its other `forms`, and what it means. `shared`: the same letters
    /// mean something else in Indonesian.
    public record Meaning(String word, List<String> forms, Names means, boolean shared) {
        public Meaning {
            forms = List.copyOf(forms);
        }
    }

    /// A prepared answer. Offered for cases in one of `states`, of one of `categories`, from one of `channels`;
    /// an empty set means all. The text names variables in braces, all of them of [#VARIABLES].
    public record Template(
            String code,
            String folder,
            Names title,
            Names text,
            Set<CaseState> states,
            Set<String> categories,
            Set<String> channels) {
        /// What a text may name.
        public static final Set<String> VARIABLES = Set.of(
                "number", "name", "category", "agency", "district", "village", "due", "operator", "city", "channel",
                "reason");

        public Template {
            states = Set.copyOf(states);
            categories = Set.copyOf(categories);
            channels = Set.copyOf(channels);
        }

        public boolean fits(CaseState state, String category, String channel) {
            return (states.isEmpty() || states.contains(state))
                    && (categories.isEmpty() || categories.contains(category))
                    && (channels.isEmpty() || channels.contains(channel));
        }

        /// How closely it is meant for such a case: a category says most, then the state, then the channel.
        public int closeness() {
            return (categories.isEmpty() ? 0 : 4) + (states.isEmpty() ? 0 : 2) + (channels.isEmpty() ? 0 : 1);
        }

        /// The text with its variables filled in; one that is not given stays as it is, for the operator to see.
        public String fill(Locale locale, Map<String, String> values) {
            String filled = text.in(locale);
            for (var v : values.entrySet()) {
                filled = filled.replace("{" + v.getKey() + "}", v.getValue());
            }
            return filled;
        }
    }

    /// Somebody who may sign in while development sign-in is on. Empty `channels` or `areas` mean all.
    public record Operator(
            String id, String name, Role role, Set<String> channels, Set<String> areas, @Nullable String team) {
        public Operator {
            channels = Set.copyOf(channels);
            areas = Set.copyOf(areas);
        }

        public Actor toActor() {
            return new Actor(id, name, role, Right.of(role), channels, areas);
        }
    }

    /// What a shift is measured by, as shares from 0 to 1: cases closed that missed no deadline, among all and on the
    /// emergency line.
    public record Targets(double withinDeadline, double emergencyLine) {
        public static final Targets USUAL = new Targets(0.9, 0.9);
    }

    /// What rows of an imported file become that say nothing better.
    public record ImportDefaults(String channel, String category) {}

    /// The part that deciding needs.
    public Policy toPolicy() {
        return new Policy(
                code,
                version,
                calendar,
                channels.stream()
                        .map(c -> new Policy.Channel(c.code, c.kind, c.prefix, c.privacy, c.idempotentDelivery))
                        .collect(Collectors.toMap(Policy.Channel::code, c -> c)),
                categories.stream()
                        .map(c -> new Policy.Category(c.code, c.agency, c.supporting, c.priority, c.sensitive))
                        .collect(Collectors.toMap(Policy.Category::code, c -> c)),
                agencies.stream()
                        .map(a -> new Policy.Agency(a.code, a.validFrom, a.validTo, a.successor))
                        .collect(Collectors.toMap(Policy.Agency::code, a -> a)),
                clocks.stream().map(Clock::rule).toList(),
                escalation,
                limits,
                closing,
                likeness);
    }

    public Optional<Channel> channel(String code) {
        return channels.stream().filter(c -> c.code.equals(code)).findFirst();
    }

    public Optional<Agency> agency(String code) {
        return agencies.stream().filter(a -> a.code.equals(code)).findFirst();
    }

    public Optional<Category> category(String code) {
        return categories.stream().filter(c -> c.code.equals(code)).findFirst();
    }

    public Optional<Clock> clock(String rule) {
        return clocks.stream().filter(c -> c.rule.code().equals(rule)).findFirst();
    }

    public Optional<Level> level(int level) {
        return levels.stream().filter(l -> l.level == level).findFirst();
    }

    public Optional<Operator> operator(String id) {
        return operators.stream().filter(o -> o.id.equals(id)).findFirst();
    }

    public Optional<Area> area(String code) {
        return areas.stream().filter(a -> a.code().equals(code)).findFirst();
    }

    public List<Area> districts() {
        return areas.stream().filter(a -> a.level() == Area.Level.DISTRICT).toList();
    }

    public List<Area> villages() {
        return areas.stream().filter(a -> a.level() == Area.Level.VILLAGE).toList();
    }

    /// What this city calls the kind of an area, such as *Kelurahan*; empty for a code that is none of its areas.
    public Optional<Names> kindOf(String areaCode) {
        String kind = areaKinds.get(areaCode);
        return areaLevels.stream().filter(l -> l.code.equals(kind)).map(AreaLevel::name).findFirst();
    }

    /// The area of this name or other spelling, at a level, whatever the case of the letters.
    public Optional<Area> areaNamed(String name, Area.Level level) {
        String wanted = name.strip();
        String alias = areaAliases.get(wanted.toLowerCase(Locale.ROOT));
        return areas.stream()
                .filter(a -> a.level() == level && (a.name().equalsIgnoreCase(wanted) || a.code().equals(alias)))
                .findFirst();
    }

    /// The category that another system's name for a service means: by the category's own code or name or one
    /// of its `services`, whatever the case of the letters. Empty when nothing matches.
    public Optional<Category> categoryOfService(String service) {
        String wanted = service.strip();
        return categories.stream()
                .filter(c -> c.code.equalsIgnoreCase(wanted)
                        || c.name.id().equalsIgnoreCase(wanted)
                        || c.name.en().equalsIgnoreCase(wanted)
                        || c.services.stream().anyMatch(wanted::equalsIgnoreCase))
                .findFirst();
    }

    /// As one JSON document, to be kept and sent; [ProfileLoader#fromDocument] makes the same profile of it.
    public JsonNode toDocument() {
        try {
            return new ObjectMapper().readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the document of a loaded profile is JSON", e);
        }
    }
}
