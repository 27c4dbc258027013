package id.anjungan.domain;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Composing the wall. What everybody in the room reads must not hold what belongs to one citizen: a number that
/// could be a phone's or a card's, or an address of mail, is refused.
final class WallRules {
    /// Seven digits or more, however they are set apart.
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ .()/-]?\\d){6,}");

    /// Days, times of day and figures with their thousands set apart are no numbers of a person.
    private static final Pattern HARMLESS = Pattern.compile(
            "\\b\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4}\\b|\\b\\d{1,2}[.:]\\d{2}\\b(?![.]?\\d)|\\b[1-9]\\d{0,2}(?:[.,]\\d{3})+\\b(?![-.]?\\d)");

    private static final Pattern MAIL = Pattern.compile("\\S@\\S+\\.\\S");

    private WallRules() {}

    static void compose(Deciding d, Command.ComposeWall c) {
        WallPlan wanted = c.plan();
        if (wanted.pages().size() > WallPlan.MOST_PAGES) {
            throw tooLong("pages", WallPlan.MOST_PAGES);
        }
        if (wanted.ticker().size() > WallPlan.MOST_LINES) {
            throw tooLong("ticker", WallPlan.MOST_LINES);
        }
        String message = words("message", wanted.message(), WallPlan.MESSAGE_LIMIT);
        List<String> ticker = wanted.ticker().stream()
                .map(l -> words("ticker", l, WallPlan.LINE_LIMIT))
                .filter(l -> !l.isEmpty())
                .toList();
        d.put(new WallPlan(
                WallPlan.ID, wanted.pages(), message, ticker, wanted.take(), d.actor(), d.receivedAt()));
    }

    private static String words(String field, String text, int limit) {
        String words = text.strip();
        if (words.length() > limit) {
            throw tooLong(field, limit);
        }
        if (NUMBER.matcher(HARMLESS.matcher(words).replaceAll("#")).find() || MAIL.matcher(words).find()) {
            throw new Refusing(Refusal.PERSONAL_VALUE, Map.of("field", field));
        }
        return words;
    }

    private static Refusing tooLong(String field, int limit) {
        return new Refusing(Refusal.TEXT_TOO_LONG, Map.of("field", field, "limit", Integer.toString(limit)));
    }
}
