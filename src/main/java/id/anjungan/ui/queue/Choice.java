package id.anjungan.ui.queue;

/// A line one can choose: what it is, of what kind, and what choosing it does. `drop` takes it away for good; null
/// when it is not the operator's to take away.
record Choice(String kind, String name, Runnable choose, @org.jspecify.annotations.Nullable Runnable drop) {
    Choice(String kind, String name, Runnable choose) {
        this(kind, name, choose, null);
    }

    /// Whether every word typed begins a word of it.
    boolean fits(String typed) {
        String all = " " + (kind + " " + name).toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        for (String word : typed.strip().toLowerCase(java.util.Locale.ROOT).split("\\s+")) {
            if (!all.contains(" " + word) && !word.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
