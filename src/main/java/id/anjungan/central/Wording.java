package id.anjungan.central;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody looks for, by the rule that desks search by: every word must begin a word of the case, and a run of
/// digits may also begin a phone number, with the country's 62 or with the leading 0. Immutable, any thread.
final class Wording {
    private static final int PHONE = 3;
    private static final String COUNTRY = "62";

    private record Term(List<String> words, String digits) {}

    private final List<Term> terms = new ArrayList<>();

    Wording(String typed) {
        String all = typed.strip();
        List<String> parts = all.matches("[+0-9][-+0-9 ().]{3,}") ? List.of(all) : List.of(all.split("\\s+"));
        for (String part : parts) {
            List<String> words = words(part);
            if (!words.isEmpty()) {
                String digits = part.replaceAll("\\D", "");
                boolean phone = digits.length() >= PHONE && part.chars().noneMatch(Character::isLetter);
                terms.add(new Term(words, phone ? digits : ""));
            }
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String w : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!w.isEmpty()) {
                words.add(w);
            }
        }
        return words;
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /// A pattern that the body of something found is surely like, in lower case, unless it is like `phoneLike`: the
    /// longest run of plain letters and digits, of a word that can only be a word when there is one.
    String like() {
        return longest(terms.stream().filter(t -> t.digits().isEmpty()))
                .or(() -> longest(terms.stream()))
                .map(run -> "%" + run + "%")
                .orElse("%");
    }

    /// The same for a phone number without what people write between its digits.
    String phoneLike() {
        boolean words = terms.stream().anyMatch(t -> t.digits().isEmpty());
        return words ? like() : "%" + terms.getFirst().digits().replaceFirst("^(62|0)", "") + "%";
    }

    private static Optional<String> longest(Stream<Term> terms) {
        return terms.flatMap(t -> t.words().stream())
                .flatMap(w -> Stream.of(w.split("[^a-z0-9]+")))
                .max(Comparator.comparingInt(String::length))
                .filter(run -> !run.isEmpty());
    }

    boolean in(List<String> texts, @Nullable String phone) {
        Set<String> there = new HashSet<>();
        texts.forEach(t -> there.addAll(words(t)));
        List<String> numbers = phones(phone);
        return terms.stream().allMatch(t -> in(t, there, numbers));
    }

    private static boolean in(Term term, Set<String> there, List<String> numbers) {
        boolean called = !term.digits().isEmpty() && numbers.stream().anyMatch(n -> n.startsWith(term.digits()));
        return called || term.words().stream().allMatch(w -> there.stream().anyMatch(x -> x.startsWith(w)));
    }

    private static List<String> phones(@Nullable String phone) {
        String d = phone == null ? "" : phone.replaceAll("\\D", "");
        if (d.startsWith(COUNTRY)) {
            return List.of(d, "0" + d.substring(COUNTRY.length()));
        }
        return d.startsWith("0") ? List.of(d, COUNTRY + d.substring(1)) : List.of(d);
    }
}
