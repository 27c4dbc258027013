package id.anjungan.ui.search;

/// Something that can be done from anywhere, by its name: a command with its key (empty without one), or the change of
/// a setting.
public record Doable(Kind kind, String title, String key, Runnable run) {
    public enum Kind {
        COMMAND,
        SETTING
    }

    /// Whether every word typed begins a word of its title.
    boolean fits(String typed) {
        return begins(title, typed);
    }

    static boolean begins(String in, String typed) {
        String all = " " + in.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        String[] words = typed.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        boolean any = false;
        for (String word : words) {
            if (!word.isEmpty()) {
                any = true;
                if (!all.contains(" " + word)) {
                    return false;
                }
            }
        }
        return any;
    }
}
