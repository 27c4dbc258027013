package id.anjungan.app;

import java.util.Locale;
import java.util.Map;

/// Whether this session has a screen a window could appear on, found without starting JavaFX.
final class Display {
    private Display() {}

    static boolean present() {
        return present(System.getenv(), System.getProperty("os.name", ""))
                || "Headless".equals(System.getProperty("glass.platform"));
    }

    /// On Linux a window needs an X display; Windows and macOS sessions always have a screen.
    static boolean present(Map<String, String> env, String os) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("win") || system.contains("mac")) {
            return true;
        }
        String x = env.get("DISPLAY");
        return x != null && !x.isBlank();
    }
}
