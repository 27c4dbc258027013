package id.anjungan.central;

import id.anjungan.domain.Message;
import id.anjungan.intake.IntakeResult;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.security.Tokens;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The channels' door: items in, answers out. A body is worked on while it arrives, and its results are written in
/// order as they become durable, so a body may be as long as its sender likes. Virtual threads.
final class IntakeApi {
    private static final int CHUNK = 100;
    private static final int AHEAD = 400;
    private static final int LARGEST_SMALL = 64 << 10;
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final Intake intake;
    private final Outbound outbound;
    private final Writer writer;
    private final @Nullable String token;

    IntakeApi(Intake intake, Outbound outbound, Writer writer, @Nullable String token) {
        this.intake = intake;
        this.outbound = outbound;
        this.writer = writer;
        this.token = token;
    }

    private void check(Context ctx) {
        if (token == null) {
            return;
        }
        boolean right = Tokens.ofHeader(ctx.header("Authorization"))
                .map(t -> Tokens.same(t, token))
                .orElse(false);
        if (!right) {
            throw Problem.unauthorized("this server asks channels for their token");
        }
    }

    void deliver(Context ctx) throws IOException, InterruptedException {
        check(ctx);
        Deque<Work<IntakeResult>> ahead = new ArrayDeque<>();
        List<Work<IntakeResult>> chunk = new ArrayList<>();
        try (InputStream in = Bodies.stream(ctx)) {
            Lines lines = new Lines(in);
            byte[] line = lines.next();
            OutputStream out = begin(ctx);
            while (line != null) {
                chunk.add(lines.cut() ? intake.tooLong(line) : intake.work(line));
                if (chunk.size() == CHUNK) {
                    submit(chunk, ahead);
                    write(out, ahead, AHEAD);
                }
                line = lines.next();
            }
            submit(chunk, ahead);
            write(out, ahead, 0);
            out.flush();
        }
    }

    private static OutputStream begin(Context ctx) throws IOException {
        ctx.res().setContentType(Protocol.NDJSON);
        return ctx.res().getOutputStream();
    }

    private void submit(List<Work<IntakeResult>> chunk, Deque<Work<IntakeResult>> ahead) throws InterruptedException {
        if (!chunk.isEmpty()) {
            writer.deliver(chunk);
            ahead.addAll(chunk);
            chunk.clear();
        }
    }

    /// Writes results until only so many are still awaited.
    private static void write(OutputStream out, Deque<Work<IntakeResult>> ahead, int leave) throws IOException {
        while (ahead.size() > leave) {
            IntakeResult r = Waits.on(ahead.removeFirst().answer());
            out.write(Json.mapper().writeValueAsBytes(r));
            out.write('\n');
        }
    }

    void fetch(Context ctx) throws InterruptedException {
        check(ctx);
        String channel = ctx.queryParam("channel");
        if (channel == null) {
            throw Problem.bad("channel is missing");
        }
        int limit = (int) Math.clamp(number(ctx, "limit", 100), 1L, Outbound.LARGEST_PAGE);
        int wait = (int) Math.clamp(number(ctx, "wait", 0), 0L, LONGEST_WAIT_SECONDS);
        Api.json(ctx, outbound.fetch(channel, number(ctx, "after", 0), limit, Duration.ofSeconds(wait)));
    }

    void told(Context ctx) throws IOException {
        check(ctx);
        Outbound.Told told = Json.read(Bodies.text(ctx, LARGEST_SMALL), Outbound.Told.class);
        boolean known = told.delivery() == Message.Delivery.SENT
                || told.delivery() == Message.Delivery.DELIVERED
                || told.delivery() == Message.Delivery.UNCERTAIN
                || told.delivery() == Message.Delivery.FAILED;
        if (told.id() == null || !known) {
            throw Problem.bad("id is needed, and delivery is SENT, DELIVERED, UNCERTAIN or FAILED");
        }
        outbound.record(told.id(), told.delivery());
        ctx.status(204);
    }

    private static long number(Context ctx, String name, long otherwise) {
        String v = ctx.queryParam(name);
        try {
            return v == null ? otherwise : Long.parseLong(v);
        } catch (NumberFormatException e) {
            throw Problem.bad(name + " is not a number");
        }
    }
}
