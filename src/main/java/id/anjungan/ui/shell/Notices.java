package id.anjungan.ui.shell;

import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What was refused, at the foot of the screen, until the operator has read it: why, by whom, since when, and the
/// words that were typed, to be sent again.
final class Notices extends View {
    private static final int MOST = 4;

    private final ShellViewModel vm;
    private final Words w;
    private final NoticeCards cards;
    private final VBox box;

    /// `again` opens what was refused for another try.
    Notices(ShellViewModel vm, Words w, Consumer<Notice> again) {
        super(new VBox(8));
        this.vm = vm;
        this.w = w;
        cards = new NoticeCards(vm, w, again);
        box = (VBox) root();
        box.getStyleClass().add("toasts");
        box.setAlignment(Pos.BOTTOM_CENTER);
        box.setPickOnBounds(false);
        StackPane.setAlignment(box, Pos.BOTTOM_CENTER);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    @Override
    protected void attached(Scope on) {
        on.onInvalid(vm.notices, this::draw);
        draw();
    }

    private void draw() {
        box.getChildren().setAll(vm.notices.stream().limit(MOST).map(cards::card).toList());
        if (vm.notices.size() > MOST) {
            Label more = new Label(w.get("shell.refused.more", w.formats().number(vm.notices.size() - MOST)));
            more.getStyleClass().addAll("muted", "secondary");
            box.getChildren().add(more);
        }
    }
}
