package id.anjungan.central;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.profile.CityProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A city as its profile describes it, with what intake asks for thousands of times a second kept at hand.
/// Immutable apart from those memories, any thread. Building it computes outlines: tens of milliseconds.
public final class ProfileCity implements City {
    private static final List<String> REST = List.of("OTHER", "LAIN", "LAINNYA", "LLN");
    private static final int REMEMBERED = 2_000;

    private final CityProfile profile;
    private final Policy policy;
    private final Areas areas;
    private final List<Actor> operators;
    private final Map<String, Actor> operatorById = new HashMap<>();
    private final Set<String> widespread;
    private final String fallback;
    private final Map<String, Optional<String>> services = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> named = new ConcurrentHashMap<>();

    public ProfileCity(CityProfile profile) {
        this(profile, Areas.of(profile.areas()));
    }

    /// With outlines that the city has imported.
    public ProfileCity(CityProfile profile, Areas areas) {
        this.profile = profile;
        this.policy = profile.toPolicy();
        this.areas = areas;
        this.operators = profile.operators().stream().map(CityProfile.Operator::toActor).toList();
        operators.forEach(o -> operatorById.put(o.id(), o));
        this.widespread = profile.categories().stream()
                .filter(c -> c.priority() == Priority.HIGH)
                .map(CityProfile.Category::code)
                .collect(Collectors.toUnmodifiableSet());
        this.fallback = fallback(profile);
    }

    /// What the profile says for imports; else its category for the rest; else the last one of the lowest priority.
    private static String fallback(CityProfile profile) {
        CityProfile.ImportDefaults imports = profile.imports();
        if (imports != null) {
            return imports.category();
        }
        for (String code : REST) {
            if (profile.category(code).isPresent()) {
                return code;
            }
        }
        return profile.categories().stream()
                .reduce((a, b) -> b.priority().compareTo(a.priority()) >= 0 ? b : a)
                .map(CityProfile.Category::code)
                .orElseThrow(() -> new IllegalArgumentException("a profile without categories"));
    }

    @Override
    public Policy policy() {
        return policy;
    }

    @Override
    public String document() {
        return profile.document();
    }

    @Override
    public List<Actor> operators() {
        return operators;
    }

    @Override
    public Optional<Actor> operator(String id) {
        return Optional.ofNullable(operatorById.get(id));
    }

    @Override
    public Optional<String> categoryOf(String service) {
        return remembered(services, service, s -> profile.categoryOfService(s).map(CityProfile.Category::code));
    }

    @Override
    public String fallbackCategory() {
        return fallback;
    }

    /// Without a word of its own in the profile: whatever is of high priority, such as floods and power cuts.
    @Override
    public Set<String> widespread() {
        return widespread;
    }

    @Override
    public Optional<Place> areaAt(double lat, double lon) {
        return areas.locate(lat, lon).map(a -> {
            Area village = a.village();
            return new Place(a.district().code(), village == null ? null : village.code());
        });
    }

    @Override
    public Optional<String> areaCode(String codeOrName, boolean village) {
        Area.Level level = village ? Area.Level.VILLAGE : Area.Level.DISTRICT;
        return remembered(named, level + ":" + codeOrName.toLowerCase(Locale.ROOT), k -> areas.byCode(codeOrName)
                .filter(a -> a.level() == level)
                .or(() -> profile.areaNamed(codeOrName, level))
                .map(Area::code));
    }

    /// Answers for words of the outside world, remembered up to a bound that such words cannot fill up.
    private static Optional<String> remembered(
            Map<String, Optional<String>> memory, String word, Function<String, Optional<String>> find) {
        Optional<String> known = memory.get(word);
        if (known == null) {
            known = find.apply(word);
            if (memory.size() < REMEMBERED) {
                memory.put(word, known);
            }
        }
        return known;
    }
}
