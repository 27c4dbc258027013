package id.anjungan.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// A face in one document: how wide words are, and which signs it has. A sign it lacks is written as a question mark,
/// so that no report is lost for a little picture in it. One thread.
final class Face {
    private static final String ROBOTO = "/com/formdev/flatlaf/fonts/roboto/";
    private static final int UNITS = 1_000;

    private final PDType0Font font;
    private final Map<Integer, String> signs = new HashMap<>();

    private Face(PDType0Font font) {
        this.font = font;
    }

    static Face regular(PDDocument doc) throws IOException {
        return of(doc, "Roboto-Regular.ttf");
    }

    static Face bold(PDDocument doc) throws IOException {
        return of(doc, "Roboto-Medium.ttf");
    }

    private static Face of(PDDocument doc, String file) throws IOException {
        try (@Nullable InputStream in = Face.class.getResourceAsStream(ROBOTO + file)) {
            if (in == null) {
                throw new IOException("the face " + file + " is not on the class path");
            }
            return new Face(PDType0Font.load(doc, in, true));
        }
    }

    PDType0Font font() {
        return font;
    }

    /// The text as this face can write it, on one line.
    String written(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.append(signs.computeIfAbsent(c, this::sign)));
        return out.toString();
    }

    private String sign(int code) {
        if (Character.isWhitespace(code) || Character.isISOControl(code)) {
            return " ";
        }
        String s = Character.toString(code);
        try {
            font.encode(s);
            return s;
        } catch (IOException | IllegalArgumentException e) {
            return "?";
        }
    }

    double width(String written, double size) {
        try {
            return font.getStringWidth(written) / UNITS * size;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Broken at words, and within a word only when it alone is too wide; a line break stays one.
    List<String> lines(String text, double size, double width) {
        List<String> out = new ArrayList<>();
        for (String paragraph : text.strip().split("\n")) {
            String line = "";
            for (String word : written(paragraph).split(" +")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (width(longer, size) <= width) {
                    line = longer;
                    continue;
                }
                if (!line.isEmpty()) {
                    out.add(line);
                }
                line = pieces(word, size, width, out);
            }
            out.add(line);
        }
        return out;
    }

    /// What is left of a word too wide for a line, after the lines it fills.
    private String pieces(String word, double size, double width, List<String> out) {
        String rest = word;
        while (width(rest, size) > width && rest.length() > 1) {
            int n = rest.length() - 1;
            while (n > 1 && width(rest.substring(0, n), size) > width) {
                n--;
            }
            out.add(rest.substring(0, n));
            rest = rest.substring(n);
        }
        return rest;
    }
}
