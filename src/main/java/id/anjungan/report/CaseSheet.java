package id.anjungan.report;

import id.anjungan.media.Dots;
import java.util.List;

/// A case as it goes to paper: everything in words already, in one language, and only what whoever prints it may see.
/// `number` is repeated at the head of each page, `foot` at its end.
public record CaseSheet(
        String number,
        String title,
        String language,
        List<Fact> facts,
        String clocksTitle,
        List<Fact> clocks,
        String storyTitle,
        List<Line> story,
        String picturesTitle,
        List<Picture> pictures,
        Foot foot) {
    public CaseSheet {
        facts = List.copyOf(facts);
        clocks = List.copyOf(clocks);
        story = List.copyOf(story);
        pictures = List.copyOf(pictures);
    }

    /// A name and what stands beside it; `late` is said in heavy letters.
    public record Fact(String name, String value, boolean late) {}

    /// One line of the timeline: when, what, the words, by whom.
    public record Line(String time, String text, String body, String meta) {}

    /// `dots` is null for a picture that is only named.
    public record Picture(String caption, @org.jspecify.annotations.Nullable Dots dots) {}

    /// `page` has two places: the page's number, and how many there are.
    public record Foot(String text, String page) {}
}
