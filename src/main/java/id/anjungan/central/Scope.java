package id.anjungan.central;

import org.jspecify.annotations.Nullable;

/// What decides who may see a stored row: the channel and district it belongs to, and the privacy of its case.
/// A null channel belongs to every channel; a null district is seen only by those whose areas are not limited.
/// `everyone` marks rows without a place of their own, such as the profile and system alarms.
record Scope(@Nullable String channel, @Nullable String district, boolean sensitive, boolean anonymous, boolean everyone) {
    static final Scope EVERYONE = new Scope(null, null, false, false, true);

    /// The text kept in the change log when a row leaves this scope. Codes hold no tab.
    String encode() {
        return (channel == null ? "" : channel) + '\t' + (district == null ? "" : district) + '\t' + flags();
    }

    String flags() {
        return (sensitive ? "s" : "") + (anonymous ? "a" : "") + (everyone ? "e" : "");
    }

    static Scope decode(String text) {
        String[] p = text.split("\t", -1);
        return of(p[0].isEmpty() ? null : p[0], p[1].isEmpty() ? null : p[1], p[2]);
    }

    static Scope of(@Nullable String channel, @Nullable String district, String flags) {
        return new Scope(channel, district, flags.contains("s"), flags.contains("a"), flags.contains("e"));
    }
}
