package id.anjungan.ui.search;

import id.anjungan.domain.Person;
import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Paragraph;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Tag;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was found, under the box one types in: how the line may go on, what was understood of it, and the things found
/// by their kind.
public final class SearchResults extends View {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final double SIGN = 14;
    /// The padding and border of the list.
    private static final double FRAME = 10;

    private final SearchViewModel vm;
    private final Words w;
    private final VBox box = new VBox();
    private final ScrollPane scroll;
    private final DoubleProperty room = new SimpleDoubleProperty(600);
    private final List<Node> lines = new ArrayList<>();

    public SearchResults(SearchViewModel vm, Words w) {
        super(new ScrollPane());
        this.vm = vm;
        this.w = w;
        scroll = (ScrollPane) root();
        scroll.setContent(box);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("search-results");
        scroll.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        scroll.prefHeightProperty().bind(Bindings.min(box.heightProperty().add(FRAME), room));
    }

    /// How high the list may become before it scrolls.
    public DoubleProperty roomProperty() {
        return room;
    }

    @Override
    protected void attached(Scope on) {
        on.onInvalid(vm.hits, this::draw);
        on.onInvalid(vm.completions, this::draw);
        on.show(vm.problem, p -> draw());
        on.show(vm.server, s -> draw());
        on.show(vm.showing, is -> {
            scroll.setVisible(is);
            scroll.setManaged(is);
            draw();
        });
        on.show(vm.marked, i -> mark());
    }

    private void draw() {
        lines.clear();
        box.getChildren().clear();
        if (!vm.showing.get()) {
            return;
        }
        List<Node> all = new ArrayList<>();
        if (!vm.completions.isEmpty()) {
            all.add(completions());
        }
        if (!vm.understood.isEmpty()) {
            all.add(understood());
        }
        if (!vm.problem.get().isEmpty()) {
            all.add(problem());
        } else if (vm.nothingHere() && vm.completions.isEmpty()) {
            all.add(hint(w.get("search.none", vm.textProperty().get().strip())));
        }
        found(all);
        if (!vm.server.get().isEmpty()) {
            all.add(hint(vm.server.get()));
        }
        vm.closedSince().filter(at -> vm.looksForCases() && !vm.offersServer()).ifPresent(at ->
                all.add(hint(w.get("search.closedSince", w.formats().date(at)))));
        box.getChildren().setAll(all);
        mark();
    }

    private void found(List<Node> all) {
        Hit.Group group = null;
        for (Hit hit : vm.hits) {
            if (hit.group() != group) {
                group = hit.group();
                all.add(heading(group));
            }
            Node line = line(hit);
            line.setOnMouseClicked(e -> vm.choose(hit));
            lines.add(line);
            all.add(line);
        }
    }

    private Node heading(Hit.Group group) {
        Label name = new Label(w.get("search.group." + group.name()));
        name.getStyleClass().addAll("muted", "tertiary", "strong");
        HBox head = new HBox(8, name);
        head.getStyleClass().add("search-group");
        head.setAlignment(Pos.CENTER_LEFT);
        if (group == Hit.Group.CASE && vm.canFilter()) {
            Label to = new Label(w.get("search.toQueue"));
            to.getStyleClass().addAll("muted", "tertiary");
            head.getChildren().addAll(gap(), to, new KeyHint("Ctrl ↵"));
        }
        return head;
    }

    private Node completions() {
        FlowPane row = new FlowPane(6, 6);
        row.getStyleClass().add("search-group");
        for (Completer.Completion c : vm.completions) {
            Tag tag = new Tag(c.shown());
            tag.getStyleClass().add("completion");
            tag.setOnMouseClicked(e -> vm.textProperty().set(c.line()));
            row.getChildren().add(tag);
        }
        Label how = new Label(w.get("search.complete"));
        how.getStyleClass().addAll("muted", "tertiary");
        row.getChildren().addAll(new KeyHint("Tab"), how);
        return row;
    }

    private Node understood() {
        Label all = new Label(String.join(" · ", vm.understood));
        all.getStyleClass().addAll("as-accent", "secondary", "search-group");
        all.setWrapText(true);
        return all;
    }

    private Node problem() {
        Label said = new Label(vm.problem.get(), new FontIcon("mdoal-help_outline"));
        said.getStyleClass().addAll("as-high", "search-none");
        said.setId("search-problem");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        return said;
    }

    private static Label hint(String words) {
        return Paragraph.of(words, "muted", "secondary", "search-none");
    }

    private void mark() {
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).pseudoClassStateChanged(MARKED, i == vm.marked.get());
        }
        if (vm.marked.get() < lines.size()) {
            reveal(vm.marked.get() == 0 ? 0 : lines.get(vm.marked.get()).getBoundsInParent().getMinY(), vm.marked.get());
        }
    }

    /// Scrolls to the marked line; the first one brings what stands above it.
    private void reveal(double top, int at) {
        double seen = scroll.getViewportBounds().getHeight();
        double room = box.getHeight() - seen;
        if (room <= 0) {
            scroll.setVvalue(0);
            return;
        }
        double from = scroll.getVvalue() * room;
        double bottom = lines.get(at).getBoundsInParent().getMaxY();
        double wanted = top < from ? top : bottom > from + seen ? bottom - seen : from;
        scroll.setVvalue(wanted / room);
    }

    private Node line(Hit hit) {
        return switch (hit) {
            case Hit.OfCase c -> caseLine(c.row(), w.text().of(c.row().state()));
            case Hit.OfOlder o -> caseLine(o.found().row(), w.get("search.older.closed", w.formats().date(o.found().closedAt())));
            case Hit.OfServer s ->
                line(icon("mdomz-storage"), w.get("search.older.offer", w.formats().date(s.closedBefore())), "", "");
            case Hit.OfPerson p -> line(
                    icon("mdoal-account_circle"), name(p.who().person()), w.text().count("search.cases", p.who().cases()), "");
            case Hit.OfAddress a -> line(icon("mdomz-place"), a.address(), "", "");
            case Hit.OfArea a -> line(
                    icon("mdomz-map"), a.area().name(), w.get("search.area." + a.level().name()), "");
            case Hit.OfDoable d -> line(
                    icon(d.group() == Hit.Group.COMMAND ? "mdoal-keyboard" : "mdomz-settings"), d.what().title(), "",
                    d.what().key());
        };
    }

    private static Node icon(String literal) {
        FontIcon i = new FontIcon(literal);
        i.setIconSize((int) SIGN);
        return i;
    }

    private String name(Person p) {
        String all = Stream.of(p.name(), p.phone(), p.account(), p.email())
                .filter(s -> s != null && !s.isBlank())
                .collect(Collectors.joining(" · "));
        return all.isEmpty() ? w.get("search.unnamed") : all;
    }

    private Node caseLine(QueueRow r, String state) {
        Label number = new Label(r.number());
        number.getStyleClass().addAll("muted", "figure");
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = line(
                new PriorityMark(r.priority(), SIGN), r.title().isBlank() ? w.city().category(r.category()) : r.title(),
                where(r) + state, "");
        line.getChildren().add(1, number);
        return line;
    }

    private String where(QueueRow r) {
        return r.district() == null ? "" : w.city().area(r.district()) + " · ";
    }

    private static HBox line(Node sign, String words, String more, String key) {
        Label title = new Label(words);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(12, sign, title);
        if (!more.isEmpty()) {
            Label said = new Label(more);
            said.getStyleClass().addAll("muted", "secondary");
            said.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(said);
        }
        if (!key.isEmpty()) {
            line.getChildren().add(new KeyHint(key));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("search-line");
        return line;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
