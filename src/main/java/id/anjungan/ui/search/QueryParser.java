package id.anjungan.ui.search;

import id.anjungan.domain.BesideRules;
import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Priority;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a line such as `kec:Tambaksari status:baru lewat pohon`: operators with values, several by commas, and words.
/// Of one operator any value may be true. Beside an operator the bare word for *late* asks for what is late; quoted, or
/// alone, it is a word. Immutable, any thread; throws for no input.
final class QueryParser {
    private final Vocabulary vocabulary;
    private final String me;

    /// `me` is the operator at this desk.
    QueryParser(Vocabulary vocabulary, String me) {
        this.vocabulary = vocabulary;
        this.me = me;
    }

    Parsed parse(String line) {
        Reading r = new Reading();
        List<Token> tokens = Token.of(line);
        boolean operators = tokens.stream().anyMatch(t -> t.operator() != null);
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            String name = t.operator();
            if (name == null) {
                boolean quoted = line.charAt(t.start()) == '"';
                if (operators && !quoted && late(t.value())) {
                    r.value(Operator.DUE, t.value());
                } else {
                    r.words.add(t.value());
                }
                continue;
            }
            boolean next = t.value().isEmpty() && i + 1 < tokens.size() && tokens.get(i + 1).operator() == null;
            r.operator(name, next ? tokens.get(++i) : t);
        }
        return r.done();
    }

    private boolean late(String word) {
        String plain = Vocabulary.plain(word);
        return vocabulary.value(Operator.DUE, Vocabulary.LATE).filter(v -> v.keys().contains(plain)).isPresent();
    }

    private final class Reading {
        final List<String> words = new ArrayList<>();
        private final Map<Operator, Set<String>> codes = new EnumMap<>(Operator.class);
        private final Map<Operator, String> free = new EnumMap<>(Operator.class);
        private final List<Parsed.Understood> understood = new ArrayList<>();
        private final List<Parsed.Problem> problems = new ArrayList<>();

        void operator(String name, Token given) {
            Optional<Operator> op = vocabulary.operator(name);
            if (op.isEmpty()) {
                problems.add(new Parsed.Problem.UnknownOperator(
                        name, Vocabulary.nearest(name.toLowerCase(java.util.Locale.ROOT), vocabulary.operatorNames())));
            } else if (op.get().free()) {
                free(op.get(), given.value());
            } else if (op.get() == Operator.TAG) {
                given.values().stream().filter(v -> !v.isBlank()).forEach(this::tag);
            } else {
                for (String value : given.values()) {
                    if (!value.isBlank()) {
                        value(op.get(), value);
                    }
                }
            }
        }

        private void free(Operator op, String text) {
            if (!text.isBlank()) {
                free.merge(op, text, (a, b) -> a + " " + b);
                understood.add(new Parsed.Understood(op, text));
            }
        }

        /// Any word may be a tag; what never can be one finds nothing and is said.
        private void tag(String typed) {
            Optional<String> tag = BesideRules.asTag(typed);
            tag.ifPresentOrElse(
                    t -> {
                        codes.computeIfAbsent(Operator.TAG, o -> new LinkedHashSet<>()).add(t);
                        understood.add(new Parsed.Understood(Operator.TAG, "#" + t));
                    },
                    () -> problems.add(new Parsed.Problem.UnknownValue(Operator.TAG, typed.strip(), Optional.empty())));
        }

        void value(Operator op, String typed) {
            List<Vocabulary.Value> meant = vocabulary.match(op, typed);
            if (meant.isEmpty()) {
                problems.add(new Parsed.Problem.UnknownValue(op, typed.strip(), nearest(op, typed)));
                return;
            }
            Set<String> all = codes.computeIfAbsent(op, o -> new LinkedHashSet<>());
            meant.forEach(v -> all.add(v.code()));
            String first = meant.getFirst().name();
            understood.add(new Parsed.Understood(op, meant.size() == 1 ? first : first + " +" + (meant.size() - 1)));
        }

        private Optional<String> nearest(Operator op, String typed) {
            List<String> names = vocabulary.of(op).stream().map(Vocabulary.Value::name).toList();
            return Vocabulary.nearest(Vocabulary.plain(typed), names.stream().map(Vocabulary::plain).toList())
                    .flatMap(near -> names.stream().filter(n -> Vocabulary.plain(n).equals(near)).findFirst());
        }

        private Set<String> codes(Operator op) {
            return codes.getOrDefault(op, Set.of());
        }

        private String free(Operator op) {
            return free.getOrDefault(op, "");
        }

        Parsed done() {
            Set<String> owners = new LinkedHashSet<>(codes(Operator.OWNER));
            boolean nobody = owners.remove(Vocabulary.NOBODY);
            if (owners.remove(Vocabulary.ME)) {
                owners.add(me);
            }
            CaseQuery q = new CaseQuery(
                    String.join(" ", words).strip(), (free(Operator.REPORTER) + " " + free(Operator.PHONE)).strip(),
                    free(Operator.ADDRESS), codes(Operator.CHANNEL), codes(Operator.DISTRICT), codes(Operator.VILLAGE),
                    codes(Operator.CATEGORY), codes(Operator.AGENCY), priorities(), states(), owners,
                    nobody, codes(Operator.DUE).contains(Vocabulary.LATE), codes(Operator.TAG));
            return new Parsed(q, understood, problems);
        }

        private Set<Priority> priorities() {
            Set<Priority> all = EnumSet.noneOf(Priority.class);
            codes(Operator.PRIORITY).forEach(c -> all.add(Priority.valueOf(c)));
            return all;
        }

        private Set<CaseState> states() {
            Set<CaseState> all = EnumSet.noneOf(CaseState.class);
            for (String code : codes(Operator.STATUS)) {
                for (CaseState s : CaseState.values()) {
                    boolean in = switch (code) {
                        case Vocabulary.OPEN -> s.open();
                        case Vocabulary.CLOSED -> !s.open();
                        default -> s.name().equals(code);
                    };
                    if (in) {
                        all.add(s);
                    }
                }
            }
            return all;
        }
    }
}
