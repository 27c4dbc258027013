package id.anjungan.state;

import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.Outline;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which open cases the queue shows. Empty sets and blank text mean all. Of one kind any may be true, of different
/// kinds each must; districts and villages are of one kind. `watched` and `reminded`: by the operator here.
public record QueueFilter(
        boolean mine, boolean unclaimed, boolean breached, Set<String> channels, Set<String> districts,
        Set<String> villages, Set<String> categories, Set<String> agencies, String text, @Nullable Outline area,
        Set<String> tags, boolean watched, boolean reminded) {
    public static final QueueFilter ALL =
            new QueueFilter(false, false, false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");

    /// Without anything drawn on the map, and whatever the marks.
    public QueueFilter(
            boolean mine, boolean unclaimed, boolean breached, Set<String> channels, Set<String> districts,
            Set<String> villages, Set<String> categories, Set<String> agencies, String text) {
        this(mine, unclaimed, breached, channels, districts, villages, categories, agencies, text, null, Set.of(), false,
                false);
    }

    public QueueFilter {
        channels = Set.copyOf(channels);
        districts = Set.copyOf(districts);
        villages = Set.copyOf(villages);
        categories = Set.copyOf(categories);
        agencies = Set.copyOf(agencies);
        tags = Set.copyOf(tags);
    }

    /// The same as a filter of the queue; empty when the queue cannot be filtered so. `me` is the operator here.
    public static Optional<QueueFilter> of(CaseQuery q, String me) {
        boolean mine = q.owners().equals(Set.of(me));
        boolean whose = q.owners().isEmpty() || (mine && !q.unclaimed());
        // A search wants both a district and a village, the queue either.
        boolean areas = !q.districts().isEmpty() && !q.villages().isEmpty();
        boolean beyond = areas || !q.reporter().isBlank() || !q.address().isBlank() || !q.priorities().isEmpty() || !q.states().isEmpty() || !whose;
        return beyond
                ? Optional.empty()
                : Optional.of(new QueueFilter(
                        mine, q.unclaimed(), q.breached(), q.channels(), q.districts(), q.villages(), q.categories(), q.agencies(),
                        q.words(), null, q.tags(), false, false));
    }

    public QueueFilter withText(String words) {
        return new QueueFilter(mine, unclaimed, breached, channels, districts, villages, categories, agencies, words, area, tags, watched, reminded);
    }

    public QueueFilter withChannels(Set<String> codes) {
        return new QueueFilter(mine, unclaimed, breached, codes, districts, villages, categories, agencies, text, area, tags, watched, reminded);
    }

    public QueueFilter withDistricts(Set<String> codes) {
        return new QueueFilter(mine, unclaimed, breached, channels, codes, villages, categories, agencies, text, area, tags, watched, reminded);
    }

    /// Only what lies inside; one shape at a time.
    public QueueFilter withArea(@Nullable Outline drawn) {
        return new QueueFilter(mine, unclaimed, breached, channels, districts, villages, categories, agencies, text, drawn, tags, watched, reminded);
    }

    /// Asks for this too. What is mine is not unclaimed, so of these two the later one counts.
    public QueueFilter with(Facet f) {
        return changed(f, true);
    }

    public QueueFilter without(Facet f) {
        return changed(f, false);
    }

    public boolean has(Facet f) {
        return facets().contains(f);
    }

    private QueueFilter changed(Facet f, boolean on) {
        return switch (f.kind()) {
            case MINE -> new QueueFilter(on, unclaimed && !on, breached, channels, districts, villages, categories, agencies, text, area, tags, watched, reminded);
            case UNCLAIMED -> new QueueFilter(mine && !on, on, breached, channels, districts, villages, categories, agencies, text, area, tags, watched, reminded);
            case BREACHED -> new QueueFilter(mine, unclaimed, on, channels, districts, villages, categories, agencies, text, area, tags, watched, reminded);
            case CHANNEL -> withChannels(changed(channels, f.value(), on));
            case DISTRICT -> withDistricts(changed(districts, f.value(), on));
            case VILLAGE -> new QueueFilter(
                    mine, unclaimed, breached, channels, districts, changed(villages, f.value(), on), categories, agencies, text, area, tags, watched, reminded);
            case CATEGORY -> new QueueFilter(
                    mine, unclaimed, breached, channels, districts, villages, changed(categories, f.value(), on), agencies, text, area, tags, watched, reminded);
            case AGENCY -> new QueueFilter(
                    mine, unclaimed, breached, channels, districts, villages, categories, changed(agencies, f.value(), on), text, area, tags, watched, reminded);
            case AREA -> withArea(on ? Outline.parse(f.value()).orElse(null) : null);
            case TAG -> marked(changed(tags, f.value(), on), watched, reminded);
            case WATCHED -> marked(tags, on, reminded);
            case REMINDED -> marked(tags, watched, on);
            case TEXT -> withText(on ? f.value() : "");
        };
    }

    private QueueFilter marked(Set<String> nowTags, boolean nowWatched, boolean nowReminded) {
        return new QueueFilter(
                mine, unclaimed, breached, channels, districts, villages, categories, agencies, text, area, nowTags, nowWatched,
                nowReminded);
    }

    private static Set<String> changed(Set<String> codes, String code, boolean on) {
        Set<String> next = new HashSet<>(codes);
        boolean _ = on ? next.add(code) : next.remove(code);
        return next;
    }

    /// All that is asked for, in an order that does not change.
    public List<Facet> facets() {
        List<Facet> all = new ArrayList<>();
        add(all, mine, Facet.MINE);
        add(all, unclaimed, Facet.UNCLAIMED);
        add(all, breached, Facet.BREACHED);
        channels.stream().sorted().map(Facet::channel).forEach(all::add);
        districts.stream().sorted().map(Facet::district).forEach(all::add);
        villages.stream().sorted().map(Facet::village).forEach(all::add);
        categories.stream().sorted().map(Facet::category).forEach(all::add);
        agencies.stream().sorted().map(Facet::agency).forEach(all::add);
        if (area != null) {
            all.add(Facet.area(area));
        }
        tags.stream().sorted().map(Facet::tag).forEach(all::add);
        add(all, watched, Facet.WATCHED);
        add(all, reminded, Facet.REMINDED);
        add(all, !text.isBlank(), new Facet(Facet.Kind.TEXT, text));
        return all;
    }

    private static void add(List<Facet> all, boolean wanted, Facet f) {
        if (wanted) {
            all.add(f);
        }
    }

    /// On one line of letters that any file keeps, to be read by [#parse].
    public String format() {
        StringBuilder s = new StringBuilder();
        for (Facet f : facets()) {
            s.append(s.isEmpty() ? "" : "&").append(f.kind().name().toLowerCase(Locale.ROOT));
            if (!f.value().isEmpty()) {
                s.append('=').append(URLEncoder.encode(f.value(), StandardCharsets.UTF_8));
            }
        }
        return s.toString();
    }

    /// What a later version may have written and this one does not know is left out.
    public static QueueFilter parse(String line) {
        QueueFilter filter = ALL;
        for (String part : line.split("&")) {
            int at = part.indexOf('=');
            String name = at < 0 ? part : part.substring(0, at);
            for (Facet.Kind kind : Facet.Kind.values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                    String value = at < 0 ? "" : URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8);
                    filter = filter.with(new Facet(kind, value));
                }
            }
        }
        return filter;
    }
}
