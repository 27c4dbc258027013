package id.anjungan.ui.search;

import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.Person;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.Desk;
import id.anjungan.state.Facet;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.OlderFound;
import id.anjungan.state.SearchFound;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One box for cases, people, phones, addresses, areas, commands and settings; it finds while one types. The files are
/// read elsewhere, and an answer to an older question is thrown away. On the JavaFX thread.
public final class SearchViewModel {
    static final int CASES = 7;
    static final int FEW = 4;
    static final int OLDER = 20;
    /// One letter finds everything and therefore nothing.
    static final int SHORTEST = 2;
    /// Before what is to be done rather than found.
    private static final String COMMAND = ">";

    private final Desk desk;
    final ObservableValue<Words> words;
    private final Consumer<Runnable> door;
    private final Hands hands;

    private final StringProperty text = new SimpleStringProperty("");
    final ObservableList<Hit> hits = FXCollections.observableArrayList();
    final ObservableList<Completer.Completion> completions = FXCollections.observableArrayList();
    /// What was understood as more than words, each in a few words.
    final ObservableList<String> understood = FXCollections.observableArrayList();
    /// What was not understood, as a sentence; empty when all was.
    final StringProperty problem = new SimpleStringProperty("");
    /// What came of asking the server, as a sentence; empty before.
    final StringProperty server = new SimpleStringProperty("");
    final IntegerProperty marked = new SimpleIntegerProperty();
    final BooleanProperty showing = new SimpleBooleanProperty();
    private Optional<QueueFilter> filter = Optional.empty();
    private int asked;
    private String older = "";
    private @Nullable Speech speech;

    /// What can be said in one city and language.
    private record Speech(CityProfile city, Lang lang, Vocabulary vocabulary, QueryParser parser, Completer completer) {}

    /// `door` brings an answer to the JavaFX thread.
    public SearchViewModel(Desk desk, ObservableValue<Words> words, Consumer<Runnable> door, Hands hands) {
        this.desk = desk;
        this.words = words;
        this.door = door;
        this.hands = hands;
        text.subscribe(this::look);
    }

    private Speech speech() {
        CityProfile city = desk.profile().get();
        Lang lang = words.getValue().text().lang();
        Speech s = speech;
        if (s == null || !Objects.equals(s.city().version(), city.version()) || s.lang() != lang) {
            Vocabulary v = new Vocabulary(city, lang);
            s = new Speech(city, lang, v, new QueryParser(v, desk.actor().id()), new Completer(v));
            speech = s;
        }
        return s;
    }

    private void look(String typed) {
        int question = ++asked;
        server.set("");
        older = "";
        if (typed.startsWith(COMMAND)) {
            understood.clear();
            completions.clear();
            problem.set("");
            filter = Optional.empty();
            put(question, doables(typed.substring(1), Integer.MAX_VALUE));
            return;
        }
        Speech s = speech();
        Parsed p = s.parser().parse(typed);
        completions.setAll(typed.isBlank() ? List.of() : s.completer().of(typed));
        understood.setAll(p.understood().stream().map(this::said).toList());
        problem.set(p.problems().stream().map(x -> said(x, s.vocabulary())).collect(Collectors.joining(" ")));
        boolean answerable = p.problems().isEmpty() && (!p.query().plain() || typed.strip().length() >= SHORTEST);
        filter = answerable ? QueueFilter.of(p.query(), desk.actor().id()) : Optional.empty();
        if (!answerable) {
            hits.clear();
            showing.set(!typed.isBlank() && (!problem.get().isEmpty() || !completions.isEmpty()));
            return;
        }
        boolean plain = p.query().plain();
        older = older(p.query());
        List<Hit> here = plain ? here(typed, s.vocabulary()) : List.of();
        var _ = desk.find(p.query(), CASES).whenComplete((found, failure) -> door.accept(() -> {
            if (failure == null) {
                put(question, hits(found, here));
                offer(question);
            } else if (question == asked && !cancelled(failure)) {
                problem.set(words.getValue().get("search.failed"));
                put(question, here);
            }
        }));
    }

    private static boolean cancelled(Throwable t) {
        return t instanceof CancellationException
                || (t instanceof CompletionException c && c.getCause() instanceof CancellationException);
    }

    private void put(int question, List<Hit> found) {
        if (question == asked) {
            hits.setAll(found);
            marked.set(0);
            showing.set(true);
        }
    }

    /// What the server may be asked for: it looks by words and reporter only. Empty for nothing.
    private static String older(CaseQuery q) {
        String words = (q.words() + " " + q.reporter()).strip();
        return q.withReporter("").plain() ? words : "";
    }

    /// Once what is here is shown, the server is offered for what is not.
    private void offer(int question) {
        if (question == asked && !older.isEmpty()) {
            desk.closedSince().ifPresent(at -> hits.add(new Hit.OfServer(at)));
        }
    }

    private void ask() {
        int question = asked;
        Words w = words.getValue();
        hits.removeIf(h -> h.group() == Hit.Group.OLDER);
        marked.set(0);
        server.set(w.get("search.older.asking"));
        var _ = desk.older(older, OLDER).whenComplete((found, failure) -> door.accept(() -> {
            if (question != asked) {
                return;
            }
            if (failure != null) {
                server.set(w.get("search.older.away"));
                offer(question);
                return;
            }
            int first = hits.size();
            found.cases().forEach(o -> hits.add(new Hit.OfOlder(o)));
            marked.set(found.cases().isEmpty() ? 0 : first);
            server.set(found.cases().isEmpty()
                    ? w.get("search.older.none")
                    : found.complete() ? "" : w.get("search.older.more"));
        }));
    }

    private void read(OlderFound.Older o) {
        int question = asked;
        Words w = words.getValue();
        server.set(w.get("search.older.asking"));
        var _ = desk.olderFile(o.row().id()).whenComplete((file, failure) -> door.accept(() -> {
            if (question != asked) {
                return;
            }
            if (failure != null) {
                server.set(w.get("search.older.away"));
                return;
            }
            close();
            hands.read(file);
        }));
    }

    private static List<Hit> hits(SearchFound found, List<Hit> here) {
        List<Hit> all = new ArrayList<>();
        found.cases().forEach(r -> all.add(new Hit.OfCase(r)));
        found.people().forEach(p -> all.add(new Hit.OfPerson(p)));
        found.addresses().forEach(a -> all.add(new Hit.OfAddress(a)));
        all.addAll(here);
        return all;
    }

    /// What is found without any file.
    private List<Hit> here(String typed, Vocabulary v) {
        List<Hit> all = new ArrayList<>();
        Stream.of(Operator.DISTRICT, Operator.VILLAGE)
                .flatMap(level -> v.of(level).stream()
                        .filter(a -> Doable.begins(a.name(), typed))
                        .map(a -> new Hit.OfArea(level, a)))
                .limit(FEW)
                .forEach(all::add);
        all.addAll(doables(typed, FEW));
        return all;
    }

    private List<Hit> doables(String typed, int limit) {
        List<Doable> fitting = hands.doables().stream()
                .filter(d -> typed.isBlank() || d.fits(typed))
                .toList();
        return Stream.of(Doable.Kind.values())
                .flatMap(kind -> fitting.stream().filter(d -> d.kind() == kind).limit(limit))
                .<Hit>map(Hit.OfDoable::new)
                .toList();
    }

    private String said(Parsed.Understood u) {
        Words w = words.getValue();
        return w.get("search.understood", speech().vocabulary().name(u.operator()), u.meaning());
    }

    private String said(Parsed.Problem p, Vocabulary v) {
        Words w = words.getValue();
        String what = switch (p) {
            case Parsed.Problem.UnknownOperator o -> w.get(
                    "search.problem.operator", o.name(),
                    Stream.of(Operator.values()).map(v::name).collect(Collectors.joining(", ")));
            case Parsed.Problem.UnknownValue u ->
                w.get("search.problem.value", v.name(u.operator()), u.typed());
        };
        boolean operator = p instanceof Parsed.Problem.UnknownOperator;
        String then = p.nearest()
                .map(n -> w.get("search.problem.nearest", operator ? n + ":" : n))
                .orElseGet(() -> operator ? w.get("search.problem.quote") : "");
        return then.isEmpty() ? what : what + " " + then;
    }

    /// From when on closed cases are found here; older ones only the server has.
    Optional<Instant> closedSince() {
        return desk.closedSince();
    }

    /// Whether the server is offered, asked, or has answered.
    boolean offersServer() {
        return !server.get().isEmpty() || hits.stream().anyMatch(h -> h.group() == Hit.Group.OLDER);
    }

    /// Whether this desk has found nothing.
    boolean nothingHere() {
        return hits.stream().allMatch(h -> h.group() == Hit.Group.OLDER);
    }

    /// Whether cases are among what is looked for.
    boolean looksForCases() {
        return problem.get().isEmpty() && !text.get().startsWith(COMMAND);
    }

    public StringProperty textProperty() {
        return text;
    }

    public void move(int by) {
        if (!hits.isEmpty()) {
            marked.set(Math.floorMod(marked.get() + by, hits.size()));
        }
    }

    /// Puts in the first completion; false when there is none.
    public boolean complete() {
        if (!showing.get() || completions.isEmpty()) {
            return false;
        }
        text.set(completions.getFirst().line());
        return true;
    }

    /// Whether what is asked for can be shown in the queue.
    boolean canFilter() {
        return filter.isPresent();
    }

    /// Shows in the queue what is asked for; false when the queue cannot be filtered so.
    public boolean toQueue() {
        Optional<QueueFilter> wanted = filter;
        wanted.ifPresent(f -> {
            close();
            hands.filter(f);
        });
        return wanted.isPresent();
    }

    /// Does what the marked one is for; false when there is none.
    public boolean choose() {
        if (!showing.get() || hits.isEmpty()) {
            return false;
        }
        choose(hits.get(marked.get()));
        return true;
    }

    void choose(Hit hit) {
        Vocabulary v = speech().vocabulary();
        switch (hit) {
            case Hit.OfCase c -> {
                close();
                hands.open(c.row().id());
            }
            case Hit.OfServer _ -> ask();
            case Hit.OfOlder o -> read(o.found());
            case Hit.OfPerson p -> person(p.who().person()).ifPresent(term -> text.set(term + " "));
            case Hit.OfAddress a -> text.set(v.term(Operator.ADDRESS, a.address()) + " ");
            case Hit.OfArea a when a.level() == Operator.DISTRICT -> {
                close();
                hands.filter(QueueFilter.ALL.with(Facet.district(a.area().code())));
            }
            case Hit.OfArea a -> text.set(v.term(a.level(), a.area()) + " ");
            case Hit.OfDoable d -> {
                close();
                d.what().run().run();
            }
        }
    }

    /// The query for all of somebody's cases: the phone number tells people apart best.
    private Optional<String> person(Person p) {
        Vocabulary v = speech().vocabulary();
        return Optional.ofNullable(p.phone())
                .filter(s -> !s.isBlank())
                .map(phone -> v.term(Operator.PHONE, phone))
                .or(() -> Stream.of(p.account(), p.email(), p.name())
                        .filter(s -> s != null && !s.isBlank())
                        .findFirst()
                        .map(name -> v.term(Operator.REPORTER, name)));
    }

    /// Puts the results away; false when none were shown.
    public boolean close() {
        boolean was = showing.get() || !text.get().isEmpty();
        text.set("");
        hits.clear();
        completions.clear();
        showing.set(false);
        return was;
    }
}
