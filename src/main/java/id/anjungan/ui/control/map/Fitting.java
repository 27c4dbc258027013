package id.anjungan.ui.control.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Makes a name fit a width without a smaller font: whole, then on two lines (a single word parts after a
/// syllable), then with its last word as an initial, then cut with an ellipsis. Remembers answers; FX thread.
final class Fitting {
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
        int syllable = gap > 0 ? -1 : syllable(name);
        if (syllable > 0) {
            String a = name.substring(0, syllable) + "-";
            String b = name.substring(syllable);
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

    /// The end of a syllable nearest to the middle: a vowel, then a consonant and a vowel. -1 if there is none.
    private static int syllable(String name) {
        int best = -1;
        for (int i = 2; i < name.length() - 2; i++) {
            boolean ends = vowel(name.charAt(i - 1)) && !vowel(name.charAt(i)) && vowel(name.charAt(i + 1));
            if (ends && Math.abs(2 * i - name.length()) < Math.abs(2 * best - name.length())) {
                best = i;
            }
        }
        return best;
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
