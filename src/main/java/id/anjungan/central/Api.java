package id.anjungan.central;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Right;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Session;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The small requests: signing in, commands, presence, status. Each runs on a virtual thread of its own.
final class Api {
    private static final int LARGEST_COMMANDS = 8 << 20;
    private static final int LARGEST_SMALL = 16 << 10;
    private static final int MOST_ARGS = 8;

    private final City city;
    private final CentralStore store;
    private final Sessions sessions;
    private final Commands commands;
    private final Neighbours neighbours;
    private final InstantSource clock;
    private final Unreadable unreadable;
    private final ProjectionHash hash;
    private final Pace pace;

    Api(
            City city, CentralStore store, Sessions sessions, Commands commands, Neighbours neighbours,
            InstantSource clock, Unreadable unreadable, Pace pace) {
        this.pace = pace;
        this.unreadable = unreadable;
        this.hash = new ProjectionHash(store, unreadable);
        this.city = city;
        this.store = store;
        this.sessions = sessions;
        this.commands = commands;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /// An operator as the sign-in screen lists one.
    record Listed(String id, String name, String role) {}

    record Sent(String topic, Map<String, String> args) {}

    void signIn(Context ctx) throws IOException {
        Session.SignIn in = Json.read(Bodies.text(ctx, LARGEST_SMALL), Session.SignIn.class);
        if (in.operator() == null || in.console() == null) {
            throw Problem.bad("operator and console are needed");
        }
        String token = sessions.open(in.operator(), in.console());
        Actor actor = city.operator(in.operator()).orElseThrow();
        json(ctx, new Session(
                token, actor, store.epoch(), city.policy().city(), clock.instant(), Protocol.VERSION));
    }

    void signOut(Context ctx) {
        sessions.close(sessions.require(ctx.header("Authorization")));
        ctx.status(204);
    }

    void operators(Context ctx) {
        List<Listed> all = city.operators().stream()
                .map(o -> new Listed(o.id(), o.name(), o.role().name()))
                .toList();
        json(ctx, all);
    }

    void commands(Context ctx) throws IOException {
        Signed by = sessions.require(ctx.header("Authorization"));
        json(ctx, commands.settle(by, Commands.read(Bodies.bytes(ctx, LARGEST_COMMANDS))));
    }

    void ephemeral(Context ctx) throws IOException {
        Signed by = sessions.require(ctx.header("Authorization"));
        Sent sent = Json.read(Bodies.text(ctx, LARGEST_SMALL), Sent.class);
        Map<String, String> args = sent.args() == null ? Map.of() : sent.args();
        if (sent.topic() == null || args.size() > MOST_ARGS) {
            throw Problem.bad("a topic is needed, and at most " + MOST_ARGS + " args");
        }
        Instant now = clock.instant();
        if (sent.topic().equals("line") && "losing".equals(args.get("state"))) {
            sessions.losesLine(by.actor().id());
        }
        boolean acts = by.actor().may(Right.ACT) || by.actor().may(Right.CHAT);
        if (acts) {
            neighbours.show(new Frame.Ephemeral(sent.topic(), by.actor().id(), args, now));
        }
        ctx.status(202);
    }

    /// What a desk's cache should hold, as one number.
    void hash(Context ctx) {
        Signed by = sessions.require(ctx.header("Authorization"));
        String ended = ctx.queryParam("closedAfter");
        try {
            UUID epoch = UUID.fromString(String.valueOf(ctx.queryParam("epoch")));
            long after = Long.parseLong(String.valueOf(ctx.queryParam("after")));
            json(ctx, hash.of(Projection.of(by.actor()), epoch, after, ended == null ? Instant.MIN : Instant.parse(ended)));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw Problem.bad("epoch is a UUID, after a number, and closedAfter, when given, an instant");
        }
    }

    void status(Context ctx) {
        Map<String, Object> counts = new LinkedHashMap<>();
        Map<Kind, Long> stored = store.counts();
        for (Kind k : Kind.values()) {
            counts.put(k.wire(), stored.getOrDefault(k, 0L));
        }
        counts.put("aside", store.asideCount());
        counts.put("unreadable", (long) unreadable.count());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("city", city.policy().city());
        body.put("policy", city.policy().version());
        body.put("outdated", commands.outdated());
        body.put("epoch", store.epoch());
        body.put("head", store.head());
        body.put("at", clock.instant());
        body.put("protocol", Protocol.VERSION);
        body.put("version", version());
        body.put("counts", counts);
        body.put("waitingMs", pace.waiting().toMillis());
        json(ctx, body);
    }

    static String version() {
        String v = Api.class.getPackage().getImplementationVersion();
        return v == null ? "development" : v;
    }

    static void json(Context ctx, Object value) {
        ctx.result(Json.write(value));
        ctx.contentType("application/json");
    }

    /// The id of the one profile entity.
    static UUID profileId() {
        return Ids.of("profile");
    }
}
