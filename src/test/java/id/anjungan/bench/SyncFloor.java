package id.anjungan.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// What syncing costs at least: the same records as gzip lines over real HTTP, each read by a streaming parser on a
/// thread of its own, and written in transactions of 5,000 into one table for records, one row with the columns that
/// a queue needs for each case, and full text. No cursor, no comparison with what is held, no counters, no projections.
final class SyncFloor implements AutoCloseable {
    private static final int BATCH = 5_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final HttpServer server;
    private final byte[] lines;

    SyncFloor(List<Floors.Body> records) throws IOException {
        lines = lines(records);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", x -> {
            x.sendResponseHeaders(200, 0);
            try (OutputStream out = x.getResponseBody()) {
                for (int i = 0; i < lines.length; i += 65_536) {
                    out.write(lines, i, Math.min(65_536, lines.length - i));
                }
            }
        });
        server.start();
    }

    private static byte[] lines(List<Floors.Body> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes, 65_536) {
            {
                def.setLevel(1);
            }
        }) {
            for (Floors.Body b : records) {
                String line = "{\"seq\":" + b.seq() + ",\"kind\":\"" + b.kind() + "\",\"id\":\""
                        + HexFormat.of().formatHex(b.id().array()) + "\",\"body\":" + b.body() + "}\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /// One record as read: its text, and its fields as far as they are plain values.
    private record Read(String line, Map<String, String> fields) {
        String get(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    private static Read read(String line) throws IOException {
        Map<String, String> fields = HashMap.newHashMap(32);
        try (JsonParser p = JSON.createParser(line)) {
            int depth = 0;
            String name = "";
            for (JsonToken t = p.nextToken(); t != null; t = p.nextToken()) {
                if (t == JsonToken.FIELD_NAME) {
                    name = p.currentName();
                } else if (t.isStructStart()) {
                    depth++;
                } else if (t.isStructEnd()) {
                    depth--;
                } else if (depth <= 3 && t != JsonToken.VALUE_NULL) {
                    fields.putIfAbsent(name, p.getText());
                }
            }
        }
        return new Read(line, fields);
    }

    /// Rows a second into an empty file, the indexes and, when wanted, the full text built at the end.
    double first(Path file, boolean text) throws Exception {
        return run(file, false, text, "NORMAL");
    }

    /// Rows a second into a file that has its indexes and its full text already, and the other records before these.
    double more(Path file) throws Exception {
        return run(file, true, true, "NORMAL");
    }

    private double run(Path file, boolean filled, boolean text, String sync) throws Exception {
        boolean fresh = !Files.exists(file);
        long from = System.nanoTime();
        try (Connection k = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = k.createStatement()) {
            for (String pragma : List.of("journal_mode=WAL", "synchronous=" + sync, "cache_size=-65536", "wal_autocheckpoint=16000", "temp_store=MEMORY")) {
                s.execute("PRAGMA " + pragma);
            }
            if (fresh) {
                schema(s);
                if (filled) {
                    indexes(s);
                }
            }
            k.setAutoCommit(false);
            int n = write(k, filled && text);
            if (!filled) {
                indexes(s);
                if (text) {
                    s.execute("INSERT INTO fts(fts) VALUES('rebuild')");
                }
            }
            k.commit();
            return n / Figure.seconds(from);
        }
    }

    private static void schema(Statement s) throws SQLException {
        s.execute("CREATE TABLE entity(id BLOB PRIMARY KEY, kind TEXT, seq INTEGER, about TEXT, at TEXT, body TEXT)");
        s.execute("CREATE TABLE row(id BLOB PRIMARY KEY, number TEXT, channel TEXT, category TEXT, priority TEXT, state TEXT, "
                + "received TEXT, lat REAL, lon REAL, district TEXT, person TEXT)");
        s.execute("CREATE TABLE doc(n INTEGER PRIMARY KEY, text TEXT)");
        s.execute("CREATE VIRTUAL TABLE fts USING fts5(text, content='doc', content_rowid='n')");
    }

    private static void indexes(Statement s) throws SQLException {
        s.execute("CREATE INDEX entity_about ON entity(about, at)");
        s.execute("CREATE INDEX row_queue ON row(priority, received)");
        s.execute("CREATE INDEX row_person ON row(person)");
    }

    private int write(Connection k, boolean textLive) throws Exception {
        BlockingQueue<List<Read>> queue = new ArrayBlockingQueue<>(8);
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        Thread reader = Thread.ofPlatform().start(() -> receive(queue, failed));
        int n = 0;
        try (PreparedStatement e = k.prepareStatement("INSERT OR REPLACE INTO entity VALUES(?,?,?,?,?,?)");
                PreparedStatement r = k.prepareStatement("INSERT OR REPLACE INTO row VALUES(?,?,?,?,?,?,?,?,?,?,?)");
                PreparedStatement d = k.prepareStatement("INSERT INTO doc(n,text) VALUES(?,?)");
                PreparedStatement f = k.prepareStatement("INSERT INTO fts(rowid,text) VALUES(?,?)")) {
            for (List<Read> some = queue.take(); !some.isEmpty(); some = queue.take()) {
                for (Read x : some) {
                    one(x, e, r, textLive ? List.of(d, f) : List.of(d));
                    if (++n % BATCH == 0) {
                        k.commit();
                    }
                }
            }
        }
        k.commit();
        reader.join();
        Exception why = failed.get();
        if (why != null) {
            throw why;
        }
        return n;
    }

    private void receive(BlockingQueue<List<Read>> queue, AtomicReference<@Nullable Exception> failed) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            var answer = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var in = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(answer.body(), 65_536), StandardCharsets.UTF_8), 65_536)) {
                List<Read> some = new ArrayList<>(500);
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    some.add(read(line));
                    if (some.size() == 500) {
                        queue.put(some);
                        some = new ArrayList<>(500);
                    }
                }
                if (!some.isEmpty()) {
                    queue.put(some);
                }
            }
        } catch (IOException | InterruptedException e) {
            failed.set(e);
        } finally {
            end(queue);
        }
    }

    private static void end(BlockingQueue<List<Read>> queue) {
        try {
            queue.put(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void one(Read x, PreparedStatement e, PreparedStatement r, List<PreparedStatement> text) throws SQLException {
        byte[] id = HexFormat.of().parseHex(x.get("id"));
        Object[] values = {id, x.get("kind"), Long.parseLong(x.get("seq")), x.get("about"), x.get("at"), x.line()};
        set(e, values);
        switch (x.get("kind")) {
            case "case" -> set(r, id, x.get("number"), x.get("channel"), x.get("category"), x.get("priority"), x.get("state"),
                    x.get("receivedAt"), x.get("lat"), x.get("lon"), x.get("area"), x.get("person"));
            case "message" -> {
                for (PreparedStatement p : text) {
                    set(p, Long.parseLong(x.get("seq")), x.get("body"));
                }
            }
            default -> {}
        }
    }

    private static void set(PreparedStatement p, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            p.setObject(i + 1, values[i]);
        }
        p.executeUpdate();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
