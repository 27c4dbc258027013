package id.anjungan.geo;

/// What part of the world a map shows: its middle in [Mercator] units, a fractional zoom (the world is
/// 256·2^zoom pixels wide) and its size in pixels. Moving and zooming give a new one.
public record Viewport(double centreX, double centreY, double zoom, double width, double height) {
    public static final double MIN_ZOOM = 2;
    public static final double MAX_ZOOM = 19;
    private static final double TILE = 256;

    public Viewport {
        zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
        centreX = Math.clamp(centreX, 0.0, 1.0);
        centreY = Math.clamp(centreY, 0.0, 1.0);
    }

    /// Pixels for the whole world.
    public double scale() {
        return TILE * Math.pow(2, zoom);
    }

    public double screenX(double worldX) {
        return (worldX - centreX) * scale() + width / 2;
    }

    public double screenY(double worldY) {
        return (worldY - centreY) * scale() + height / 2;
    }

    public double worldX(double screenX) {
        return (screenX - width / 2) / scale() + centreX;
    }

    public double worldY(double screenY) {
        return (screenY - height / 2) / scale() + centreY;
    }

    /// The picture follows the hand by so many pixels.
    public Viewport pan(double dx, double dy) {
        return new Viewport(centreX - dx / scale(), centreY - dy / scale(), zoom, width, height);
    }

    /// Zooms so that what lies under the pixel stays under it.
    public Viewport zoomAt(double px, double py, double steps) {
        double wx = worldX(px);
        double wy = worldY(py);
        Viewport z = new Viewport(centreX, centreY, zoom + steps, width, height);
        return new Viewport(
                wx - (px - width / 2) / z.scale(), wy - (py - height / 2) / z.scale(), z.zoom, width, height);
    }

    public Viewport resized(double w, double h) {
        return new Viewport(centreX, centreY, zoom, w, h);
    }

    public Viewport centredOn(double worldX, double worldY) {
        return new Viewport(worldX, worldY, zoom, width, height);
    }

    /// Shows the box given in world units, with so many pixels left free on each side.
    public static Viewport fitting(
            double minX, double minY, double maxX, double maxY, double width, double height, double padding) {
        double w = Math.max(1, width - 2 * padding);
        double h = Math.max(1, height - 2 * padding);
        double perPixel = Math.max(Math.max((maxX - minX) / w, (maxY - minY) / h), 1e-12);
        double zoom = Math.log(1 / (perPixel * TILE)) / Math.log(2);
        return new Viewport((minX + maxX) / 2, (minY + maxY) / 2, zoom, width, height);
    }
}
