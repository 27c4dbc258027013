package id.anjungan.ui.wallboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Makes a name fit a width without a smaller font: whole, then on two lines (a single word parts after a
/// syllable), then with its last word as an initial, then cut with an ellipsis. Remembers answers; FX thread.
final class NameFitting {
    private static final Set<String> TOGETHER = Set.of("ng", "ny", "kh", "sy", "pr", "br", "tr", "dr", "kr", "gr", "pl", "bl", "kl", "gl");

    private record Key(String name, String font, double size, int first, int second) {}

    private final Map<Key, List<String>> known = new HashMap<>();
    private final Text measure = new Text();

    /// One or two lines; the second may be given less room, as a hexagon narrows.
    List<String> lines(String name, Font font, double first, double second) {
        var key = new Key(name, font.getName(), font.getSize(), (int) first, (int) second);
        return known.computeIfAbsent(key, k -> fit(name, font, first, second));
    }

    private List<String> fit(String name, Font font, double first, double second) {
        if (width(name, font) <= first) {
            return List.of(name);
        }
        int gap = name.lastIndexOf(' ');
        if (gap > 0) {
            String a = name.substring(0, gap);
            String b = name.substring(gap + 1);
            if (width(a, font) <= first && width(b, font) <= second) {
                return List.of(a, b);
            }
            String initial = a + " " + b.charAt(0) + ".";
            if (width(initial, font) <= first) {
                return List.of(initial);
            }
        }
        for (int end : gap > 0 ? List.<Integer>of() : syllables(name)) {
            String a = name.substring(0, end) + "-";
            String b = name.substring(end);
            if (width(a, font) <= first && width(b, font) <= second) {
                return List.of(a, b);
            }
        }
        for (int n = name.length() - 1; n > 0; n--) {
            String cut = name.substring(0, n).strip() + "…";
            if (width(cut, font) <= first) {
                return List.of(cut);
            }
        }
        return List.of();
    }

    /// Where syllables end, the nearest to the middle first: before a consonant, or two that are spoken as one, with a
    /// vowel on either side; or between two consonants.
    private static List<Integer> syllables(String name) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 2; i < name.length() - 2; i++) {
            boolean open = vowel(name.charAt(i - 1)) && !vowel(name.charAt(i));
            boolean ends1 = open && vowel(name.charAt(i + 1));
            boolean ends2 = open && TOGETHER.contains(name.substring(i, i + 2)) && vowel(name.charAt(i + 2));
            boolean between = !vowel(name.charAt(i - 1)) && !vowel(name.charAt(i)) && vowel(name.charAt(i - 2))
                    && vowel(name.charAt(i + 1)) && !TOGETHER.contains(name.substring(i - 1, i + 1));
            if (ends1 || ends2 || between) {
                ends.add(i);
            }
        }
        ends.sort(Comparator.comparingInt(i -> Math.abs(2 * i - name.length())));
        return ends;
    }

    private static boolean vowel(char c) {
        return "aeiouAEIOU".indexOf(c) >= 0;
    }

    private double width(String s, Font font) {
        measure.setFont(font);
        measure.setText(s);
        return measure.getLayoutBounds().getWidth();
    }
}
