package id.anjungan.sync;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.anjungan.domain.Actor;
import id.anjungan.domain.Change;
import id.anjungan.domain.Command;
import id.anjungan.domain.Context;
import id.anjungan.domain.Decide;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Person;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.protocol.CommandAnswer;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.FrameCodec;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Session;
import id.anjungan.protocol.Settlement;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A server in the test's own process: the real decisions over maps, the real routes over real HTTP. It can be stopped
/// and started, given another history, told to fail, to cut a snapshot, or to forget its answers.
public final class FakeCentral implements AutoCloseable {
    private static final Actor INTAKE = Actor.system("intake");

    private final CityProfile city;
    private final Map<UUID, Entity> entities = new LinkedHashMap<>();
    private final Map<UUID, Long> seqs = new HashMap<>();
    private final List<Frame> log = new ArrayList<>();
    private final Map<UUID, Settlement> settled = new HashMap<>();
    private final Map<String, UUID> numbers = new HashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<HttpExchange> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger items = new AtomicInteger();
    public final List<CommandEnvelope> executed = new CopyOnWriteArrayList<>();
    public final List<String> streamQueries = new CopyOnWriteArrayList<>();
    public final AtomicInteger failCommands = new AtomicInteger();
    public final AtomicInteger dropAnswers = new AtomicInteger();
    public volatile int cutSnapshotAfter = Integer.MAX_VALUE;
    public volatile int pageRows = 100;
    public volatile boolean silent;
    /// What the next requests for commands, or for a stream, meet instead of the server.
    public final Queue<Fault> commandFaults = new ConcurrentLinkedQueue<>();
    public final Queue<Fault> streamFaults = new ConcurrentLinkedQueue<>();
    public final AtomicInteger ephemerals = new AtomicInteger();
    /// The version it speaks; it also takes the one before.
    public volatile int protocol = Protocol.VERSION;
    /// What signed in last said that it speaks.
    public volatile int spoken;
    public volatile Duration skew = Duration.ZERO;
    private UUID epoch = UUID.randomUUID();
    private long seq;
    private int port;
    private @Nullable HttpServer server;

    /// Answers, or does not.
    public interface Fault {
        void meet(HttpExchange x) throws IOException, InterruptedException;
    }

    private static boolean met(Queue<Fault> faults, HttpExchange x) throws IOException {
        Fault fault = faults.poll();
        if (fault == null) {
            return false;
        }
        try (x) {
            fault.meet(x);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /// The same history with its newest part gone, as after a disk that lied: cursors are ahead of it.
    public synchronized void setBack() {
        log.clear();
        seq = 1;
        seqs.replaceAll((id, s) -> 1L);
        notifyAll();
    }

    public FakeCentral(CityProfile city) {
        this.city = city;
        synchronized (this) {
            seq++;
            log.add(new Frame.Change(seq, Kind.PROFILE.wire(), profileId(), city.document()));
        }
    }

    private static UUID profileId() {
        return Ids.of("profile");
    }

    public URI start() {
        try {
            HttpServer s = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            port = s.getAddress().getPort();
            s.createContext(Protocol.SESSION, this::session);
            s.createContext(Protocol.STREAM, this::stream);
            s.createContext(Protocol.COMMANDS, this::commands);
            s.createContext(Protocol.EPHEMERAL, this::ephemeral);
            s.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            s.start();
            server = s;
            return uri();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public void stop() {
        HttpServer s = server;
        if (s != null) {
            server = null;
            open.forEach(HttpExchange::close);
            open.clear();
            s.stop(0);
            synchronized (this) {
                notifyAll();
            }
        }
    }

    @Override
    public void close() {
        stop();
    }

    public Instant now() {
        return Instant.now().plus(skew);
    }

    /// A report comes in through a channel; the id of the case it becomes.
    public UUID report(String channel, String category, @Nullable Priority priority, String text) {
        return report(channel, category, priority, text, Location.UNKNOWN, "Siti Aminah", "+62 812-3456-7890");
    }

    public synchronized UUID report(
            String channel, String category, @Nullable Priority priority, String text, Location where, String name,
            String phone) {
        int n = items.incrementAndGet();
        UUID id = Ids.ofItem(channel, "src-" + n);
        Person who = new Person(Ids.of("person", phone), name, phone, null, null, false);
        system(new Command.ReceiveItem(
                id, String.format("T-%05d", n), channel, "src-" + n, who, category, priority, Privacy.OPEN, where,
                now(), text, List.of(), null, null));
        return id;
    }

    public synchronized UUID chatLine(String channel, String source, String line, String text) {
        UUID id = Ids.ofChat(channel, source);
        Person who = new Person(Ids.of("person", source), "Budi " + source, null, source, null, false);
        system(new Command.ReceiveChatLine(
                id, "C-" + source, channel, source, line, who, Location.UNKNOWN, now(), text, false));
        return id;
    }

    public synchronized void system(Command c) {
        Instant at = now();
        if (!(Decide.decide(view(), c, new Context(INTAKE, city.toPolicy(), at, at, UUID.randomUUID(), false))
                instanceof Decision.Accepted(List<Change> changes))) {
            throw new IllegalStateException("the server's own command was refused: " + c.getClass().getSimpleName());
        }
        changes.forEach(this::put);
        notifyAll();
    }

    private id.anjungan.domain.View view() {
        return id -> Optional.ofNullable(entities.get(id));
    }

    private void put(Change change) {
        if (change instanceof Change.Put(Entity e)) {
            entities.put(e.id(), e);
            raw(Kind.of(e).wire(), e.id(), Json.write(e));
        }
    }

    /// A state somebody else brought about.
    public synchronized void putDirectly(Entity e) {
        put(new Change.Put(e));
        notifyAll();
    }

    /// A change as some server might send it.
    public synchronized void raw(String kind, UUID id, String body) {
        seq++;
        seqs.put(id, seq);
        log.add(new Frame.Change(seq, kind, id, body));
        notifyAll();
    }

    public synchronized void withdraw(UUID id) {
        seq++;
        log.add(new Frame.Withdrawn(seq, Kind.of(java.util.Objects.requireNonNull(entities.remove(id))).wire(), id));
        notifyAll();
    }

    public synchronized void tell(Frame frame) {
        log.add(frame);
        notifyAll();
    }

    public synchronized <T extends Entity> T entity(Class<T> type, UUID id) {
        return type.cast(java.util.Objects.requireNonNull(entities.get(id)));
    }

    public synchronized List<Entity> all() {
        return List.copyOf(entities.values());
    }

    /// A backup is restored: another epoch, and commands it has never heard of; the log starts again.
    public synchronized void restore(List<Entity> backup) {
        epoch = UUID.randomUUID();
        entities.clear();
        seqs.clear();
        log.clear();
        settled.clear();
        numbers.clear();
        tokens.clear();
        seq = 1;
        log.add(new Frame.Change(1, Kind.PROFILE.wire(), profileId(), city.document()));
        backup.forEach(e -> put(new Change.Put(e)));
        notifyAll();
    }

    // ---- routes

    private void session(HttpExchange x) throws IOException {
        Session.SignIn in = Json.read(body(x), Session.SignIn.class);
        if (otherVersion(x)) {
            return;
        }
        String token = UUID.randomUUID().toString();
        tokens.put(token, in.operator());
        synchronized (this) {
            answer(x, 200, Json.write(new Session(token, actor(in.operator()), epoch, city.code(), now(), protocol)));
        }
    }

    private boolean otherVersion(HttpExchange x) throws IOException {
        spoken = Integer.parseInt(x.getRequestHeaders().getFirst(Protocol.VERSION_HEADER));
        if (spoken == protocol || spoken == protocol - 1) {
            return false;
        }
        x.getResponseHeaders().set(Protocol.VERSION_HEADER, Integer.toString(protocol));
        answer(x, Protocol.UPGRADE_REQUIRED, "{}");
        return true;
    }

    private Actor actor(String id) {
        return city.operator(id).map(CityProfile.Operator::toActor).orElse(Actor.of(id, id, Role.OPERATOR));
    }

    private @Nullable String operator(HttpExchange x) {
        String auth = String.valueOf(x.getRequestHeaders().getFirst("Authorization"));
        return auth.startsWith("Bearer ") ? tokens.get(auth.substring(7)) : null;
    }

    private void commands(HttpExchange x) throws IOException {
        if (otherVersion(x)) {
            return;
        }
        String who = operator(x);
        if (who == null) {
            answer(x, 401, "{}");
            return;
        }
        if (met(commandFaults, x)) {
            return;
        }
        if (failCommands.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            x.getResponseHeaders().add("Retry-After", "0");
            answer(x, 503, "{}");
            return;
        }
        List<CommandEnvelope> batch =
                Json.mapper().readValue(body(x), new TypeReference<List<CommandEnvelope>>() {});
        CommandAnswer a = settle(batch, actor(who));
        if (dropAnswers.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            x.close();
            return;
        }
        answer(x, 200, Json.write(a));
    }

    private synchronized CommandAnswer settle(List<CommandEnvelope> batch, Actor actor) {
        List<Settlement> answers = new ArrayList<>();
        long last = 0;
        for (CommandEnvelope e : batch) {
            String number = e.console() + "/" + e.number();
            UUID known = numbers.putIfAbsent(number, e.id());
            if (known != null && !known.equals(e.id())) {
                return new CommandAnswer(epoch, answers, last, true);
            }
            answers.add(settled.computeIfAbsent(e.id(), id -> execute(e, actor)));
            last = e.number();
        }
        notifyAll();
        return new CommandAnswer(epoch, answers, last, false);
    }

    private Settlement execute(CommandEnvelope e, Actor actor) {
        executed.add(e);
        Instant received = now();
        Instant at = e.at().isAfter(received) ? received : e.at();
        return switch (Decide.decide(
                view(), e.command(), new Context(actor, city.toPolicy(), at, received, e.id(), false))) {
            case Decision.Refused(var code, var args) ->
                new Settlement(e.id(), e.number(), Settlement.Status.REFUSED, 0, code, args);
            case Decision.Accepted(List<Change> changes) -> {
                changes.forEach(this::put);
                yield new Settlement(
                        e.id(), e.number(), Settlement.Status.DONE, changes.isEmpty() ? 0 : seq, null, Map.of());
            }
        };
    }

    private void ephemeral(HttpExchange x) throws IOException {
        String who = operator(x);
        ephemerals.incrementAndGet();
        var told = Json.mapper().readTree(body(x));
        Map<String, String> args = new HashMap<>();
        told.path("args").properties().forEach(p -> args.put(p.getKey(), p.getValue().asText()));
        tell(new Frame.Ephemeral(told.path("topic").asText(), String.valueOf(who), args, now()));
        answer(x, 202, "{}");
    }

    private void stream(HttpExchange x) throws IOException {
        if (otherVersion(x)) {
            return;
        }
        if (operator(x) == null) {
            answer(x, 401, "{}");
            return;
        }
        String query = String.valueOf(x.getRequestURI().getQuery());
        streamQueries.add(query);
        if (met(streamFaults, x)) {
            return;
        }
        open.add(x);
        x.getResponseHeaders().add("Content-Type", Protocol.NDJSON);
        x.getResponseHeaders().add("Content-Encoding", "gzip");
        x.sendResponseHeaders(200, 0);
        try (OutputStream out = new GZIPOutputStream(x.getResponseBody(), 8192, true)) {
            run(parameters(query), out);
        } catch (IOException | InterruptedException e) {
            open.remove(x);
        } finally {
            x.close();
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> all = new HashMap<>();
        for (String p : query.split("&")) {
            int eq = p.indexOf('=');
            if (eq > 0) {
                all.put(p.substring(0, eq), p.substring(eq + 1));
            }
        }
        return all;
    }

    private void run(Map<String, String> q, OutputStream out) throws IOException, InterruptedException {
        UUID mine;
        long head;
        synchronized (this) {
            mine = epoch;
            head = seq;
        }
        boolean known = mine.toString().equals(q.get("epoch"));
        long after = Long.parseLong(q.getOrDefault("after", "-1"));
        if (q.containsKey("epoch") && (!known || after > head)) {
            send(out, new Frame.Resync(mine, "test"));
            return;
        }
        if (after < 0) {
            int from = known && q.containsKey("snapshot") ? Integer.parseInt(q.get("snapshot")) : 0;
            after = snapshot(out, mine, from, known ? Long.parseLong(q.getOrDefault("s0", "" + head)) : head);
        }
        follow(out, mine, after);
    }

    private long snapshot(OutputStream out, UUID mine, int from, long s0) throws IOException {
        List<Frame.Change> rows = new ArrayList<>();
        synchronized (this) {
            rows.add(new Frame.Change(1, Kind.PROFILE.wire(), profileId(), city.document()));
            for (Kind k : Kind.values()) {
                entities.values().stream().filter(e -> Kind.of(e) == k).forEach(e -> rows.add(new Frame.Change(
                        seqs.getOrDefault(e.id(), 1L), k.wire(), e.id(), Json.write(e))));
            }
        }
        send(out, new Frame.Snapshot(mine, s0, from == 0 ? null : "" + from, from, rows.size(), false));
        for (int i = from; i < rows.size(); i++) {
            if (i - from >= cutSnapshotAfter) {
                out.flush();
                throw new IOException("cut");
            }
            write(out, rows.get(i));
            if ((i + 1) % pageRows == 0) {
                send(out, new Frame.Snapshot(mine, s0, "" + (i + 1), i + 1, rows.size(), false));
            }
        }
        send(out, new Frame.Snapshot(mine, s0, null, rows.size(), rows.size(), true));
        return s0;
    }

    private void follow(OutputStream out, UUID mine, long after) throws IOException, InterruptedException {
        int at = 0;
        while (true) {
            List<Frame> news = new ArrayList<>();
            long head;
            synchronized (this) {
                if (at >= log.size() && mine.equals(epoch)) {
                    wait(500);
                }
                if (server == null || !mine.equals(epoch)) {
                    return;
                }
                for (; at < log.size(); at++) {
                    news.add(log.get(at));
                }
                head = seq;
            }
            if (silent) {
                continue;
            }
            for (Frame f : news) {
                if (!(f instanceof Frame.Change c && c.seq() <= after) && !(f instanceof Frame.Withdrawn w && w.seq() <= after)) {
                    write(out, f);
                }
            }
            write(out, new Frame.Through(head));
            send(out, new Frame.Heartbeat(now(), head));
        }
    }

    private static void send(OutputStream out, Frame f) throws IOException {
        write(out, f);
        out.flush();
    }

    private static void write(OutputStream out, Frame f) throws IOException {
        out.write((FrameCodec.encode(f) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String body(HttpExchange x) throws IOException {
        return new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange x, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        x.getResponseHeaders().add("Content-Type", "application/json");
        x.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = x.getResponseBody()) {
            out.write(bytes);
        }
    }
}
