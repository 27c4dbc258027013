package id.anjungan.ui.control.answer;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prepared answers with facts in the place of their variables. What is not known stays in its braces, where the
/// operator sees it and writes it; such an answer does not go out.
public final class Prepared {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private Prepared() {}

    public static String fill(String text, Map<String, String> known) {
        return VARIABLE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(known.getOrDefault(m.group(1), m.group())));
    }

    /// The first variable that nobody has filled in, braces and all.
    public static Optional<MatchResult> open(String text) {
        return VARIABLE.matcher(text).results().findFirst();
    }
}
