package id.anjungan.ui.casefile;

import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.CitizenText;
import id.anjungan.ui.control.EmptyState;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Tag;
import id.anjungan.ui.control.Tone;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.control.answer.AnswerBox;
import id.anjungan.ui.control.answer.SendingMark;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The pane of one case: head, clocks, story, form, answer, actions.
public final class CaseFileView extends View {
    private final CaseFileViewModel vm;
    private final Desk desk;
    private final Words w;
    private final Label line = styled(new Label(), "case-line", "figure");
    private final PriorityMark mark = new PriorityMark(18);
    private final Label title = styled(new Label(), "title");
    private final Label address = styled(new Label(), "case-address");
    private final Label reporter = styled(new Label(), "case-reporter", "figure");
    private final Button reveal = styled(new Button(), "reveal");
    private final Label state = styled(new Label(), "case-state");
    private final Label holder = styled(new Label(), "case-holder");
    private final HBox marks = styled(new HBox(), "case-marks");
    private final ClocksPane clocks;
    private final Label audience = styled(new Label(), "muted", "secondary");
    private final VBox story = styled(new VBox(), "story");
    private final ScrollPane scroll = new ScrollPane(story);
    private final AnswerBox reply;
    private final OwnerPane owner;
    private final FilesStrip files;
    private final BesidePane beside;
    private final VBox file;
    private final EmptyState none;
    private int pinned;

    public CaseFileView(CaseFileViewModel vm, Desk desk, Words w) {
        super(new StackPane());
        this.vm = vm;
        this.desk = desk;
        this.w = w;
        none = new EmptyState("mdoal-inbox", w.get("casefile.none"), w.get("casefile.none.hint"));
        reveal.setText(w.get("casefile.reveal"));
        reveal.setGraphic(new KeyHint(w.key(Act.REVEAL)));
        reveal.setId("reveal");
        reveal.setOnAction(e -> vm.reveal());
        clocks = new ClocksPane(vm, w);
        reply = reply();
        audience.setId("audience");
        audience.setWrapText(true);
        audience.setMinHeight(Region.USE_PREF_SIZE);
        reply.getChildren().addFirst(audience);
        owner = new OwnerPane(vm, w, reply::focus);
        files = new FilesStrip(vm.files, w);
        files.takesFrom(root());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("story-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        beside = new BesidePane(vm, w);
        file = new VBox(head(), beside, files.root(), scroll, new FormPane(vm, w).root(), owner, reply, new ActionsBar(vm, w));
        StackPane pane = (StackPane) root();
        pane.getStyleClass().addAll("panel", "casefile");
        pane.getChildren().setAll(none, file);
    }

    private static <T extends Node> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    private AnswerBox reply() {
        Button note = styled(new Button(w.get("casefile.action.note"), new KeyHint(w.key(Act.NOTE))));
        note.getStyleClass().setAll("link");
        note.setId("act-note");
        note.setOnAction(e -> vm.ask(FormKind.NOTE));
        return new AnswerBox(
                vm.reply, w, "reply", w.get("casefile.answer.prompt"), AnswerBox.SendKey.CTRL_ENTER, vm::answer,
                () -> root().requestFocus(), note);
    }

    private VBox head() {
        title.setWrapText(true);
        address.setWrapText(true);
        HBox titleRow = new HBox(8, styled(new StackPane(mark), "title-mark"), title);
        titleRow.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox who = new HBox(8, reporter, reveal);
        who.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox how = new HBox(8, holder, marks, gap, clocks.ask);
        how.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(4, line, titleRow, state, address, who, how, clocks);
        head.getStyleClass().add("case-head");
        head.setMinHeight(VBox.USE_PREF_SIZE);
        return head;
    }

    @Override
    protected void attached(Scope on) {
        on.follow(desk.caseFile()::subscribe, (Optional<CaseFile> f) -> vm.show(f));
        on.follow(desk.files().waiting()::subscribe, vm.files::waiting);
        on.everySecond(desk::now, vm::tick);
        on.show(vm.header, this::header);
        clocks.attached(on);
        on.show(vm.audience, this::goesTo);
        ListChangeListener<TimelineItem> told = c -> story(c);
        vm.timeline.addListener(told);
        on.onEnd(() -> vm.timeline.removeListener(told));
        story.getChildren().setAll(vm.timeline.stream().map(this::line).toList());
        reply.attached(on, vm.open);
        owner.attached(on);
        beside.attached(on);
    }

    private void header(@Nullable Header h) {
        file.setVisible(h != null);
        none.setVisible(h == null);
        if (h == null) {
            return;
        }
        line.setText(h.line());
        mark.setPriority(h.priority());
        title.setText(h.title());
        state.setText(h.state());
        address.setText(h.address());
        reporter.setText(h.reporter());
        reveal.setVisible(h.canReveal());
        reveal.setManaged(h.canReveal());
        holder.setText(h.holder());
        (h.mine() ? Tone.ACCENT : h.held() ? Tone.PLAIN : Tone.HIGH).on(holder);
        marks.getChildren().setAll(h.marks().stream().map(Tag::new).toList());
    }

    /// Who hears the answer, where that is more than one.
    private void goesTo(String text) {
        audience.setText(text);
        audience.setVisible(!text.isEmpty());
        audience.setManaged(!text.isEmpty());
    }

    /// Only the lines that changed get new nodes. Whoever reads further up is left there.
    private void story(ListChangeListener.Change<? extends TimelineItem> c) {
        boolean atEnd = scroll.getVvalue() >= 0.99 || story.getChildren().isEmpty();
        while (c.next()) {
            List<Node> part = story.getChildren().subList(c.getFrom(), c.getFrom() + c.getRemovedSize());
            part.clear();
            story.getChildren().addAll(c.getFrom(), c.getAddedSubList().stream().map(this::line).toList());
        }
        if (atEnd) {
            int mine = ++pinned;
            FxThread.later(() -> {
                if (mine == pinned) {
                    scroll.setVvalue(1);
                }
            });
        }
    }

    private Node line(TimelineItem item) {
        VBox words = StoryLine.words(item, w);
        if (item.sending() != null) {
            words.getChildren().add(new SendingMark(item.sending(), w, this::again));
        }
        return StoryLine.row(item, words);
    }

    /// Only a person sends something once more.
    private void again(String words) {
        vm.reply.add(words);
        reply.focus();
    }

    /// Offers prepared answers.
    public void offerTemplates() {
        reply.focus();
        reply.offer();
    }

    /// Goes to the first words of the citizen that are explained.
    public void focusWords() {
        CitizenText.focusFirst(story);
    }

    /// Asks for files of this computer to add to the case.
    public void chooseFiles() {
        if (vm.shown().isPresent()) {
            files.choose();
        }
    }

    /// Adds the picture or files that were copied elsewhere; false when there are none.
    public boolean paste() {
        return vm.shown().isPresent() && files.paste();
    }

    /// Puts the keyboard into the answer.
    public void focusReply() {
        reply.focus();
    }
}
