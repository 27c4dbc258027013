package id.anjungan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    @Test
    void oneStringFromMavenBecomesWords() {
        assertThat(Main.split(new String[] {"feed \"my file.csv\" --server http://x  --speed 2"}))
                .containsExactly("feed", "my file.csv", "--server", "http://x", "--speed", "2");
        assertThat(Main.split(new String[] {"demo"})).containsExactly("demo");
        assertThat(Main.split(new String[] {""})).isEmpty();
        assertThat(Main.split(new String[] {"a b", "c"})).containsExactly("a b", "c");
    }

    @Test
    void everyCommandExplainsItselfInBothLanguages() {
        for (String language : new String[] {"en", "id"}) {
            CommandLine line = Main.commandLine();
            line.setResourceBundle(Main.bundle(Locale.of(language)));
            for (CommandLine sub : line.getSubcommands().values()) {
                StringWriter text = new StringWriter();
                sub.usage(new PrintWriter(text));
                assertThat(sub.getCommandSpec().usageMessage().description())
                        .as(sub.getCommandName() + " in " + language)
                        .isNotEmpty();
                sub.getCommandSpec().options().forEach(o -> assertThat(o.description())
                        .as(sub.getCommandName() + " " + o.longestName() + " in " + language)
                        .isNotEmpty()
                        .allSatisfy(d -> assertThat(d).isNotBlank()));
            }
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle en = Main.bundle(Locale.ENGLISH);
        ResourceBundle id = Main.bundle(Locale.of("id"));
        assertThat(id.keySet()).isEqualTo(en.keySet());
    }

    @Test
    void aWrongWordIsAnsweredWithUsage() {
        StringWriter err = new StringWriter();
        int code = Main.commandLine().setErr(new PrintWriter(err)).execute("nonsense");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("nonsense");
    }
}
