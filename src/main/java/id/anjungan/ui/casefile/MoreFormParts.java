package id.anjungan.ui.casefile;

import id.anjungan.domain.Priority;
import id.anjungan.geo.Area;
import id.anjungan.ui.control.Chip;
import id.anjungan.ui.control.CodeBox;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The parts of the forms that correct a case and of those for what is kept beside it.
final class MoreFormParts {
    private final CaseFileViewModel vm;
    private final Words w;

    MoreFormParts(CaseFileViewModel vm, Words w) {
        this.vm = vm;
        this.w = w;
    }

    static boolean hasText(FormKind kind) {
        return kind != FormKind.MERGE && kind != FormKind.RECATEGORISE && kind != FormKind.PRIVACY;
    }

    static String title(FormKind kind) {
        return "casefile.form." + kind.name();
    }

    /// What takes the keyboard in a form without words.
    static Node first(List<Node> parts) {
        return parts.get(1) instanceof VBox box && !box.getChildren().isEmpty() ? box.getChildren().getFirst() : parts.get(1);
    }

    List<Node> parts(FormKind kind) {
        MoreForm f = vm.form.more;
        return switch (kind) {
            case MERGE -> List.of(same());
            case TAG -> vm.tags().isEmpty() ? List.of() : List.of(tags());
            case REMIND -> List.of(times());
            case RECATEGORISE -> List.of(
                    box("category", w.city().categories(), w.city()::category, "casefile.category", f.category), priorities());
            case RELOCATE -> List.of(
                    box("area", areas(), this::area, "casefile.area", f.village), address());
            case PRIVACY -> List.of(new VBox(
                    6, check("domain.privacy.confidential", f.confidential), check("domain.privacy.anonymous", f.anonymous),
                    check("domain.privacy.sensitive", f.sensitive)));
            case AGENCY_REPLY -> List.of(
                    box("agency", f.waiting, w.city()::agency, "casefile.dispose.agency", f.agency),
                    either("casefile.reply.answered", "casefile.reply.returned", f.returned));
            case RESULT -> List.of(either("casefile.result.done", "casefile.result.notDone", f.notDone));
            default -> List.of();
        };
    }

    private Node same() {
        VBox all = new VBox(6);
        for (MoreForm.Same s : vm.form.more.same) {
            CheckBox check = new CheckBox(s.name());
            check.selectedProperty().bindBidirectional(s.chosen());
            check.setId("same-" + s.id());
            check.setMaxWidth(Double.MAX_VALUE);
            check.setAccessibleText(s.name() + ", " + s.why());
            Label why = new Label(s.why());
            why.getStyleClass().addAll("muted", "secondary");
            why.setWrapText(true);
            all.getChildren().addAll(check, why);
        }
        Label answered = new Label(w.get("casefile.merge.hint"));
        answered.getStyleClass().addAll("muted", "secondary");
        answered.setWrapText(true);
        all.getChildren().add(answered);
        return all;
    }

    private Node tags() {
        FlowPane row = new FlowPane(8, 8);
        row.setId("tags");
        Subscription typing = vm.form.text.subscribe(() -> row.getChildren().setAll(tagChips()));
        row.sceneProperty().addListener((was, old, now) -> {
            if (now == null) {
                typing.unsubscribe();
            }
        });
        row.getChildren().setAll(tagChips());
        return row;
    }

    private List<Node> tagChips() {
        List<Node> chips = new ArrayList<>();
        for (String tag : vm.tags()) {
            Chip chip = new Chip("#" + tag);
            chip.setOnAction(e -> {
                chip.setSelected(false);
                vm.form.text.set(tag);
                vm.send();
            });
            chips.add(chip);
        }
        if (!chips.isEmpty() && !vm.form.text.get().isBlank()) {
            chips.add(1, new KeyHint("Tab"));
        }
        return chips;
    }

    private Node times() {
        FlowPane row = new FlowPane(8, 8);
        ToggleGroup one = new ToggleGroup();
        for (MoreForm.Time t : vm.form.more.times) {
            row.getChildren().add(chip(t.name(), one, t.equals(vm.form.more.time.get()), () -> vm.form.more.time.set(t)));
        }
        return row;
    }

    private Node priorities() {
        FlowPane row = new FlowPane(8, 8);
        ToggleGroup one = new ToggleGroup();
        for (Priority p : Priority.values()) {
            row.getChildren().add(chip(
                    w.text().of(p), one, p == vm.form.more.priority.get(), () -> vm.form.more.priority.set(p)));
        }
        return row;
    }

    private Node either(String usual, String other, BooleanProperty is) {
        FlowPane row = new FlowPane(8, 8);
        ToggleGroup one = new ToggleGroup();
        row.getChildren().add(chip(w.get(usual), one, !is.get(), () -> is.set(false)));
        row.getChildren().add(chip(w.get(other), one, is.get(), () -> is.set(true)));
        return row;
    }

    private static Chip chip(String text, ToggleGroup one, boolean on, Runnable chosen) {
        Chip chip = new Chip(text);
        chip.setToggleGroup(one);
        chip.setSelected(on);
        chip.setOnAction(e -> {
            chip.setSelected(true);
            chosen.run();
        });
        return chip;
    }

    private CheckBox check(String key, BooleanProperty is) {
        CheckBox check = new CheckBox(w.get(key));
        check.selectedProperty().bindBidirectional(is);
        return check;
    }

    private CodeBox box(
            String id, List<String> codes, java.util.function.UnaryOperator<String> name, String prompt, StringProperty value) {
        CodeBox box = new CodeBox(codes, name, w.get(prompt));
        box.setId("form-" + id);
        box.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        box.setValue(value.get().isEmpty() ? null : value.get());
        box.valueProperty().subscribe(code -> value.set(code == null ? "" : code));
        return box;
    }

    private Node address() {
        TextField street = new TextField();
        street.setId("form-address");
        street.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        street.setPromptText(w.get("casefile.relocate.address"));
        street.textProperty().bindBidirectional(vm.form.more.address);
        return street;
    }

    /// Villages and districts, by name.
    private List<String> areas() {
        List<Area> all = new ArrayList<>(w.city().areas().villages());
        all.addAll(w.city().areas().districts());
        return Stream.of(all).flatMap(List::stream)
                .sorted(Comparator.comparing((Area a) -> a.name().toLowerCase(Locale.ROOT)).thenComparing(Area::code))
                .map(Area::code)
                .toList();
    }

    private String area(String code) {
        return w.city().areas().byCode(code)
                .map(a -> a.level() == Area.Level.VILLAGE && a.parentCode() != null
                        ? a.name() + ", " + w.city().area(a.parentCode())
                        : a.name())
                .orElse(code);
    }
}
