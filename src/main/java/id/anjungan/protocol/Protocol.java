package id.anjungan.protocol;

/// Version and paths of the protocol. A server accepts `VERSION` and the one before; a console says its own in
/// the header `Anjungan-Protocol`, and one that is newer than its server speaks the version before its own. Version 2
/// added tags, watchers, reminders and blobs; who speaks 1 keeps what it does not know and does not offer them.
public final class Protocol {
    public static final int VERSION = 2;
    /// The server does not speak with a program of this age (RFC 9110, 15.5.22); it says its own version in the header.
    public static final int UPGRADE_REQUIRED = 426;
    public static final String VERSION_HEADER = "Anjungan-Protocol";
    public static final String NDJSON = "application/x-ndjson";

    public static final String SESSION = "/v1/session";
    public static final String OPERATORS = "/v1/operators";
    public static final String STREAM = "/v1/stream";
    public static final String COMMANDS = "/v1/commands";
    public static final String EPHEMERAL = "/v1/ephemeral";
    public static final String INTAKE = "/v1/intake";
    public static final String OUTBOUND = "/v1/outbound";
    public static final String HASH = "/v1/hash";
    public static final String CASES = "/v1/cases";
    public static final String CASE = CASES + "/{id}";
    public static final String FILES = "/v1/files";
    public static final String FILE = FILES + "/{sha256}";
    public static final String CASE_FILE = CASE + "/files/{sha256}";
    public static final String SETTINGS = "/v1/settings";
    public static final String STATUS = "/v1/status";
    public static final String OPENAPI = "/v1/openapi.json";

    private Protocol() {}

    /// Whether a server of this version speaks with a console of that one.
    public static boolean serves(int console) {
        return console == VERSION || console == VERSION - 1;
    }
}
