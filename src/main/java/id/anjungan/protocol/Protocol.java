package id.anjungan.protocol;

/// Version and paths of the protocol. A server accepts `VERSION` and the one before; a console says its own in
/// the header `Anjungan-Protocol`.
public final class Protocol {
    public static final int VERSION = 1;
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
    public static final String STATUS = "/v1/status";
    public static final String OPENAPI = "/v1/openapi.json";

    private Protocol() {}
}
