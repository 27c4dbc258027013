package id.anjungan.state;

import id.anjungan.store.DeskDb;

/// How much of this desk's disk the files of cases may take.
final class FileSettings {
    /// The setting, in megabytes.
    static final String CACHE = "user.here.files-cache-mb";
    private static final long USUAL_MB = 512;
    private static final long LEAST_MB = 16;

    private FileSettings() {}

    static long cacheBytes(DeskDb desk) {
        try {
            return Math.max(LEAST_MB, desk.setting(CACHE).map(Long::parseLong).orElse(USUAL_MB)) << 20;
        } catch (NumberFormatException e) {
            return USUAL_MB << 20;
        }
    }
}
