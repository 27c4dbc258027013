package id.anjungan.geo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON text into maps, lists, strings, doubles, booleans and null, and remembers the line of each
/// object, because a boundary file that is wrong somewhere in a million characters needs more than "invalid".
/// Kept here so that this package needs nothing but geometry. One use, one thread.
final class Json {
    private static final int MAX_DEPTH = 64;

    private final String text;
    private int at;
    private int depth;

    /// An object and the line, from 1, on which it opens.
    record Obj(Map<String, @Nullable Object> fields, int line) {
        @Nullable Object get(String name) {
            return fields.get(name);
        }
    }

    /// The text is not JSON; the message says line, column and what was expected.
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1;

        Bad(String message) {
            super(message);
        }
    }

    private Json(String text) {
        this.text = text;
    }

    static @Nullable Object parse(String text) throws Bad {
        Json json = new Json(text);
        json.space();
        Object value = json.value();
        json.space();
        if (json.at < text.length()) {
            throw json.bad("nothing more after the end");
        }
        return value;
    }

    private @Nullable Object value() throws Bad {
        if (++depth > MAX_DEPTH) {
            throw bad("less nesting");
        }
        char c = peek();
        Object v = switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> {
                word("true");
                yield true;
            }
            case 'f' -> {
                word("false");
                yield false;
            }
            case 'n' -> {
                word("null");
                yield null;
            }
            default -> number();
        };
        depth--;
        return v;
    }

    private Obj object() throws Bad {
        int line = line();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        expect('{');
        space();
        if (peek() == '}') {
            at++;
            return new Obj(fields, line);
        }
        while (true) {
            space();
            if (peek() != '"') {
                throw bad("a name in quotes");
            }
            String name = string();
            space();
            expect(':');
            space();
            fields.put(name, value());
            space();
            if (peek() == '}') {
                at++;
                return new Obj(fields, line);
            }
            expect(',');
        }
    }

    private List<@Nullable Object> array() throws Bad {
        List<@Nullable Object> list = new ArrayList<>();
        expect('[');
        space();
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            space();
            list.add(value());
            space();
            if (peek() == ']') {
                at++;
                return list;
            }
            expect(',');
        }
    }

    private String string() throws Bad {
        expect('"');
        StringBuilder b = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return b.toString();
            }
            if (c < ' ') {
                throw bad("a closing quote on the same line");
            }
            b.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() throws Bad {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw bad("four hex digits");
                }
                try {
                    char u = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                    at += 4;
                    yield u;
                } catch (NumberFormatException e) {
                    throw bad("four hex digits");
                }
            }
            default -> throw bad("an escape that JSON knows");
        };
    }

    private Double number() throws Bad {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(from, at));
        } catch (NumberFormatException e) {
            at = from;
            throw bad("a value");
        }
    }

    private void word(String word) throws Bad {
        if (!text.startsWith(word, at)) {
            throw bad("a value");
        }
        at += word.length();
    }

    private void space() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
            at++;
        }
    }

    private char peek() throws Bad {
        if (at >= text.length()) {
            throw bad("more: the file ends too early");
        }
        return text.charAt(at);
    }

    private char next() throws Bad {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char c) throws Bad {
        if (peek() != c) {
            throw bad("'" + c + "'");
        }
        at++;
    }

    private int counted;
    private int lines = 1;

    /// Objects open in rising order, so lines are counted once over the whole file.
    private int line() {
        for (; counted < at; counted++) {
            if (text.charAt(counted) == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private Bad bad(String expected) {
        int end = Math.min(at, text.length());
        int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
        int column = end - text.lastIndexOf('\n', end - 1);
        return new Bad("line " + line + ", column " + column + ": expected " + expected);
    }
}
