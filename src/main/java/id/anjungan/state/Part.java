package id.anjungan.state;

/// What can be computed anew on its own.
enum Part {
    TILES,
    QUEUE,
    MAP,
    CHATS,
    ALARMS,
    CASE_FILE,
    CHAT_FILE,
    STATUS,
    REFUSED,
    WAITING,
    NOTES,
    BESIDE,
    PROFILE
}
