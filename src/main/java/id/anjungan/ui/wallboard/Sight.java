package id.anjungan.ui.wallboard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a wall is looked at: its diagonal in inches and how far away its readers sit, in metres. From these follows how
/// large a letter must be: the height of a capital is measured in minutes of arc at the reader's eye, 20 for what must
/// be read and 12 for what explains it.
public record Sight(double inches, double metres) {
    /// A video wall of 3 by 3 screens in a control room.
    public static final Sight USUAL = new Sight(165, 8);

    static final double MUST_MINUTES = 20;
    static final double SECONDARY_MINUTES = 12;

    /// The smallest fonts of a page as it is designed, in its own pixels; the sheets of style agree with these.
    static final double MUST_FONT = 35;
    static final double SECONDARY_FONT = 21;

    /// The height of a capital or figure over the size of its font, of the flatter of the two faces.
    static final double CAPITAL = 0.71;

    private static final double DESIGN_HEIGHT = 1080;
    private static final double MM_PER_INCH = 25.4;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)x(\\d{1,2}(?:\\.\\d+)?)");

    public Sight {
        inches = Math.clamp(inches, 10, 999);
        metres = Math.clamp(metres, 0.3, 99);
    }

    /// As [#written] writes it; empty for anything else.
    public static Optional<Sight> read(String text) {
        Matcher m = WRITTEN.matcher(text.strip());
        return m.matches()
                ? Optional.of(new Sight(Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))))
                : Optional.empty();
    }

    public String written() {
        return String.format(Locale.ROOT, "%.1fx%.1f", inches, metres);
    }

    /// Millimetres a pixel is wide on a wall of so many pixels.
    double millimetres(double widthPx, double heightPx) {
        return inches * MM_PER_INCH / Math.hypot(widthPx, heightPx);
    }

    /// How high a letter of so many pixels stands before the eye, in minutes of arc.
    double minutes(double letterPx, double widthPx, double heightPx) {
        double mm = letterPx * millimetres(widthPx, heightPx);
        return Math.toDegrees(2 * Math.atan(mm / (2_000 * metres))) * 60;
    }

    /// How many pixels high a letter must be to stand so many minutes high.
    double letterPx(double minutes, double widthPx, double heightPx) {
        return millimetresHigh(minutes) / millimetres(widthPx, heightPx);
    }

    /// How high what must be read stands, in millimetres.
    public double mustMillimetres() {
        return millimetresHigh(MUST_MINUTES);
    }

    /// How high what explains it stands, in millimetres.
    public double secondaryMillimetres() {
        return millimetresHigh(SECONDARY_MINUTES);
    }

    private double millimetresHigh(double minutes) {
        return 2_000 * metres * Math.tan(Math.toRadians(minutes / 60) / 2);
    }

    /// By how much a page as designed is magnified here: with the height of the wall, and further when letters would
    /// be too small for this distance. Then the page has less room and shows fewer things.
    double scale(double widthPx, double heightPx) {
        double must = letterPx(MUST_MINUTES, widthPx, heightPx) / (MUST_FONT * CAPITAL);
        double secondary = letterPx(SECONDARY_MINUTES, widthPx, heightPx) / (SECONDARY_FONT * CAPITAL);
        return Math.max(heightPx / DESIGN_HEIGHT, Math.max(must, secondary));
    }

    /// The smallest diagonal, in whole inches, on which a page of this size has room at this distance.
    int leastInches(double pageWidth, double pageHeight) {
        double mmPerPagePx = mustMillimetres() / (MUST_FONT * CAPITAL);
        double height = Math.max(pageHeight, pageWidth * 9 / 16);
        return (int) Math.ceil(Math.hypot(height * 16 / 9, height) * mmPerPagePx / MM_PER_INCH);
    }
}
