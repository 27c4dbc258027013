package id.anjungan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.text.Glossary;
import id.anjungan.text.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every word of a city's own speech that the simulated citizens use is explained. The templates themselves say which
/// lines are spoken so: those of a style that is `spokenIn` some cities only. In them a word is dialect unless the list
/// of Indonesian words beside this test has it; so a new word fails here until somebody says which it is.
class DialectTest {
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’-]\\p{L}+)*");
    private static final Templates TEMPLATES = Templates.load();

    private static List<String> lines(String style) {
        List<String> all = new ArrayList<>();
        Stream.of(TEMPLATES.templates(), TEMPLATES.general())
                .flatMap(List::stream)
                .filter(l -> l.g().equals(style))
                .forEach(l -> all.add(l.t()));
        all.addAll(TEMPLATES.before().getOrDefault(style, List.of()));
        all.addAll(TEMPLATES.after().getOrDefault(style, List.of()));
        return all;
    }

    private static Set<String> indonesian() {
        try (InputStream in = Objects.requireNonNull(DialectTest.class.getResourceAsStream("/glossary/indonesian.txt"))) {
            Set<String> words = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .forEach(l -> words.addAll(List.of(l.split(" "))));
            return words;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Glossary glossary(CityProfile city, Lang lang) {
        return new Glossary(city.glossary().stream()
                .flatMap(m -> Stream.concat(Stream.of(m.word()), m.forms().stream())
                        .map(w -> new Glossary.Entry(w, m.means().in(lang.locale()), m.shared())))
                .toList());
    }

    /// The words of a line that neither list has.
    private static Set<String> unknown(String line, Glossary glossary, Set<String> indonesian) {
        String text = line.replaceAll("\\{[a-z]+}", " / ");
        List<Glossary.Found> found = glossary.find(text);
        Set<String> words = new TreeSet<>();
        WORD.matcher(text).results()
                .filter(m -> found.stream().noneMatch(f -> f.start() <= m.start() && m.end() <= f.end()))
                .map(m -> m.group().toLowerCase(Locale.ROOT))
                .filter(w -> !indonesian.contains(w))
                .forEach(words::add);
        return words;
    }

    @Test
    void everyDialectWordOfTheTemplatesIsExplainedInBothLanguages() {
        Set<String> indonesian = indonesian();
        assertThat(TEMPLATES.spokenIn()).isNotEmpty();
        for (Map.Entry<String, List<String>> spoken : TEMPLATES.spokenIn().entrySet()) {
            assertThat(lines(spoken.getKey())).hasSizeGreaterThan(20);
            for (String city : spoken.getValue()) {
                CityProfile profile = ProfileLoader.load(city);
                for (Lang lang : Lang.values()) {
                    Set<String> missing = new TreeSet<>();
                    lines(spoken.getKey()).forEach(l -> missing.addAll(unknown(l, glossary(profile, lang), indonesian)));
                    assertThat(missing).as("words without a meaning in the glossary of " + city).isEmpty();
                }
            }
        }
    }

    @Test
    void aWordNobodyExplainedIsNoticed() {
        Glossary glossary = glossary(ProfileLoader.load("surabaya"), Lang.ID);
        assertThat(unknown("Tulung cak, jl {jl} gronjalan", glossary, indonesian())).containsExactly("gronjalan");
    }

    @Test
    void formalIndonesianIsLeftAlone() {
        Glossary glossary = glossary(ProfileLoader.load("surabaya"), Lang.ID);
        for (String line : lines("f")) {
            assertThat(glossary.find(line)).as(line).isEmpty();
        }
    }

    @Test
    void noIndonesianWordOfTheListIsExplainedToo() {
        Set<String> both = new TreeSet<>(indonesian());
        Set<String> own = new HashSet<>();
        ProfileLoader.load("surabaya").glossary().forEach(m -> {
            own.add(m.word());
            own.addAll(m.forms());
        });
        both.retainAll(own);
        assertThat(both).isEmpty();
    }
}
