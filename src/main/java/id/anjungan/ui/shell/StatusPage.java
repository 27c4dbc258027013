package id.anjungan.ui.shell;

import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LinkDetail;
import id.anjungan.state.WaitingAction;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The connection explained: what sync is doing, what waits, what was refused, what became of the desk's own files.
final class StatusPage extends View {
    private static final int MOST = 50;

    private final StatusViewModel vm;
    private final ShellViewModel shell;
    private final Desk desk;
    private final Words w;
    private final NoticeCards cards;
    private final VBox sentences = new VBox(8);
    private final VBox rows = new VBox();
    private final VBox refused = new VBox(8);
    private final Label waitingTitle;
    private final Label refusedTitle;
    private final Label answer = new Label();
    private final Label more = new Label();
    private final ActionButton retry;
    private final Map<UUID, StatusRow> known = new HashMap<>();

    StatusPage(StatusViewModel vm, ShellViewModel shell, Desk desk, Words w, Consumer<Notice> again) {
        super(new ScrollPane());
        this.vm = vm;
        this.shell = shell;
        this.desk = desk;
        this.w = w;
        cards = new NoticeCards(shell, w, again);
        retry = new ActionButton(w.get("shell.status.tryNow"), "");
        retry.setId("status-retry");
        retry.setMaxWidth(Region.USE_PREF_SIZE);
        retry.setOnAction(e -> vm.tryNow());
        waitingTitle = heading(w.get("shell.pending.title"));
        refusedTitle = heading(w.get("shell.status.toRead"));
        more.getStyleClass().addAll("muted", "secondary");
        answer.setId("status-answer");
        wrap(answer);
        VBox all = new VBox(14, sentences, retry, waitingTitle, answer, rows, more, refusedTitle, refused);
        all.getStyleClass().add("status-page");
        ScrollPane pane = (ScrollPane) root();
        pane.setContent(all);
        pane.setFitToWidth(true);
        pane.setFocusTraversable(false);
        pane.getStyleClass().add("alarm-list");
        pane.setId("status-page");
    }

    private static Label heading(String text) {
        Label l = new Label(text);
        l.getStyleClass().addAll("strong", "status-heading");
        return l;
    }

    private static Label wrap(Label l) {
        l.setWrapText(true);
        l.setMinHeight(Region.USE_PREF_SIZE);
        return l;
    }

    @Override
    protected void attached(Scope on) {
        on.follow(desk.status()::subscribe, (DeskStatus s) -> vm.show(s));
        on.follow(desk.link()::subscribe, (LinkDetail l) -> vm.show(l));
        on.follow(desk.waiting()::subscribe, (List<WaitingAction> a) -> vm.show(a));
        on.everySecond(desk::now, vm::tick);
        on.onInvalid(vm.sentences, on.pulse(this::tell)::request);
        on.onInvalid(vm.waiting, on.pulse(this::list)::request);
        on.onInvalid(vm.editing, this::list);
        on.onInvalid(shell.notices, on.pulse(this::refusals)::request);
        on.show(vm.answer, text -> {
            answer.setText(text);
            show(answer, !text.isEmpty());
        });
        tell();
        list();
        refusals();
        // The pane takes its content into the scene only with its first layout.
        on.show(rows.sceneProperty(), scene -> {
            if (scene != null) {
                focusFirst();
            }
        });
    }

    private void tell() {
        while (sentences.getChildren().size() < vm.sentences.size()) {
            sentences.getChildren().add(wrap(new Label()));
        }
        while (sentences.getChildren().size() > vm.sentences.size()) {
            sentences.getChildren().removeLast();
        }
        for (int i = 0; i < vm.sentences.size(); i++) {
            ((Label) sentences.getChildren().get(i)).setText(vm.sentences.get(i));
        }
        show(retry, vm.away());
    }

    /// Rows stay the same nodes, so that focus and what is typed stay where they are.
    private void list() {
        List<StatusLine> lines = vm.waiting.stream().limit(MOST).toList();
        UUID edited = vm.editing.get();
        List<StatusRow> now = lines.stream().map(l -> {
            StatusRow row = known.computeIfAbsent(l.id(), id -> new StatusRow(vm, w, id));
            row.show(l, l.id().equals(edited));
            return row;
        }).toList();
        if (!rows.getChildren().equals(now)) {
            boolean had = rows.getScene() != null && rows.getScene().getFocusOwner() instanceof StatusRow;
            rows.getChildren().setAll(now);
            known.values().retainAll(now);
            boolean has = rows.getScene() != null && rows.getScene().getFocusOwner() instanceof StatusRow;
            if (had && !has && !now.isEmpty()) {
                now.getFirst().requestFocus();
            }
        }
        show(waitingTitle, !now.isEmpty());
        int left = vm.waiting.size() - now.size();
        more.setText(left > 0 ? w.text().count("shell.waiting.more", left) : "");
        show(more, left > 0);
    }

    private void refusals() {
        List<Node> all = shell.notices.stream().limit(MOST).map(cards::card).toList();
        refused.getChildren().setAll(all);
        show(refusedTitle, !all.isEmpty());
    }

    private static void show(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /// Where the keyboard begins: at the first action that waits.
    private void focusFirst() {
        if (!rows.getChildren().isEmpty()) {
            rows.getChildren().getFirst().requestFocus();
        } else if (retry.isVisible()) {
            retry.requestFocus();
        }
    }
}
