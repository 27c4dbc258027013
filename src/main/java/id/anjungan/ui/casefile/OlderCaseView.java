package id.anjungan.ui.casefile;

import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// A case that only the server has: head and story, to be read and nothing else.
public final class OlderCaseView extends View {
    private final CaseFile file;
    private final Desk desk;
    private final Words w;
    private final VBox head = new VBox(4);

    public OlderCaseView(CaseFile file, Desk desk, Words w) {
        super(new ScrollPane());
        this.file = file;
        this.desk = desk;
        this.w = w;
        head.getStyleClass().add("older-head");
        head(false);
        VBox story = new VBox();
        story.getStyleClass().add("story");
        Timeline.of(file, w, desk.now(), desk.actor().id())
                .forEach(item -> story.getChildren().add(StoryLine.row(item, StoryLine.words(item, w))));
        ScrollPane pane = (ScrollPane) root();
        pane.setContent(new VBox(12, head, story));
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("alarm-list");
        pane.setId("older-case");
    }

    /// Nothing of it changes.
    @Override
    protected void attached(Scope on) {}

    private void head(boolean revealed) {
        head.getChildren().clear();
        Header h = Header.of(file, desk, w, revealed);
        StoryLine.addTo(head, w.get("casefile.older.note"), "muted", "secondary");
        StoryLine.addTo(head, h.line(), "case-line", "figure");
        StoryLine.addTo(head, h.title(), "title");
        StoryLine.addTo(head, h.state() + when(), "case-state");
        StoryLine.addTo(head, h.address(), "case-address");
        StoryLine.addTo(head, h.reporter(), "case-reporter", "figure");
        if (h.canReveal()) {
            Button reveal = new Button(w.get("casefile.reveal"));
            reveal.getStyleClass().setAll("button", "reveal");
            reveal.setOnAction(e -> head(true));
            head.getChildren().add(reveal);
        }
    }

    private String when() {
        Instant closed = file.c().closedAt();
        return closed == null ? "" : " · " + w.get("casefile.older.closed", w.formats().date(closed));
    }
}
