package id.anjungan.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Gathers mistakes while a profile is read to its end. Confined to the thread that reads.
final class Report {
    private final List<Mistake> mistakes = new ArrayList<>();

    void add(Mistake.Kind kind, Spot at, String field, String found, String wanted) {
        mistakes.add(new Mistake(kind, at.file(), at.line(), field, found, wanted));
    }

    List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /// `; did you mean "x"?` when something known is close to what was written, else nothing.
    static String meant(String written, Collection<String> known) {
        return known.stream()
                .filter(k -> distance(fold(written), fold(k)) <= Math.max(1, k.length() / 3))
                .min(Comparator.comparingInt((String k) -> distance(fold(written), fold(k))).thenComparing(k -> k))
                .map(k -> "; did you mean \"" + k + "\"?")
                .orElse("");
    }

    private static String fold(String s) {
        return s.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    /// Slips between two words: letters left out, put in, changed, or swapped with their neighbour.
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
