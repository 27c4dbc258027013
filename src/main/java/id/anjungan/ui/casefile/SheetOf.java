package id.anjungan.ui.casefile;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Case;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Disposition;
import id.anjungan.domain.Right;
import id.anjungan.media.Dots;
import id.anjungan.report.CaseSheet;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Puts a case into words for paper: what the actor's role may see and no more. Who reported is named only when that is
/// asked for and allowed; words of a sensitive case only for those who may read them; of pictures, not those that are
/// shown on request only, and never an original.
final class SheetOf {
    private final CaseFile file;
    private final Desk desk;
    private final Words w;
    private final Instant now;

    private SheetOf(CaseFile file, Desk desk, Words w) {
        this.file = file;
        this.desk = desk;
        this.w = w;
        this.now = desk.now();
    }

    /// Whether whoever sits here may have the reporter's name on paper at all.
    static boolean mayName(CaseFile file, Actor actor) {
        return actor.may(Right.SEE_PERSON) && file.person() != null && !file.c().privacy().anonymous();
    }

    /// `items` are the files as the screen shows them, `pictures` the small ones of them that are here, by digest.
    static CaseSheet of(
            CaseFile file, Desk desk, Words w, boolean named, List<FileItem> items, Map<String, Dots> pictures) {
        return new SheetOf(file, desk, w).sheet(named, items, pictures);
    }

    private CaseSheet sheet(boolean named, List<FileItem> items, Map<String, Dots> pictures) {
        Header h = Header.of(file, desk, w, named);
        Case c = file.c();
        return new CaseSheet(
                c.number() + " · " + w.city().channel(c.channel()), h.title(), w.text().lang().code(), facts(h, c),
                w.get("print.clocks"), clocks(c), w.get("print.story"), story(), w.get("print.pictures"),
                items.stream().map(i -> picture(i, pictures)).toList(),
                new CaseSheet.Foot(
                        w.get("print.foot", desk.actor().name(), moment(now)), w.get("print.page", "{0}", "{1}")));
    }

    private List<CaseSheet.Fact> facts(Header h, Case c) {
        List<CaseSheet.Fact> facts = new ArrayList<>();
        fact(facts, "print.state", w.text().of(c.state()));
        fact(facts, "print.category", w.city().category(c.category()));
        fact(facts, "print.priority", w.text().of(c.priority()));
        fact(facts, "print.address", h.address());
        fact(facts, "print.reporter", h.reporter());
        fact(facts, "print.reported", moment(c.reportedAt()));
        fact(facts, "print.received", moment(c.receivedAt()));
        fact(facts, "print.holder", h.holder());
        fact(facts, "print.agencies", String.join(", ", c.dispositions().stream()
                .map(d -> w.city().agency(d.agency()) + state(d))
                .toList()));
        fact(facts, "print.marks", String.join(" · ", h.marks()));
        return facts;
    }

    private String moment(Instant at) {
        return w.formats().date(at) + " " + w.formats().time(at);
    }

    private String state(Disposition d) {
        return " (" + w.text().of(d.status()) + ")";
    }

    private void fact(List<CaseSheet.Fact> facts, String key, String value) {
        if (!value.isBlank()) {
            facts.add(new CaseSheet.Fact(w.get(key), value, false));
        }
    }

    private List<CaseSheet.Fact> clocks(Case c) {
        List<ClockCard> cards = ClockCard.of(c, w, now);
        List<CaseSheet.Fact> all = new ArrayList<>();
        List<Clock> sorted = c.clocks().stream().sorted(Comparator.comparing(Clock::due)).toList();
        for (Clock k : sorted) {
            String name = w.city().clock(k.rule());
            String value = cards.stream().filter(x -> x.name().startsWith(name)).findFirst().map(ClockCard::value).orElse("");
            all.add(new CaseSheet.Fact(
                    name,
                    w.get("print.clock", moment(k.started()), moment(k.due()), value),
                    k.breached(now)));
        }
        return all;
    }

    private List<CaseSheet.Line> story() {
        boolean words = !file.c().privacy().sensitive() || desk.actor().may(Right.SEE_SENSITIVE);
        CaseFile without = new CaseFile(
                file.c(), file.person(), file.entries(), file.messages(), file.incident(), file.sameIncident(),
                file.alarms(), List.of(), file.pending());
        return Timeline.of(without, w, now, desk.actor().id()).stream()
                .map(i -> new CaseSheet.Line(
                        i.time(), i.text(), words || i.body().isEmpty() ? i.body() : w.get("print.hidden"), i.meta()))
                .toList();
    }

    private CaseSheet.Picture picture(FileItem i, Map<String, Dots> pictures) {
        boolean hidden = i.covered() || i.original();
        String caption = i.name() + " · " + (hidden ? w.get("print.hiddenPicture") : i.meta());
        return new CaseSheet.Picture(caption, hidden ? null : pictures.get(i.file().sha256()));
    }
}
