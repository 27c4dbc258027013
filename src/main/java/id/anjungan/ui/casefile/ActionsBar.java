package id.anjungan.ui.casefile;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Words;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with the case, each with its key; the rarer things behind *more*.
final class ActionsBar extends HBox {
    ActionsBar(CaseFileViewModel vm, Words w) {
        super(6);
        getStyleClass().add("actions");
        ActionButton claim = new ActionButton(w.get("casefile.action.claim"), w.key(Act.CLAIM)).primary();
        claim.setId("claim");
        claim.setMinWidth(Region.USE_PREF_SIZE);
        claim.setOnAction(e -> vm.claim());
        claim.disableProperty().bind(vm.claimable.not());
        getChildren().setAll(
                claim,
                open(vm, w, "casefile.action.dispose", Act.DISPOSE, FormKind.DISPOSE),
                open(vm, w, "casefile.action.escalate", Act.ESCALATE, FormKind.ESCALATE),
                hold(vm, w),
                open(vm, w, "casefile.action.close", Act.CLOSE, FormKind.CLOSE),
                more(vm, w));
        getChildren().forEach(b -> {
            if (!b.getStyleClass().contains("more")) {
                HBox.setHgrow(b, Priority.ALWAYS);
            }
        });
    }

    private static ActionButton open(CaseFileViewModel vm, Words w, String key, Act act, FormKind form) {
        ActionButton b = new ActionButton(w.get(key), w.key(act));
        b.setId("act-" + form.name().toLowerCase(java.util.Locale.ROOT));
        b.setOnAction(e -> vm.ask(form));
        b.disableProperty().bind(vm.open.not());
        b.setMinWidth(Region.USE_PREF_SIZE);
        return b;
    }

    private static ActionButton hold(CaseFileViewModel vm, Words w) {
        ActionButton b = open(vm, w, "casefile.action.hold", Act.HOLD, FormKind.HOLD);
        vm.onHold.subscribe(on -> b.setText(w.get(on ? "casefile.action.resume" : "casefile.action.hold")));
        return b;
    }

    private static Button more(CaseFileViewModel vm, Words w) {
        Button b = new Button("", new FontIcon("mdomz-more_horiz"));
        b.getStyleClass().setAll("action", "more");
        b.setMinWidth(Region.USE_PREF_SIZE);
        b.setAccessibleText(w.get("casefile.action.more"));
        b.setId("more");
        ContextMenu menu = new ContextMenu();
        b.setOnAction(e -> {
            menu.getItems().clear();
            if (vm.unverified.get()) {
                add(menu, w, "casefile.action.verify", Act.VERIFY, vm::verify);
            }
            if (vm.open.get()) {
                form(menu, vm, w, Act.RECATEGORISE, FormKind.RECATEGORISE);
                form(menu, vm, w, Act.RELOCATE, FormKind.RELOCATE);
                if (vm.shown().map(MoreForm::waits).filter(a -> !a.isEmpty()).isPresent()) {
                    form(menu, vm, w, Act.AGENCY_REPLY, FormKind.AGENCY_REPLY);
                }
                form(menu, vm, w, Act.RESULT, FormKind.RESULT);
                add(menu, w, "casefile.action.handOver", Act.HAND_OVER, () -> vm.ask(FormKind.HAND_OVER));
                if (!vm.claimable.get()) {
                    add(menu, w, "casefile.action.release", Act.RELEASE, () -> vm.ask(FormKind.RELEASE));
                }
                add(menu, w, "casefile.action.notOurs", Act.NOT_OURS, () -> vm.ask(FormKind.NOT_OURS));
                add(menu, w, "casefile.action.archive", Act.ARCHIVE, () -> vm.ask(FormKind.ARCHIVE));
            } else {
                add(menu, w, "casefile.action.reopen", Act.REOPEN, () -> vm.ask(FormKind.REOPEN));
            }
            form(menu, vm, w, Act.PRIVACY, FormKind.PRIVACY);
            form(menu, vm, w, Act.TAG, FormKind.TAG);
            form(menu, vm, w, Act.REMIND, FormKind.REMIND);
            add(menu, w, Act.WATCH.words(), Act.WATCH, vm::watch);
            menu.show(b, javafx.geometry.Side.TOP, 0, 0);
        });
        return b;
    }

    private static void form(ContextMenu menu, CaseFileViewModel vm, Words w, Act act, FormKind form) {
        add(menu, w, act.words(), act, () -> vm.ask(form));
    }

    private static void add(ContextMenu menu, Words w, String key, Act act, Runnable action) {
        MenuItem item = new MenuItem(w.get(key), new KeyHint(w.key(act)));
        item.setOnAction(e -> action.run());
        menu.getItems().add(item);
    }
}
