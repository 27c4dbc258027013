package id.anjungan.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/// A real web server of small made-up tiles on this machine: counts what it is asked, how many at once, with which
/// names, and fails or waits when told to.
public final class TileServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger atOnce = new AtomicInteger();
    public final AtomicInteger mostAtOnce = new AtomicInteger();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final List<String> agents = new CopyOnWriteArrayList<>();
    public volatile int status = 200;
    public volatile String cacheControl = "max-age=86400";
    public volatile String retryAfter = "";
    public volatile String tag = "\"one\"";
    /// Milliseconds each answer takes.
    public volatile int slow;

    public TileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String pattern() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/{z}/{x}/{y}.png";
    }

    private void answer(HttpExchange x) throws IOException {
        int now = atOnce.incrementAndGet();
        mostAtOnce.accumulateAndGet(now, Math::max);
        try (x) {
            asked.add(x.getRequestURI().getPath());
            agents.add(String.valueOf(x.getRequestHeaders().getFirst("User-Agent")));
            if (slow > 0) {
                LockSupport.parkNanos(slow * 1_000_000L);
            }
            atOnce.decrementAndGet(); // before the answer: whoever has it may ask again at once
            x.getResponseHeaders().set("Cache-Control", cacheControl);
            x.getResponseHeaders().set("ETag", tag);
            if (!retryAfter.isEmpty()) {
                x.getResponseHeaders().set("Retry-After", retryAfter);
            }
            if (status == 200 && tag.equals(x.getRequestHeaders().getFirst("If-None-Match"))) {
                x.sendResponseHeaders(304, -1);
            } else if (status == 200) {
                byte[] png = png(x.getRequestURI().getPath());
                x.sendResponseHeaders(200, png.length);
                x.getResponseBody().write(png);
            } else {
                x.sendResponseHeaders(status, -1);
            }
        }
    }

    /// A tile that looks a little like streets, the same for the same words.
    public static byte[] png(String words) {
        try {
            BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
            var g = image.createGraphics();
            g.setColor(new Color(0xE8E4DC));
            g.fillRect(0, 0, 256, 256);
            int h = words.hashCode();
            g.setColor(new Color(0xCFE3C4));
            g.fillRect(Math.floorMod(h, 150), Math.floorMod(h >> 8, 150), 90, 70);
            g.setColor(new Color(0xA9CBE2));
            g.fillRect(0, Math.floorMod(h >> 4, 200), 256, 10);
            g.setColor(Color.WHITE);
            for (int i = 0; i < 256; i += 64) {
                g.fillRect(i + 20, 0, 6, 256);
                g.fillRect(0, i + 34, 256, 6);
            }
            g.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// No network any more.
    public void cut() {
        server.stop(0);
    }

    @Override
    public void close() {
        cut();
    }
}
