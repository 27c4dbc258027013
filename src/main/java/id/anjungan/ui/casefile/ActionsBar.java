package id.anjungan.ui.casefile;

import id.anjungan.ui.control.ActionButton;
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
        ActionButton claim = new ActionButton(w.get("casefile.action.claim"), "K").primary();
        claim.setId("claim");
        claim.setMinWidth(Region.USE_PREF_SIZE);
        claim.setOnAction(e -> vm.claim());
        claim.disableProperty().bind(vm.claimable.not());
        getChildren().setAll(
                claim,
                open(vm, w, "casefile.action.dispose", "D", FormKind.DISPOSE),
                open(vm, w, "casefile.action.escalate", "E", FormKind.ESCALATE),
                hold(vm, w),
                open(vm, w, "casefile.action.close", "S", FormKind.CLOSE),
                more(vm, w));
        getChildren().forEach(b -> {
            if (!b.getStyleClass().contains("more")) {
                HBox.setHgrow(b, Priority.ALWAYS);
            }
        });
    }

    private static ActionButton open(CaseFileViewModel vm, Words w, String key, String shortcut, FormKind form) {
        ActionButton b = new ActionButton(w.get(key), shortcut);
        b.setId("act-" + form.name().toLowerCase(java.util.Locale.ROOT));
        b.setOnAction(e -> vm.ask(form));
        b.disableProperty().bind(vm.open.not());
        b.setMinWidth(Region.USE_PREF_SIZE);
        return b;
    }

    private static ActionButton hold(CaseFileViewModel vm, Words w) {
        ActionButton b = open(vm, w, "casefile.action.hold", "H", FormKind.HOLD);
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
                add(menu, w.get("casefile.action.verify"), vm::verify);
            }
            if (vm.open.get()) {
                add(menu, w.get("casefile.action.handOver"), () -> vm.ask(FormKind.HAND_OVER));
                if (!vm.claimable.get()) {
                    add(menu, w.get("casefile.action.release"), () -> vm.ask(FormKind.RELEASE));
                }
                add(menu, w.get("casefile.action.notOurs"), () -> vm.ask(FormKind.NOT_OURS));
                add(menu, w.get("casefile.action.archive"), () -> vm.ask(FormKind.ARCHIVE));
            } else {
                add(menu, w.get("casefile.action.reopen"), () -> vm.ask(FormKind.REOPEN));
            }
            menu.show(b, javafx.geometry.Side.TOP, 0, 0);
        });
        return b;
    }

    private static void add(ContextMenu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        menu.getItems().add(item);
    }
}
