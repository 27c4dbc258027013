package id.anjungan.ui.shell;

/// What may lie over the pages; one at a time, put away by Esc.
enum Overlay {
    NONE,
    STATUS,
    KEYS,
    SETTINGS,
    ALARMS,
    OLDER,
    PRINT,
    WALL,
    SIGN_OUT
}
