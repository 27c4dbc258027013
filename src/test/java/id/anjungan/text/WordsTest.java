package id.anjungan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Chat;
import id.anjungan.domain.ClockRule;
import id.anjungan.domain.Disposition;
import id.anjungan.domain.Link;
import id.anjungan.domain.Message;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Refusal;
import id.anjungan.domain.Right;
import id.anjungan.domain.Role;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both languages say everything, and nothing is said in one alone.
class WordsTest {
    private static final Path FILES = Path.of("src/main/resources/id/anjungan/text");
    private static final Path RULES = Path.of("src/main/java/id/anjungan/domain");
    private static final Pattern HOLE = Pattern.compile("\\{[A-Za-z0-9]+}");
    /// An entry's code where it is written into the timeline, or chosen just before.
    private static final Pattern CODE =
            Pattern.compile(
            "(?:d\\.entry\\(\\s*[^,\"]+,\\s*|String code = )(?:[^\",;]*\\? )?\"([a-z-]+)\"(?: : \"([a-z-]+)\")?");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(all(Lang.EN).keySet()).isEqualTo(all(Lang.ID).keySet()).hasSizeGreaterThan(200);
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        Map<String, String> en = all(Lang.EN);
        all(Lang.ID).forEach((key, text) ->
                assertThat(holes(en.getOrDefault(key, ""))).as(key).isEqualTo(holes(text)));
    }

    @Test
    void noTextIsEmpty() {
        for (Lang lang : Lang.values()) {
            all(lang).forEach((key, text) -> assertThat(text).as(lang + " " + key).isNotBlank());
        }
    }

    @Test
    void aKeyBeginsWithTheNameOfItsFile() {
        for (Lang lang : Lang.values()) {
            files(lang).forEach(file -> assertThat(read(file).stringPropertyNames())
                    .as(file.toString())
                    .allMatch(k -> k.startsWith(area(file) + ".")));
        }
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyConstantThatIsShownHasAWord(Lang lang) {
        Messages words = Messages.strict(lang);
        List<Class<? extends Enum<?>>> shown = List.of(
                CaseState.class, Outcome.class, Priority.class, Role.class, Right.class, Alarm.Kind.class,
                Message.Kind.class, Message.Delivery.class, Chat.State.class, Disposition.Status.class,
                Link.Kind.class, Policy.Channel.Kind.class, Policy.Escalation.Trigger.class, ClockRule.Basis.class,
                ClockRule.Event.class);
        for (Class<? extends Enum<?>> type : shown) {
            for (Enum<?> constant : type.getEnumConstants()) {
                assertThat(words.of(constant)).isNotBlank();
            }
        }
        for (Refusal r : Refusal.values()) {
            assertThat(words.refusal(r, Map.of())).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyCodeTheRulesWriteHasALine(Lang lang) {
        Messages words = Messages.strict(lang);
        Set<String> codes = codes();
        assertThat(codes).hasSizeGreaterThan(35).contains("closed", "taken-over", "agency-returned", "breached");
        assertThat(codes).allMatch(c -> words.has("timeline." + c));
    }

    @Test
    void aKeyWithoutWordsThrowsInTestsAndIsSeenAtRunTime() {
        assertThatThrownBy(() -> Messages.strict(Lang.ID).get("queue.nowhere")).hasMessageContaining("queue.nowhere");
        assertThat(Messages.of(Lang.ID).get("queue.nowhere")).isEqualTo("«queue.nowhere»");
        assertThat(Messages.of(Lang.EN).get("nowhere.at.all")).isEqualTo("«nowhere.at.all»");
    }

    @Test
    void argumentsAreNamedOrNumberedAndNumbersFollowTheLanguage() {
        assertThat(Messages.strict(Lang.ID).get("tiles.overdue.of", 12_781)).isEqualTo("dari 12.781 terbuka");
        assertThat(Messages.strict(Lang.EN).get("tiles.overdue.of", 12_781)).isEqualTo("of 12,781 open");
        assertThat(Messages.strict(Lang.ID).timeline("closed", Map.of("outcome", Outcome.RESOLVED)))
                .isEqualTo("Ditutup · Tuntas di lapangan");
        assertThat(Messages.strict(Lang.ID).get("alarm.late", "$1")).isEqualTo("lewat $1");
    }

    @Test
    void oneThingIsToldFromSeveralWhereTheLanguageDoes() {
        Messages en = Messages.strict(Lang.EN);
        assertThat(en.count("queue.reports", 1)).isEqualTo("1 report");
        assertThat(en.count("queue.reports", 3)).isEqualTo("3 reports");
        assertThat(Messages.strict(Lang.ID).count("queue.reports", 3)).isEqualTo("3 laporan");
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Rules.java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(r -> {
                    codes.add(r.group(1));
                    if (r.group(2) != null) {
                        codes.add(r.group(2));
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Given to a helper that writes the entry.
        codes.addAll(List.of("closed", "not-ours", "archived"));
        return codes;
    }

    private static List<String> holes(String text) {
        return HOLE.matcher(text).results().map(r -> r.group()).sorted().distinct().toList();
    }

    private static Map<String, String> all(Lang lang) {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(lang)) {
            Properties p = read(file);
            p.stringPropertyNames().forEach(k -> all.put(k, p.getProperty(k)));
        }
        return all;
    }

    private static List<Path> files(Lang lang) {
        try (Stream<Path> files = Files.list(FILES)) {
            return new ArrayList<>(files.filter(f -> f.toString().endsWith("_" + lang.code() + ".properties"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String area(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('_'));
    }

    private static Properties read(Path file) {
        Properties p = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            p.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return p;
    }
}
