package id.anjungan.kit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A line between a console and its server that misbehaves as the `Weather` says: it delays, throttles, cuts after the
/// whole request and before the answer, gives half an answer, sends a request twice, sends old requests again later
/// and out of their order, answers in the server's place, and goes deaf in one direction. Its dice are seeded. A virtual thread a connection.
public final class ChaosProxy implements AutoCloseable {
    private static final int REMEMBERED = 40;
    private static final int PIECE = 1_024;
    private static final List<String> LIES = List.of(
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 14\r\n\r\n<html>no</html",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{\"settl\":",
            "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Length: 12\r\n\r\n\u0000\u0001rubbish!!\n");

    private final ServerSocket listening;
    private volatile int serverPort;
    private final Random dice;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Deque<HttpMessage> old = new ArrayDeque<>();
    private final AtomicInteger done = new AtomicInteger();
    private volatile Weather weather = Weather.CLEAR;
    private volatile boolean closed;

    public ChaosProxy(int serverPort, long seed) {
        this.serverPort = serverPort;
        this.dice = new Random(seed);
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("line").start(this::accept);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    public void weather(Weather w) {
        weather = w;
        if (w.shut()) {
            cut();
        }
    }

    /// How many times it has lost an answer, halved one, doubled or repeated a request.
    public int mischief() {
        return done.get();
    }

    /// Leads to another server from now on, as a balancer does when a node is dead; what there is, is cut.
    public void toward(int port) {
        serverPort = port;
        cut();
    }

    /// Cuts every connection there is.
    public void cut() {
        open.forEach(ChaosProxy::close);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = listening.accept();
                if (weather.shut()) {
                    close(client);
                } else {
                    Thread.ofVirtual().start(() -> serve(client));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        Socket up = new Socket();
        open.add(up);
        try {
            client.setTcpNoDelay(true);
            up.setTcpNoDelay(true);
            up.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort), 2_000);
            InputStream in = new BufferedInputStream(client.getInputStream());
            InputStream back = new BufferedInputStream(up.getInputStream());
            HttpMessage request = HttpMessage.read(in);
            while (request != null && pass(request, up, back, client)) {
                request = HttpMessage.read(in);
            }
        } catch (IOException e) {
            // Cut, by us or by the other side: both ends learn it.
            return;
        } finally {
            end(client);
            end(up);
        }
    }

    private boolean pass(HttpMessage request, Socket up, InputStream back, Socket client) throws IOException {
        Weather w = weather;
        delay(w);
        hold(true);
        if (hit(w.lies(), request)) {
            client.getOutputStream().write(LIES.get(roll(LIES.size())).getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            return false;
        }
        boolean post = request.is("POST");
        if (post) {
            mischief(request, w);
        }
        up.getOutputStream().write(request.whole());
        up.getOutputStream().flush();
        if (!post) {
            pour(back, client.getOutputStream());
            return false;
        }
        HttpMessage answer = HttpMessage.read(back);
        if (answer == null || hit(w.loseAnswer(), answer)) {
            return false;
        }
        hold(false);
        delay(w);
        if (hit(w.half(), answer)) {
            client.getOutputStream().write(answer.whole(), 0, answer.whole().length / 2);
            client.getOutputStream().flush();
            return false;
        }
        trickle(answer.whole(), answer.whole().length, client.getOutputStream());
        return true;
    }

    /// Sends the same request beside itself, or one of those before it.
    private void mischief(HttpMessage request, Weather w) {
        boolean twice = hit(w.twice(), request);
        HttpMessage before = hit(w.again(), request) ? anOldOne() : null;
        remember(request);
        if (twice) {
            beside(request);
        }
        if (before != null) {
            beside(before);
        }
    }

    private void remember(HttpMessage request) {
        synchronized (old) {
            old.addLast(request);
            if (old.size() > REMEMBERED) {
                old.removeFirst();
            }
        }
    }

    private @org.jspecify.annotations.Nullable HttpMessage anOldOne() {
        synchronized (old) {
            return old.stream().skip(old.isEmpty() ? 0 : roll(old.size())).findFirst().orElse(null);
        }
    }

    /// Sends every remembered request once more, the latest first.
    public void everythingAgain() {
        Deque<HttpMessage> all = new ArrayDeque<>();
        synchronized (old) {
            old.forEach(all::addFirst);
        }
        all.forEach(this::send);
    }

    private void beside(HttpMessage request) {
        Thread.ofVirtual().start(() -> send(request));
    }

    private void send(HttpMessage request) {
        try (Socket s = new Socket()) {
            s.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort), 2_000);
            s.setSoTimeout(5_000);
            s.getOutputStream().write(request.whole());
            s.getOutputStream().flush();
            if (HttpMessage.read(new BufferedInputStream(s.getInputStream())) != null) {
                done.incrementAndGet();
            }
        } catch (IOException e) {
            // The server is away; then nothing was doubled.
            return;
        }
    }

    private boolean hit(double chance, Object of) {
        boolean hit = of != null && chance > 0 && real() < chance;
        if (hit) {
            done.incrementAndGet();
        }
        return hit;
    }

    private double real() {
        synchronized (dice) {
            return dice.nextDouble();
        }
    }

    private int roll(int n) {
        synchronized (dice) {
            return dice.nextInt(n);
        }
    }

    private void delay(Weather w) {
        if (w.slowMs() > 0) {
            Pause.millis(roll(w.slowMs()));
        }
    }

    /// Keeps what goes one way until the line hears again.
    private void hold(boolean forth) throws IOException {
        while (forth ? weather.deafForth() : weather.deafBack()) {
            Pause.millis(5);
            if (closed) {
                throw new IOException("the line is closed");
            }
        }
    }

    /// An answer without an end, such as the stream.
    private void pour(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            hold(false);
            delay(weather);
            trickle(buffer, n, to);
        }
    }

    private void trickle(byte[] bytes, int length, OutputStream to) throws IOException {
        for (int at = 0; at < length; ) {
            int rate = weather.bytesPerSecond();
            int n = rate == 0 ? length - at : Math.min(PIECE, length - at);
            to.write(bytes, at, n);
            to.flush();
            at += n;
            if (rate > 0) {
                Pause.millis(n * 1_000L / rate);
            }
        }
    }

    private void end(Socket s) {
        open.remove(s);
        close(s);
    }

    private static void close(Socket s) {
        try {
            s.close();
        } catch (IOException e) {
            // Closed is closed.
            return;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
