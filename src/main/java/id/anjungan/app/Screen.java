package id.anjungan.app;

/// Said when a command needs a window and this session has no screen.
final class Screen {
    static final String MISSING =
            "There is no display here to open a window on; `shots` makes pictures of the same living city without one.";

    private Screen() {}

    /// Refuses in one sentence when there is no display.
    static void need() {
        if (!Display.present()) {
            throw new IllegalStateException(MISSING);
        }
    }
}
