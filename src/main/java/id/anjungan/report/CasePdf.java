package id.anjungan.report;

import id.anjungan.media.Dots;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A case as PDF, and the pages of a PDF as pictures, for the screen and for printers. Needs no network and no display.
/// Slow; never on the JavaFX thread. Stateless.
public final class CasePdf {
    private static final double NAMES = 130;
    private static final double TIMES = 84;
    private static final int COLUMNS = 3;
    private static final double GAP = 12;
    private static final double PICTURE_HEIGHT = 108;
    private static final float DPI = 72;

    private CasePdf() {}

    public static byte[] write(CaseSheet s) throws IOException {
        try (PDDocument doc = new PDDocument()) {
            PDDocumentInformation info = new PDDocumentInformation();
            info.setTitle(s.number() + " · " + s.title());
            info.setCreator("Anjungan");
            doc.setDocumentInformation(info);
            doc.getDocumentCatalog().setLanguage(s.language());
            try (Sheets out = new Sheets(doc, s.number() + " · " + s.title())) {
                head(out, s);
                clocks(out, s);
                story(out, s);
                pictures(out, s);
                out.feet(s.foot());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            doc.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void head(Sheets out, CaseSheet s) throws IOException {
        out.text(out.regular, 11, Sheets.LEFT, s.number(), 0.35f);
        out.text(out.bold, 18, Sheets.LEFT, s.title(), 0);
        out.skip(6);
        out.rule();
        for (CaseSheet.Fact f : s.facts()) {
            out.beside(f.name(), NAMES, f.late() ? out.bold : out.regular, f.value(), 0.1f);
        }
    }

    private static void title(Sheets out, String text) throws IOException {
        out.need(60);
        out.skip(12);
        out.text(out.bold, 12, Sheets.LEFT, text, 0);
        out.skip(2);
        out.rule();
    }

    private static void clocks(Sheets out, CaseSheet s) throws IOException {
        if (!s.clocks().isEmpty()) {
            title(out, s.clocksTitle());
            for (CaseSheet.Fact f : s.clocks()) {
                out.beside(f.name(), NAMES + 60, f.late() ? out.bold : out.regular, f.value(), 0.1f);
                out.skip(2);
            }
        }
    }

    private static void story(Sheets out, CaseSheet s) throws IOException {
        title(out, s.storyTitle());
        for (CaseSheet.Line l : s.story()) {
            boolean timed = false;
            for (String part : List.of(l.text(), l.body(), l.meta())) {
                if (!part.isBlank()) {
                    boolean what = part.equals(l.text());
                    boolean by = part.equals(l.meta()) && !what;
                    out.beside(timed ? "" : l.time(), TIMES, what ? out.bold : out.regular, part, by ? 0.4f : 0.1f);
                    timed = true;
                }
            }
            out.skip(6);
        }
    }

    private static void pictures(Sheets out, CaseSheet s) throws IOException {
        if (s.pictures().isEmpty()) {
            return;
        }
        title(out, s.picturesTitle());
        double width = (Sheets.WIDTH - (COLUMNS - 1) * GAP) / COLUMNS;
        for (int i = 0; i < s.pictures().size(); i += COLUMNS) {
            out.need(PICTURE_HEIGHT + 34);
            for (int at = i; at < Math.min(i + COLUMNS, s.pictures().size()); at++) {
                CaseSheet.Picture p = s.pictures().get(at);
                double x = (at - i) * (width + GAP);
                Dots dots = p.dots();
                if (dots == null) {
                    out.frame(x, width, PICTURE_HEIGHT);
                } else {
                    out.picture(dots, x, width, PICTURE_HEIGHT);
                }
                out.caption(p.caption(), x, width, PICTURE_HEIGHT + 2);
            }
            out.skip(PICTURE_HEIGHT + 34);
        }
    }

    /// Each page as a picture of so many dots an inch.
    public static List<Dots> pages(byte[] pdf, int dpi) throws IOException {
        List<Dots> all = new ArrayList<>();
        try (PDDocument doc = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(doc);
            for (int i = 0; i < doc.getNumberOfPages(); i++) {
                BufferedImage page = renderer.renderImage(i, dpi / DPI, ImageType.RGB);
                int w = page.getWidth();
                int h = page.getHeight();
                all.add(new Dots(w, h, page.getRGB(0, 0, w, h, null, 0, w), w, h));
            }
        }
        return all;
    }
}
