package id.anjungan.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.fx.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A theme is one table: no colour is written anywhere else, and the tables have the same rows.
class SheetsTest {
    private static final Path SHEETS = Path.of("src/main/resources/id/anjungan/ui");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(|: *(?:white|black|red)\\b");
    private static final Pattern USED = Pattern.compile("-aj-[a-z0-9-]+");

    @Test
    void everyThemeHasTheSameTokens() {
        assertThat(Tokens.of(Theme.LIGHT).all().keySet()).isEqualTo(Tokens.of(Theme.DARK).all().keySet());
        assertThat(Tokens.of(Theme.WALL_LIGHT).all().keySet()).isEqualTo(Tokens.of(Theme.DARK).all().keySet());
        assertThat(Tokens.of(Theme.WALL).all().keySet()).isEqualTo(Tokens.of(Theme.DARK).all().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"base.css", "control.css", "screen.css", "files.css", "wallpages.css"})
    void aSharedSheetNamesMeaningsOnly(String sheet) {
        assertThat(lines(sheet).stream().filter(l -> COLOUR.matcher(l).find())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base.css", "control.css", "screen.css", "files.css", "wallpages.css"})
    void aSharedSheetUsesNoTokenThatIsInNoTable(String sheet) {
        List<String> used = lines(sheet).stream()
                .flatMap(l -> USED.matcher(l).results().map(r -> r.group().substring("-aj-".length())))
                .distinct()
                .toList();
        assertThat(Tokens.of(Theme.DARK).all().keySet()).containsAll(used);
    }

    private static List<String> lines(String sheet) {
        try {
            return Files.readAllLines(SHEETS.resolve(sheet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
