package id.anjungan.ui.shell;

import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks before the operator leaves the desk, with what that means now.
final class SignOutPane extends View {
    private final SignOut vm;
    private final ActionButton go;

    /// `cancel` puts the question away.
    SignOutPane(SignOut vm, Words w, Runnable cancel) {
        super(new VBox(12));
        this.vm = vm;
        VBox box = (VBox) root();
        box.setId("sign-out");
        for (String line : vm.told()) {
            Label l = new Label(line);
            l.setWrapText(true);
            l.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(l);
        }
        ActionButton back = new ActionButton(w.get("shell.cancel"), "Esc");
        back.setId("sign-out-cancel");
        back.setOnAction(e -> cancel.run());
        go = new ActionButton(w.get("shell.signOut.do"), "↵").primary();
        go.setId("sign-out-go");
        go.setDefaultButton(true);
        go.setOnAction(e -> vm.go());
        back.setMinWidth(Region.USE_PREF_SIZE);
        go.setMinWidth(Region.USE_PREF_SIZE);
        box.getChildren().add(new HBox(8, go, back));
    }

    @Override
    protected void attached(Scope on) {
        on.show(vm.leaving, go::setDisable);
        FxThread.later(go::requestFocus);
    }
}
