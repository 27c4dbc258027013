package id.anjungan.intake;

import com.fasterxml.jackson.databind.MappingIterator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/// A server's intake as the client sees it, with faults on order: the next requests can be refused, cut off after
/// they took effect, or answered badly. Keeps what was delivered, each identity once.
public final class ScriptedIntake implements AutoCloseable {
    /// What happens to one request instead of the normal answer. True: it has been dealt with.
    public interface Fault {
        boolean happens(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, IntakeItem> items = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<OutboundAnswer> answers = new CopyOnWriteArrayList<>();
    public final ConcurrentLinkedDeque<Fault> faults = new ConcurrentLinkedDeque<>();
    public final List<Integer> batches = new CopyOnWriteArrayList<>();
    private volatile Function<IntakeItem, String> judge = i -> "";

    public ScriptedIntake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(Protocol.INTAKE, this::intake);
        server.createContext(Protocol.OUTBOUND, this::outbound);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Items for which this gives a reason are set aside.
    public void judge(Function<IntakeItem, String> reason) {
        judge = reason;
    }

    public List<IntakeItem> items() {
        synchronized (items) {
            return new ArrayList<>(items.values());
        }
    }

    public void answer(String channel, String sourceId, String text, boolean ends) {
        long seq = answers.size() + 1L;
        answers.add(new OutboundAnswer(seq, "m" + seq, channel, sourceId, java.time.Instant.EPOCH, text, ends));
    }

    public static Fault status(int status, String... headers) {
        return x -> {
            x.getRequestBody().readAllBytes();
            for (int i = 0; i < headers.length; i += 2) {
                x.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            x.sendResponseHeaders(status, -1);
            x.close();
            return true;
        };
    }

    private void intake(HttpExchange x) throws IOException {
        Fault fault = faults.poll();
        if (fault != null && fault.happens(x)) {
            return;
        }
        StringBuilder out = new StringBuilder();
        int n = 0;
        try (MappingIterator<IntakeItem> lines = Json.mapper()
                .readerFor(IntakeItem.class)
                .readValues(new GZIPInputStream(x.getRequestBody()))) {
            while (lines.hasNext()) {
                out.append(Json.write(take(lines.next()))).append('\n');
                n++;
            }
        }
        batches.add(n);
        byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
        x.sendResponseHeaders(200, body.length);
        x.getResponseBody().write(body);
        x.close();
    }

    private IntakeResult take(IntakeItem i) {
        String reason = judge.apply(i);
        if (!reason.isEmpty()) {
            return new IntakeResult(i.sourceId(), IntakeResult.Status.ASIDE, null, reason);
        }
        String key = i.kind() + "|" + i.channel() + "|" + i.sourceId() + "|" + i.lineId();
        boolean known = items.putIfAbsent(key, i) != null;
        return new IntakeResult(
                i.sourceId(), known ? IntakeResult.Status.KNOWN : IntakeResult.Status.ACCEPTED, "N-1", null);
    }

    private void outbound(HttpExchange x) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : x.getRequestURI().getRawQuery().split("&", -1)) {
            int eq = part.indexOf('=');
            query.put(part.substring(0, eq), URLDecoder.decode(part.substring(eq + 1), StandardCharsets.UTF_8));
        }
        long after = Long.parseLong(query.getOrDefault("after", "0"));
        List<OutboundAnswer> page = answers.stream()
                .filter(a -> a.channel().equals(query.get("channel")) && a.seq() > after)
                .toList();
        long next = page.isEmpty() ? after : page.getLast().seq();
        byte[] body = Json.write(new OutboundPage(page, next)).getBytes(StandardCharsets.UTF_8);
        x.sendResponseHeaders(200, body.length);
        x.getResponseBody().write(body);
        x.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
