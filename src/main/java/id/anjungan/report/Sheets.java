package id.anjungan.report;

import id.anjungan.media.Dots;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/// The pages of one document while they are written, from the top down; what does not fit goes to the next one. One
/// thread.
final class Sheets implements AutoCloseable {
    static final double LEFT = 48;
    static final double WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final double TOP = PDRectangle.A4.getHeight() - 44;
    private static final double BOTTOM = 56;
    private static final double LEADING = 1.35;

    private final PDDocument doc;
    final Face regular;
    final Face bold;
    private final String running;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream out;
    private double y = TOP;

    /// `running` stands at the head of each page but the first.
    Sheets(PDDocument doc, String running) throws IOException {
        this.doc = doc;
        this.regular = Face.regular(doc);
        this.bold = Face.bold(doc);
        this.running = running;
        this.out = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        doc.addPage(page);
        pages.add(page);
        return new PDPageContentStream(doc, page);
    }

    /// Begins another page unless so much is left of this one.
    void need(double height) throws IOException {
        if (y - height >= BOTTOM) {
            return;
        }
        out.close();
        out = page();
        y = TOP;
        write(regular, 8.5, LEFT, running, 0.45f);
        y -= 20;
    }

    void skip(double height) {
        y -= height;
    }

    private void write(Face face, double size, double x, String line, float grey) throws IOException {
        out.beginText();
        out.setNonStrokingColor(grey);
        out.setFont(face.font(), (float) size);
        out.newLineAtOffset((float) x, (float) (y - size));
        out.showText(face.written(line));
        out.endText();
    }

    /// A text as wide as there is room from `x` on.
    void text(Face face, double size, double x, String text, float grey) throws IOException {
        for (String line : face.lines(text, size, LEFT + WIDTH - x)) {
            need(size * LEADING);
            write(face, size, x, line, grey);
            y -= size * LEADING;
        }
    }

    /// Two texts beside each other, as high as the higher of both; a long one goes on on the next page.
    void beside(String left, double leftWidth, Face face, String right, float grey) throws IOException {
        double size = 9.5;
        List<String> first = regular.lines(left, size, leftWidth - 8);
        List<String> second = face.lines(right, size, WIDTH - leftWidth);
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            need(size * LEADING);
            if (i < first.size()) {
                write(regular, size, LEFT, first.get(i), 0.4f);
            }
            if (i < second.size()) {
                write(face, size, LEFT + leftWidth, second.get(i), grey);
            }
            y -= size * LEADING;
        }
    }

    void rule() throws IOException {
        out.setStrokingColor(0.75f);
        out.setLineWidth(0.6f);
        out.moveTo((float) LEFT, (float) y);
        out.lineTo((float) (LEFT + WIDTH), (float) y);
        out.stroke();
        y -= 8;
    }

    /// A picture within a box whose upper left corner is so far from the left, at the present height.
    void picture(Dots dots, double x, double width, double height) throws IOException {
        BufferedImage image = new BufferedImage(dots.width(), dots.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, dots.width(), dots.height(), dots.argb(), 0, dots.width());
        double scale = Math.min(width / dots.width(), height / dots.height());
        double w = dots.width() * scale;
        double h = dots.height() * scale;
        out.drawImage(
                JPEGFactory.createFromImage(doc, image, 0.8f), (float) (LEFT + x), (float) (y - h), (float) w, (float) h);
    }

    void frame(double x, double width, double height) throws IOException {
        out.setStrokingColor(0.75f);
        out.addRect((float) (LEFT + x), (float) (y - height), (float) width, (float) height);
        out.stroke();
    }

    /// A short line under a picture, cut to its width.
    void caption(String text, double x, double width, double below) throws IOException {
        List<String> lines = regular.lines(text, 8, width);
        double was = y;
        for (String line : lines.subList(0, Math.min(2, lines.size()))) {
            y -= 0;
            out.beginText();
            out.setNonStrokingColor(0.3f);
            out.setFont(regular.font(), 8);
            out.newLineAtOffset((float) (LEFT + x), (float) (y - below - 9));
            out.showText(line);
            out.endText();
            y -= 10;
        }
        y = was;
    }

    /// The foot of every page, once it is known how many there are.
    void feet(CaseSheet.Foot foot) throws IOException {
        out.close();
        int n = 0;
        for (PDPage page : pages) {
            n++;
            String count = foot.page().replace("{0}", Integer.toString(n)).replace("{1}", Integer.toString(pages.size()));
            try (PDPageContentStream end =
                    new PDPageContentStream(doc, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                line(end, LEFT, foot.text());
                line(end, LEFT + WIDTH - regular.width(regular.written(count), 8), count);
            }
        }
    }

    private void line(PDPageContentStream end, double x, String text) throws IOException {
        end.beginText();
        end.setNonStrokingColor(0.4f);
        end.setFont(regular.font(), 8);
        end.newLineAtOffset((float) x, 30);
        end.showText(regular.written(text));
        end.endText();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
