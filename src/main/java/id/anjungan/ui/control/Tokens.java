package id.anjungan.ui.control;

import id.anjungan.ui.fx.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// A theme's table of colours, for what is painted pixel by pixel and cannot be styled. Read once from the
/// same file the sheets use, so there is no second table. Any thread.
public final class Tokens {
    private static final Pattern ROW = Pattern.compile("-aj-([a-z0-9-]+):\\s*([^;]+);");
    private static final Map<Theme, Tokens> READ = new ConcurrentHashMap<>();

    private final Map<String, Color> colors;

    private Tokens(Map<String, Color> colors) {
        this.colors = colors;
    }

    public static Tokens of(Theme theme) {
        return READ.computeIfAbsent(theme, Tokens::read);
    }

    /// The colour of a meaning: `surface`, `emergency`, `map-3`. Throws for one the table does not have.
    public Color color(String token) {
        return Objects.requireNonNull(colors.get(token), token);
    }

    /// All of the table, in its order.
    public Map<String, Color> all() {
        return Map.copyOf(colors);
    }

    private static Tokens read(Theme theme) {
        String file = "/id/anjungan/ui/" + theme.table() + ".css";
        try (@Nullable InputStream in = Tokens.class.getResourceAsStream(file)) {
            String css = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Color> colors = new LinkedHashMap<>();
            Matcher m = ROW.matcher(css);
            while (m.find()) {
                colors.put(
                        Objects.requireNonNull(m.group(1)),
                        Color.web(Objects.requireNonNull(m.group(2)).replace(" ", "")));
            }
            return new Tokens(colors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
