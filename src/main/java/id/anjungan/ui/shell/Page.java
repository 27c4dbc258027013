package id.anjungan.ui.shell;

/// The pages of the window.
public enum Page {
    CONSOLE,
    CHATS
}
