package id.anjungan.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What it costs at least that a commit of a server lies in the file of somebody who follows it: a synced commit, one
/// packed line on an open HTTP stream, a streaming parser, the record and a row with the columns that a queue needs, and
/// their commit. No change log, projection, counters, cursor or full text.
final class CommitFloor implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String TABLE = "CREATE TABLE e(id TEXT PRIMARY KEY, seq INTEGER, body TEXT)";
    private static final String[] COLUMNS = {
        "id", "number", "channel", "category", "priority", "state", "receivedAt", "lat", "lon", "district", "person", "level"
    };
    private static final String ROW = "INSERT OR REPLACE INTO row VALUES(?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String PUT = "INSERT OR REPLACE INTO e VALUES(?,?,?)";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> written = new LinkedBlockingQueue<>();
    private final Connection master;
    private final PreparedStatement put;
    private long seq;

    CommitFloor(Path dir) throws Exception {
        master = file(dir.resolve("floor-server.db"), "FULL");
        put = master.prepareStatement(PUT);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", x -> {
            x.sendResponseHeaders(200, 0);
            try (OutputStream out = new GZIPOutputStream(x.getResponseBody(), 8_192, true)) {
                // The answer's head leaves with the first line.
                out.write('\n');
                out.flush();
                while (true) {
                    out.write((lines.take() + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        var answer = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
        Connection mine = file(dir.resolve("floor-desk.db"), "NORMAL");
        Thread.ofVirtual().start(() -> follow(answer.body(), mine));
    }

    private static Connection file(Path file, String sync) throws SQLException {
        Connection k = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement s = k.createStatement()) {
            s.execute("PRAGMA journal_mode=WAL");
            s.execute("PRAGMA synchronous=" + sync);
            s.execute(TABLE);
            s.execute("CREATE TABLE row(" + String.join(",", COLUMNS) + ", PRIMARY KEY(id))");
            s.execute("CREATE INDEX row_queue ON row(priority, receivedAt)");
        }
        k.setAutoCommit(false);
        return k;
    }

    private void follow(InputStream raw, Connection k) {
        try (k;
                PreparedStatement record = k.prepareStatement(PUT);
                PreparedStatement row = k.prepareStatement(ROW)) {
            InputStream in = new GZIPInputStream(raw, 8_192);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                } else if (line.size() > 0) {
                    write(record, row, line.toString(StandardCharsets.UTF_8));
                    k.commit();
                    written.add(System.nanoTime());
                    line.reset();
                }
            }
        } catch (IOException | SQLException e) {
            written.clear();
        }
    }

    private static void write(PreparedStatement record, PreparedStatement row, String line) throws IOException, SQLException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser j = JSON.createParser(line)) {
            String name = "";
            for (JsonToken t = j.nextToken(); t != null; t = j.nextToken()) {
                if (t == JsonToken.FIELD_NAME) {
                    name = j.currentName();
                } else if (t.isScalarValue()) {
                    fields.putIfAbsent(name, j.getText());
                }
            }
        }
        record.setString(1, fields.get("id"));
        record.setString(2, fields.get("seq"));
        record.setString(3, line);
        record.executeUpdate();
        for (int i = 0; i < COLUMNS.length; i++) {
            row.setString(i + 1, fields.get(COLUMNS[i]));
        }
        row.executeUpdate();
    }

    /// Milliseconds from the server's commit to the follower's.
    double once(String id, String body) throws Exception {
        put.setString(1, id);
        put.setLong(2, ++seq);
        put.setString(3, body);
        put.executeUpdate();
        master.commit();
        long from = System.nanoTime();
        lines.put("{\"seq\":" + seq + ",\"id\":\"" + id + "\",\"body\":" + body + "}");
        Long at = written.poll(30, TimeUnit.SECONDS);
        if (at == null) {
            throw new IllegalStateException("the follower has not written it");
        }
        return (at - from) / 1e6;
    }

    @Override
    public void close() throws SQLException {
        server.stop(0);
        http.shutdownNow();
        threads.shutdownNow();
        master.close();
    }
}
