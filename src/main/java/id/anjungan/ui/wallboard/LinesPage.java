package id.anjungan.ui.wallboard;

import id.anjungan.state.WallFigures;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Where people wait for an answer at once: conversations, and the emergency line.
final class LinesPage extends WallPage {
    private static final double GAP = 16;
    private static final double HEAD = 56;

    private final Block chats = new Block();
    private final Block calls = new Block();

    LinesPage() {
        super("lines");
        getChildren().setAll(chats.head, chats.grid, calls.head, calls.grid);
    }

    private static final class Block {
        final Label head = styled(new Label(), "wall-heading");
        final FitGrid grid = new FitGrid(330, 210, 430);
        final List<FigureCard> cards = new ArrayList<>();

        void show(String title, List<WallTexts.Figure> figures) {
            head.setText(title);
            while (cards.size() < figures.size()) {
                cards.add(new FigureCard(true));
            }
            for (int i = 0; i < figures.size(); i++) {
                cards.get(i).show(figures.get(i));
            }
            grid.set(cards.subList(0, figures.size()));
        }

        boolean any() {
            return !grid.getChildrenUnmodifiable().isEmpty();
        }

        void place(double y, double w, double h) {
            head.setVisible(any());
            grid.setVisible(any());
            head.resizeRelocate(0, y, w, HEAD);
            grid.resizeRelocate(0, y + HEAD, w, h - HEAD);
        }
    }

    @Override
    boolean has(WallMoment m, Words w) {
        return w.city().hasChats() || m.wall().figures().calls() != null;
    }

    @Override
    void show(WallMoment m, Words w, Instant now) {
        chats.show(w.get("wallboard.lines.chats"), w.city().hasChats() ? chats(m, w, now) : List.of());
        WallFigures.@Nullable CallFigures c = m.wall().figures().calls();
        calls.show(w.get("wallboard.lines.calls"), c == null ? List.of() : calls(c, w, now));
        requestLayout();
    }

    static List<WallTexts.Figure> chats(WallMoment m, Words w, Instant now) {
        List<WallTexts.Figure> all = new ArrayList<>();
        Instant since = m.figures().oldestChat();
        Duration promised = w.city().chatFirstAnswer();
        boolean late = since != null && Duration.between(since, now).compareTo(promised) > 0;
        all.add(new WallTexts.Figure(
                w.get("wallboard.chatsWaiting"), WallTexts.n(w, m.figures().chatsWaiting()),
                w.get("wallboard.lines.promise", w.formats().age(promised)),
                m.figures().chatsWaiting() == 0 ? "as-good" : late ? "as-emergency" : "as-high"));
        all.add(new WallTexts.Figure(
                w.get("wallboard.lines.longest"),
                since == null ? w.formats().none() : w.formats().left(Duration.between(since, now)),
                late ? w.get("wallboard.lines.late") : "", since == null ? "as-good" : late ? "as-emergency" : ""));
        int active = m.wall().figures().chats().stream().mapToInt(WallFigures.ChatFigure::active).sum();
        all.add(new WallTexts.Figure(w.get("wallboard.lines.active"), WallTexts.n(w, active), "", ""));
        List<WallFigures.ChatFigure> by = m.wall().figures().chats();
        for (WallFigures.ChatFigure c : by.size() > 1 ? by : List.<WallFigures.ChatFigure>of()) {
            all.add(new WallTexts.Figure(
                    w.city().channelShort(c.channel()), WallTexts.n(w, c.waiting()), WallTexts.oldest(w, c.oldest(), now),
                    c.waiting() > 0 ? "as-high" : "as-good"));
        }
        return all;
    }

    static List<WallTexts.Figure> calls(WallFigures.CallFigures c, Words w, Instant now) {
        return List.of(
                new WallTexts.Figure(
                        w.get("wallboard.open"), WallTexts.n(w, c.open()),
                        w.get("wallboard.lines.today", WallTexts.n(w, c.receivedToday())), ""),
                WallTexts.counted(w, "wallboard.lines.unseen", c.unacknowledged(), c.oldest(), now, "as-emergency"),
                WallTexts.within(w, w.get("wallboard.callsWithin"), c.within(), true),
                new WallTexts.Figure(
                        w.get("wallboard.firstResponse"),
                        c.firstResponse() == null ? w.formats().none() : w.formats().left(c.firstResponse()),
                        w.get("wallboard.firstResponse.today"), ""),
                new WallTexts.Figure(
                        w.get("wallboard.closedToday"), WallTexts.n(w, c.closedToday()), "", ""));
    }

    @Override
    double leastHeight() {
        return HEAD + 210;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        double both = 2 * (HEAD + 210) + GAP;
        if (chats.any() && calls.any() && h >= both) {
            double half = (h - GAP) / 2;
            calls.place(0, w, half);
            chats.place(half + GAP, w, half);
        } else if (calls.any()) {
            calls.place(0, w, h);
            chats.head.setVisible(false);
            chats.grid.setVisible(false);
        } else {
            chats.place(0, w, h);
            calls.place(0, w, h);
        }
    }
}
