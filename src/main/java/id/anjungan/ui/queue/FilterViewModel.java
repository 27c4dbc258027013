package id.anjungan.ui.queue;

import id.anjungan.profile.CityProfile;
import id.anjungan.state.Desk;
import id.anjungan.state.Facet;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.QueueSettings;
import id.anjungan.ui.control.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/// What the queue is filtered by, in words: what can be asked for, what is, and the views that have a name. On the
/// JavaFX thread.
final class FilterViewModel {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final QueueSettings saved;

    FilterViewModel(Desk desk, ObservableValue<Words> words) {
        this.desk = desk;
        this.words = words;
        this.saved = new QueueSettings(desk);
    }

    QueueFilter filter() {
        return desk.queue().page().get().filter();
    }

    void toggle(Facet f) {
        set(filter().has(f) ? filter().without(f) : filter().with(f));
    }

    void remove(Facet f) {
        set(filter().without(f));
    }

    void clear() {
        set(QueueFilter.ALL);
    }

    void words(String text) {
        if (!text.equals(filter().text())) {
            set(filter().withText(text));
        }
    }

    private void set(QueueFilter next) {
        desk.queue().filter(next);
    }

    /// A filter as a chip says it.
    String name(Facet f) {
        Words w = words.getValue();
        return switch (f.kind()) {
            case MINE -> w.get("queue.filter.mine");
            case UNCLAIMED -> w.get("queue.filter.unclaimed");
            case BREACHED -> w.get("queue.filter.overdue");
            case CHANNEL -> w.city().channel(f.value());
            case DISTRICT, VILLAGE -> w.city().area(f.value());
            case CATEGORY -> w.city().category(f.value());
            case AGENCY -> w.city().agency(f.value());
            case AREA -> w.get("queue.filter.area");
            case TAG -> "#" + f.value();
            case WATCHED -> w.get("queue.filter.watched");
            case REMINDED -> w.get("queue.filter.reminded");
            case TEXT -> "“" + f.value() + "”";
        };
    }

    private String kind(Facet.Kind kind) {
        return words.getValue().get("queue.facet." + kind.name());
    }

    /// All that can still be asked for and begins with what was typed; districts first, since there are most of them
    /// and they are asked for most.
    List<Choice> choices(String typed) {
        QueueFilter now = filter();
        CityProfile city = desk.profile().get();
        List<Facet> all = new ArrayList<>(List.of(
                Facet.MINE, Facet.UNCLAIMED, Facet.BREACHED, Facet.WATCHED, Facet.REMINDED));
        each(all, desk.beside().get().tags(), Facet::tag);
        each(all, city.districts(), a -> Facet.district(a.code()));
        each(all, city.categories(), c -> Facet.category(c.code()));
        each(all, city.agencies(), a -> Facet.agency(a.code()));
        each(all, city.channels(), c -> Facet.channel(c.code()));
        // Last, and only to whoever types: there are too many villages to read.
        if (!typed.isBlank()) {
            each(all, city.villages(), a -> Facet.village(a.code()));
        }
        return all.stream()
                .filter(f -> !now.has(f))
                .map(f -> new Choice(kind(f.kind()), name(f), () -> toggle(f)))
                .filter(c -> c.fits(typed))
                .toList();
    }

    private static <T> void each(List<Facet> all, List<T> of, Function<T, Facet> facet) {
        of.stream().map(facet).forEach(all::add);
    }

    /// The operator's own views, then those of the city; what was typed is the name of a new one.
    List<Choice> views(String typed) {
        Words w = words.getValue();
        Locale locale = w.text().lang().locale();
        List<Choice> all = new ArrayList<>();
        for (QueueSettings.View v : saved.views()) {
            all.add(new Choice(w.get("queue.views.mine"), v.name(), () -> set(v.filter()), () -> saved.forget(v.name())));
        }
        for (CityProfile.QueueView v : desk.profile().get().views()) {
            all.add(new Choice(w.get("queue.views.shared"), v.name().in(locale), () -> set(of(v))));
        }
        all.removeIf(c -> !c.fits(typed));
        String name = typed.strip();
        if (!name.isEmpty() && !filter().equals(QueueFilter.ALL)) {
            all.add(new Choice(w.get("queue.views.save"), name, () -> saved.save(name, filter())));
        }
        return all;
    }

    private static QueueFilter of(CityProfile.QueueView v) {
        return new QueueFilter(
                v.mine(), v.unclaimed(), v.breached(), v.channels(), v.districts(), Set.of(), v.categories(), v.agencies(),
                v.words());
    }
}
