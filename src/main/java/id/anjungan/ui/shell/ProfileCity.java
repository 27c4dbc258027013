package id.anjungan.ui.shell;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Role;
import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.profile.CityProfile;
import id.anjungan.text.Glossary;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A city's profile as the screens see it, in one language. Immutable, any thread. `areas` are built by whoever
/// has the boundaries, once, because that takes a while.
public final class ProfileCity implements City {
    private final CityProfile profile;
    private final Areas areas;
    private final Policy policy;
    private final Locale locale;
    private final Map<String, String> channels = new HashMap<>();
    private final Map<String, String> channelsShort = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();
    private final Map<String, String> agencies = new HashMap<>();
    private final Map<String, String> areaNames = new HashMap<>();
    private final Map<String, String> clocks = new HashMap<>();
    private final Map<String, String> operators = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();
    private final Set<String> chatFolders = new HashSet<>();
    private final Glossary glossary;

    public ProfileCity(CityProfile profile, Areas areas, Lang lang) {
        this.profile = profile;
        this.areas = areas;
        locale = lang.locale();
        policy = profile.toPolicy();
        profile.channels().forEach(c -> channels.put(c.code(), c.name().in(locale)));
        profile.channels().forEach(c -> channelsShort.put(c.code(), c.shortName().in(locale)));
        profile.categories().forEach(c -> categories.put(c.code(), c.name().in(locale)));
        profile.agencies().forEach(a -> agencies.put(a.code(), a.shortName()));
        profile.clocks().forEach(c -> clocks.put(c.rule().code(), c.name().in(locale)));
        profile.operators().forEach(o -> operators.put(o.id(), o.name()));
        for (CityProfile.Folder f : profile.templateFolders()) {
            folders.put(f.code(), f.name().in(locale));
            if (f.chat()) {
                chatFolders.add(f.code());
            }
        }
        glossary = new Glossary(profile.glossary().stream()
                .flatMap(m -> Stream.concat(Stream.of(m.word()), m.forms().stream())
                        .map(word -> new Glossary.Entry(word, m.means().in(locale), m.shared())))
                .toList());
        for (Area a : profile.areas()) {
            areaNames.put(a.code(), a.name());
        }
    }

    @Override
    public String name() {
        return profile.name().in(locale);
    }

    @Override
    public String channel(String code) {
        return channels.getOrDefault(code, code);
    }

    @Override
    public String channelShort(String code) {
        return channelsShort.getOrDefault(code, code);
    }

    @Override
    public boolean graphic(String category) {
        return profile.category(category).map(CityProfile.Category::graphic).orElse(false);
    }

    @Override
    public String category(String code) {
        return categories.getOrDefault(code, code);
    }

    @Override
    public String agency(String code) {
        return agencies.getOrDefault(code, code);
    }

    @Override
    public String area(String code) {
        return areaNames.getOrDefault(code, code);
    }

    @Override
    public String clock(String rule) {
        return clocks.getOrDefault(rule, rule);
    }

    @Override
    public String operator(String id) {
        return operators.getOrDefault(id, id);
    }

    @Override
    public List<String> channels() {
        return profile.channels().stream()
                .sorted(Comparator.comparingInt(CityProfile.Channel::order))
                .map(CityProfile.Channel::code)
                .toList();
    }

    @Override
    public List<String> categories() {
        return profile.categories().stream()
                .map(CityProfile.Category::code)
                .sorted(Comparator.comparing(this::category))
                .toList();
    }

    @Override
    public List<String> operators() {
        return profile.operators().stream()
                .filter(o -> o.role() != Role.WALLBOARD && o.role() != Role.SYSTEM)
                .sorted(Comparator.comparing(CityProfile.Operator::name))
                .map(CityProfile.Operator::id)
                .toList();
    }

    @Override
    public String level(int level) {
        return profile.level(level).map(l -> l.name().in(locale)).orElse(Integer.toString(level));
    }

    @Override
    public List<Template> templates(CaseState state, String category, String channel) {
        return offered(t -> !chatFolders.contains(t.folder()) && t.fits(state, category, channel));
    }

    @Override
    public List<Template> chatTemplates(String channel) {
        return offered(t -> chatFolders.contains(t.folder())
                && t.states().isEmpty()
                && t.categories().isEmpty()
                && (t.channels().isEmpty() || t.channels().contains(channel)));
    }

    /// A folder stands where its closest template does, and its templates stand together.
    private List<Template> offered(Predicate<CityProfile.Template> fits) {
        Map<String, List<CityProfile.Template>> byFolder = new LinkedHashMap<>();
        profile.templates().stream()
                .filter(fits)
                .sorted(Comparator.comparingInt(CityProfile.Template::closeness).reversed())
                .forEach(t -> byFolder.computeIfAbsent(t.folder(), f -> new ArrayList<>()).add(t));
        return byFolder.values().stream()
                .flatMap(List::stream)
                .map(t -> new Template(
                        t.code(), folders.getOrDefault(t.folder(), t.folder()), t.title().in(locale), t.text().in(locale)))
                .toList();
    }

    @Override
    public Optional<String> insteadOf(String variable) {
        return Optional.ofNullable(profile.insteadOf().get(variable)).map(n -> n.in(locale));
    }

    @Override
    public Glossary glossary() {
        return glossary;
    }

    @Override
    public double target(boolean emergencyLine) {
        return emergencyLine ? profile.targets().emergencyLine() : profile.targets().withinDeadline();
    }

    @Override
    public boolean hasChats() {
        return has(Policy.Channel.Kind.CHAT);
    }

    @Override
    public boolean hasEmergencyLine() {
        return has(Policy.Channel.Kind.CALL);
    }

    private boolean has(Policy.Channel.Kind kind) {
        return profile.channels().stream().anyMatch(c -> c.kind() == kind);
    }

    @Override
    public Duration chatFirstAnswer() {
        return profile.chatFirstAnswer();
    }

    @Override
    public City in(Lang lang) {
        return new ProfileCity(profile, areas, lang);
    }

    @Override
    public Areas areas() {
        return areas;
    }

    @Override
    public Policy policy() {
        return policy;
    }
}
