package id.anjungan.central;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.Case;
import id.anjungan.domain.FileKind;
import id.anjungan.domain.Message;
import id.anjungan.domain.Right;
import id.anjungan.protocol.FileUpload;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Files of cases: sent piece by piece, each piece where the last one ended, and given out to those who may see the
/// case and the message that names them. Each request runs on a virtual thread of its own.
final class FilesApi {
    private static final int LARGEST_SMALL = 4 << 10;
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FROM = Pattern.compile("bytes=(\\d{1,12})-");
    private static final String OPENED = "open-original";

    private final CentralStore store;
    private final Sessions sessions;
    private final Writer writer;
    private final InstantSource clock;

    FilesApi(CentralStore store, Sessions sessions, Writer writer, InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.writer = writer;
        this.clock = clock;
    }

    /// Says what is coming; the answer tells where to go on.
    void begin(Context ctx) throws IOException {
        writes(ctx);
        FileUpload u = Json.read(Bodies.text(ctx, LARGEST_SMALL), FileUpload.class);
        if (u.sha256() == null || !SHA.matcher(u.sha256()).matches() || u.mediaType() == null) {
            throw Problem.bad("sha256 is 64 lower-case hex digits, and mediaType is needed");
        }
        if (FileKind.ofMediaType(u.mediaType()).isEmpty()) {
            throw new Problem(415, "Unknown kind of file", "cases carry no files of this kind", 0);
        }
        if (u.bytes() <= 0 || u.bytes() > FileKind.MOST_BYTES) {
            throw Problem.tooLarge("a file has at least one byte and at most " + FileKind.MOST_BYTES);
        }
        Blobs.Blob b = store.blobs().begin(u.sha256(), u.mediaType(), u.bytes(), clock.instant());
        if (b.bytes() != u.bytes() || !b.mediaType().equals(u.mediaType())) {
            throw Problem.conflict("this file is known with another size or kind");
        }
        state(ctx, b);
    }

    /// The next piece. One that does not begin where the last one ended is not taken; the answer tells where to go on.
    void append(Context ctx) throws IOException {
        writes(ctx);
        Blobs.Blob b = store.blobs().find(sha(ctx)).orElseThrow(() -> Problem.notFound("say first that it is coming"));
        long from = offset(ctx);
        byte[] piece = Bodies.bytes(ctx, FileUpload.CHUNK);
        if (b.complete() || from != b.received() || piece.length == 0 || from + piece.length > b.bytes()) {
            state(ctx, b);
            return;
        }
        if (from == 0 && !FileKind.ofHead(piece).map(k -> k.mediaType().equals(b.mediaType())).orElse(false)) {
            throw new Problem(415, "Another kind of file", "the bytes are not what mediaType says", 0);
        }
        Blobs.Blob after = store.blobs().append(b.sha256(), from, piece, clock.instant());
        if (!after.complete() && after.received() == 0) {
            throw new Problem(422, "Not the same file", "the bytes do not add up to the sha256; begin anew", 0);
        }
        state(ctx, after);
    }

    private void writes(Context ctx) {
        if (!sessions.require(ctx.header("Authorization")).actor().may(Right.ACT)) {
            throw Problem.forbidden("your role sends no files");
        }
    }

    private static void state(Context ctx, Blobs.Blob b) {
        Api.json(ctx, new FileUpload.State(b.received(), b.complete()));
    }

    private static String sha(Context ctx) {
        String sha = ctx.pathParam("sha256");
        if (!SHA.matcher(sha).matches()) {
            throw Problem.bad("sha256 is 64 lower-case hex digits");
        }
        return sha;
    }

    private static long offset(Context ctx) {
        try {
            return Long.parseLong(String.valueOf(ctx.queryParam("from")));
        } catch (NumberFormatException e) {
            throw Problem.bad("from is the number of the first byte");
        }
    }

    /// The bytes of a file of a case. Whoever may not see the case, or the message that names the file, learns only
    /// that there is nothing.
    void fetch(Context ctx) throws IOException {
        Signed by = sessions.require(ctx.header("Authorization"));
        UUID caseId = caseId(ctx);
        String sha = sha(ctx);
        Projection seen = Projection.of(by.actor());
        List<Attachment> named = named(seen, caseId, sha);
        Blobs.Blob blob = store.blobs()
                .find(sha)
                .filter(b -> b.complete() && !named.isEmpty())
                .orElseThrow(() -> Problem.notFound("no such file, or it is outside what you may see"));
        if (blob.restricted() || named.stream().anyMatch(Attachment::restricted)) {
            original(by, caseId, sha);
        }
        send(ctx, blob);
    }

    private static UUID caseId(Context ctx) {
        try {
            return UUID.fromString(ctx.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("id is not a UUID");
        }
    }

    private List<Attachment> named(Projection seen, UUID caseId, String sha) {
        boolean visible = store.row(caseId)
                .filter(r -> r.kind() == Kind.CASE)
                .flatMap(seen::body)
                .map(body -> Json.read(body, Case.class))
                .isPresent();
        return !visible
                ? List.of()
                : store.about(caseId).stream()
                        .filter(r -> r.kind() == Kind.MESSAGE)
                        .flatMap(r -> seen.body(r).stream())
                        .filter(body -> body.contains(sha))
                        .flatMap(body -> Json.read(body, Message.class).attachments().stream())
                        .filter(a -> a.kept() && a.sha256().equals(sha))
                        .toList();
    }

    /// Few may see what a redacted picture was made of, and each time it is written down.
    private void original(Signed by, UUID caseId, String sha) {
        boolean may = by.actor().may(Right.SEE_ORIGINAL);
        Instant now = clock.instant();
        Tx.AuditLine line = new Tx.AuditLine(
                UUID.randomUUID(), by.console(), by.actor().id(), now, now, OPENED, List.of(caseId),
                (may ? "DONE " : "REFUSED ") + sha);
        Waits.on(writer.submit(Work.<Boolean>of(
                tx -> {
                    tx.audit(line);
                    return base -> true;
                },
                (tx, incident) -> base -> false)));
        if (!may) {
            throw Problem.forbidden("a redacted picture has taken its place");
        }
    }

    /// From the byte that the asker goes on at, so that a broken download need not begin anew.
    private void send(Context ctx, Blobs.Blob blob) throws IOException {
        long from = Optional.ofNullable(ctx.header("Range"))
                .map(FROM::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(m -> Long.parseLong(m.group(1)))
                .filter(n -> n > 0 && n < blob.bytes())
                .orElse(0L);
        if (from > 0) {
            ctx.status(206);
            ctx.header("Content-Range", "bytes " + from + "-" + (blob.bytes() - 1) + "/" + blob.bytes());
        }
        ctx.header("Content-Length", Long.toString(blob.bytes() - from));
        ctx.header("Content-Disposition", "attachment");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Cache-Control", "private, no-store");
        ctx.contentType(blob.mediaType());
        OutputStream out = ctx.res().getOutputStream();
        store.blobs().copy(blob, from, out);
        out.flush();
    }
}
