package id.anjungan.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a line that is being typed may go on: an operator's name, or a value behind one. Immutable, any thread.
final class Completer {
    static final int MOST = 6;

    private final Vocabulary vocabulary;

    /// `shown` is what is offered; `line` is the whole line with it.
    record Completion(String shown, String line) {}

    Completer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// For a line with the hand at its end; nothing when its last piece is finished.
    List<Completion> of(String line) {
        List<Token> tokens = Token.of(line);
        if (tokens.isEmpty() || tokens.getLast().end() < line.length()) {
            return List.of();
        }
        Token last = tokens.getLast();
        String before = line.substring(0, last.start());
        String name = last.operator();
        return name == null ? operators(before, last.value()) : values(before, name, last);
    }

    /// Names in the window's language that begin so, and the word for what is late.
    private List<Completion> operators(String before, String typed) {
        String t = typed.toLowerCase(Locale.ROOT);
        Stream<Completion> names = Stream.of(Operator.values())
                .map(op -> vocabulary.name(op) + ":")
                .filter(n -> n.startsWith(t))
                .map(n -> new Completion(n, before + n));
        Stream<Completion> late = vocabulary.value(Operator.DUE, Vocabulary.LATE).stream()
                .filter(v -> v.name().startsWith(t))
                .map(v -> vocabulary.term(Operator.DUE, v))
                .map(term -> new Completion(term, before + term + " "));
        return Stream.concat(names, late).limit(MOST).toList();
    }

    private List<Completion> values(String before, String name, Token last) {
        Optional<Operator> found = vocabulary.operator(name).filter(op -> !op.free());
        if (found.isEmpty()) {
            return List.of();
        }
        Operator op = found.get();
        String open = last.values().getLast();
        List<String> earlier = last.values().subList(0, last.values().size() - 1);
        List<Vocabulary.Value> fitting = open.isEmpty() ? vocabulary.of(op) : vocabulary.match(op, open);
        List<Completion> all = new ArrayList<>();
        for (Vocabulary.Value v : fitting) {
            boolean finished = fitting.size() == 1 && v.keys().contains(Vocabulary.plain(open));
            if (!finished && all.size() < MOST) {
                List<String> parts = Stream.concat(earlier.stream().map(Vocabulary::quoted), Stream.of(vocabulary.written(op, v)))
                        .toList();
                all.add(new Completion(v.name(), before + name + ":" + String.join(",", parts) + " "));
            }
        }
        return all;
    }
}
