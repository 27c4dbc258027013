package id.anjungan.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of one language. A key's first part names the file it lives in: `queue.title` is read from
/// `queue_id.properties` or `queue_en.properties` beside this class, in UTF-8, loaded when first asked for.
///
/// A text may hold `{0}`, `{1}` … or `{name}`; numbers put there are written as the language writes them.
/// A placeholder nobody filled stays empty. Safe on every thread. A key without words throws in a strict
/// instance (tests) and shows as «key» otherwise, so that a forgotten word is seen but stops nobody.
public final class Messages {
    private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private final Lang lang;
    private final boolean strict;
    private final Map<String, Optional<ResourceBundle>> files = new ConcurrentHashMap<>();

    private Messages(Lang lang, boolean strict) {
        this.lang = lang;
        this.strict = strict;
    }

    public static Messages of(Lang lang) {
        return new Messages(lang, false);
    }

    /// Throws where `of` would show «key».
    public static Messages strict(Lang lang) {
        return new Messages(lang, true);
    }

    public Lang lang() {
        return lang;
    }

    /// The words of a key, with `{0}`, `{1}` … filled in order.
    public String get(String key, Object... args) {
        Map<String, Object> named = LinkedHashMap.newLinkedHashMap(args.length);
        for (int i = 0; i < args.length; i++) {
            named.put(Integer.toString(i), args[i]);
        }
        return get(key, named);
    }

    /// The words of a key, with `{name}` filled from `args`.
    public String get(String key, Map<String, ?> args) {
        return find(key).map(t -> fill(t, args)).orElseGet(() -> missing(key));
    }

    /// Whether the key has words.
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /// A sentence about `n` things: `key.one` when there is one and the language tells it apart, else
    /// `key.other`; `{n}` is the number, `{0}` … the further arguments.
    public String count(String key, long n, Object... args) {
        Map<String, Object> named = LinkedHashMap.newLinkedHashMap(args.length + 1);
        named.put("n", n);
        for (int i = 0; i < args.length; i++) {
            named.put(Integer.toString(i), args[i]);
        }
        boolean one = n == 1 && has(key + ".one");
        return get(key + (one ? ".one" : ".other"), named);
    }

    /// The word for a constant: `CaseState.ON_HOLD` is `domain.caseState.ON_HOLD`, `Alarm.Kind.BREACH` is
    /// `domain.alarm.kind.BREACH`.
    public String of(Enum<?> constant) {
        return get(key(constant));
    }

    /// The key of a constant's word.
    public static String key(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        StringBuilder path = new StringBuilder();
        for (Class<?> c = type; c != null; c = c.getEnclosingClass()) {
            path.insert(0, lowerFirst(c.getSimpleName()) + ".");
        }
        return "domain." + path + constant.name();
    }

    /// Why a command was not done, as a sentence for the person who gave it.
    public String refusal(Enum<?> code, Map<String, ?> args) {
        return get("refusal." + code.name(), args);
    }

    /// What happened, as a line of a timeline. `args` are an entry's arguments, with codes already replaced by
    /// names where the caller knows them.
    public String timeline(String code, Map<String, ?> args) {
        return get("timeline." + code, args);
    }

    private Optional<String> find(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return files.computeIfAbsent(key.substring(0, dot), this::load)
                .filter(b -> b.containsKey(key))
                .map(b -> b.getString(key));
    }

    private Optional<ResourceBundle> load(String area) {
        try (@Nullable InputStream in = Messages.class.getResourceAsStream(area + "_" + lang.code() + ".properties")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the words of " + area + " cannot be read", e);
        }
    }

    private String missing(String key) {
        if (strict) {
            throw new IllegalArgumentException("no words for " + key + " in " + lang);
        }
        return "«" + key + "»";
    }

    private String fill(String text, Map<String, ?> args) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Matcher m = HOLE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String value = shown(args.get(Objects.requireNonNull(m.group(1))));
            m.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return m.appendTail(out).toString();
    }

    private String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Enum<?> e -> of(e);
            case Number n -> NumberFormat.getInstance(lang.locale()).format(n);
            default -> value.toString();
        };
    }

    private static String lowerFirst(String s) {
        return s.substring(0, 1).toLowerCase(Locale.ROOT) + s.substring(1);
    }
}
