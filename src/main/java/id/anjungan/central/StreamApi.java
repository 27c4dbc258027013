package id.anjungan.central;

import id.anjungan.domain.Right;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.StreamQuery;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// `GET /v1/stream`: opens a `Feed` on the request's own virtual thread and stays in it.
final class StreamApi {
    private final Feed.Sources sources;
    private final CentralStore store;
    private final Sessions sessions;
    private final Ephemerals ephemerals;
    private final Writer writer;

    StreamApi(Feed.Sources sources, Sessions sessions, Ephemerals ephemerals, Writer writer) {
        this.sources = sources;
        this.store = sources.store();
        this.sessions = sessions;
        this.ephemerals = ephemerals;
        this.writer = writer;
    }

    void stream(Context ctx) throws IOException, InterruptedException {
        Signed by = sessions.require(ctx.header("Authorization"));
        StreamQuery query = query(ctx);
        Projection projection = Projection.of(by.actor());
        boolean sameRights = query.epoch() == null
                || store.projection(by.console()).map(projection.digest()::equals).orElse(true);
        if (query.epoch() == null) {
            remember(by.console(), projection.digest());
        }
        boolean acts = by.actor().may(Right.ACT) || by.actor().may(Right.CHAT);
        Ephemerals.Box box = acts ? ephemerals.open() : null;
        try (OutputStream out = out(ctx)) {
            new Feed(sources, projection, out, box, () -> alive(by)).run(query, sameRights);
        } catch (Ended | IOException e) {
            // The consumer has gone or signed out; there is nobody left to tell.
            ctx.req().setAttribute("ended", e.getClass().getSimpleName());
        } finally {
            if (box != null) {
                ephemerals.close(box);
            }
        }
    }

    private void remember(UUID console, String digest) {
        if (store.projection(console).filter(digest::equals).isEmpty()) {
            Waits.on(writer.submit(Work.<Boolean>of(
                    tx -> {
                        tx.projection(console, digest);
                        return base -> true;
                    },
                    (tx, incident) -> base -> false)));
        }
    }

    /// A stream that is being read is a desk that is there.
    private void alive(Signed by) {
        if (!sessions.stands(by)) {
            throw new Ended();
        }
        sessions.hear(by.actor().id());
    }

    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Ended() {
            super("the session has ended", null, false, false);
        }
    }

    private static OutputStream out(Context ctx) throws IOException {
        ctx.res().setContentType(Protocol.NDJSON);
        ctx.res().setHeader("Cache-Control", "no-store");
        String accepted = ctx.header("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            ctx.res().setHeader("Content-Encoding", "gzip");
            return new QuickGzip(ctx.res().getOutputStream());
        }
        return new java.io.BufferedOutputStream(ctx.res().getOutputStream(), 16 * 1024);
    }

    /// The fastest level: packing better costs more processor than the line it saves is worth.
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 16 * 1024, true);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static StreamQuery query(Context ctx) {
        String epoch = ctx.queryParam("epoch");
        if (epoch == null) {
            return StreamQuery.FRESH;
        }
        String position = ctx.queryParam("snapshot");
        if (position != null && CentralStore.Position.decode(position).isEmpty()) {
            throw Problem.bad("snapshot is not a position of this server");
        }
        try {
            return new StreamQuery(
                    UUID.fromString(epoch), number("after", ctx.queryParam("after")), position,
                    number("s0", ctx.queryParam("s0")));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("epoch is not a UUID");
        }
    }

    private static long number(String name, @Nullable String value) {
        try {
            long n = value == null ? 0 : Long.parseLong(value);
            if (n >= 0) {
                return n;
            }
        } catch (NumberFormatException e) {
            throw Problem.bad(name + " is not a number");
        }
        throw Problem.bad(name + " is below zero");
    }
}
