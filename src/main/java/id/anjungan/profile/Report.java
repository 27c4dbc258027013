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

    /// Edits between two words (Levenshtein).
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                corner = above;
            }
        }
        return row[b.length()];
    }
}
