package id.anjungan.central;

import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request that cannot be served, as a problem document (RFC 9457). `detail` is for people and holds no personal
/// value. `retryAfter` in seconds, 0 for none.
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String title;
    private final int retryAfter;

    Problem(int status, String title, String detail, int retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    int retryAfter() {
        return retryAfter;
    }

    String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", getMessage());
        return Json.write(body);
    }

    static Problem bad(String detail) {
        return new Problem(400, "Bad request", detail, 0);
    }

    static Problem unauthorized(String detail) {
        return new Problem(401, "Sign in first", detail, 0);
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "Not yours", detail, 0);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "No such thing", detail, 0);
    }

    static Problem conflict(String detail) {
        return new Problem(409, "Not comparable", detail, 0);
    }

    static Problem tooLarge(String detail) {
        return new Problem(413, "Too large", detail, 0);
    }

    static Problem otherVersion() {
        String ours = "this server speaks protocol " + Protocol.VERSION + " and " + (Protocol.VERSION - 1);
        return new Problem(Protocol.UPGRADE_REQUIRED, "Another version is needed", ours, 0);
    }

    static Problem busy() {
        return new Problem(429, "Busy", "too much is waiting to be written; try again shortly", 1);
    }

    static Problem away() {
        return new Problem(503, "Unavailable", "the database does not answer; nothing was changed", 2);
    }

    static Problem otherPolicy() {
        return new Problem(
                503, "Outdated profile", "another profile is in effect than this node was started with; nothing was changed", 30);
    }

    static Problem closing() {
        return new Problem(503, "Closing", "the server is shutting down", 5);
    }
}
