package id.anjungan.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A JVM of its own with the test's class path, killed, stopped and resumed by its own process id, which is printed.
/// What it says line by line goes to one listener; a last line that a kill cut off was never said. What it logs goes
/// to a file. A child ends by itself when this process goes.
public final class ChildProcess implements AutoCloseable {
    private final String name;
    private final Process process;
    private final Thread reading;

    private ChildProcess(String name, Process process, Consumer<String> heard) {
        this.name = name;
        this.process = process;
        this.reading = Thread.ofPlatform().daemon().name("hears-" + name).start(() -> read(heard));
        System.out.println("[kit] " + name + " is process " + process.pid());
    }

    /// Starts `main` with these arguments; `log` is appended to.
    public static ChildProcess start(
            String name, Class<?> main, List<String> args, Map<String, String> env, Path log, Consumer<String> heard)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(QuickStart.java());
        line.addAll(QuickStart.flags());
        line.add(main.getName());
        line.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(env);
        return new ChildProcess(name, builder.start(), heard);
    }

    private void read(Consumer<String> heard) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = process.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        heard.accept(line.toString(StandardCharsets.UTF_8));
                        line.reset();
                    } else {
                        line.write(buffer[i]);
                    }
                }
            }
        } catch (IOException e) {
            // The pipe went with the process; what is not a whole line was not said.
            line.reset();
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Tells the child something; lost when it is dead.
    public void tell(String line) {
        try {
            OutputStream out = process.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            // A dead child hears nothing, which is what the caller will see.
            return;
        }
    }

    /// `kill -9`; returns when it is dead and everything it had said is heard.
    public void kill() {
        process.destroyForcibly();
        gone();
    }

    /// Asks it to end in good order; returns when it has.
    public void end() {
        tell("exit");
        gone();
    }

    private void gone() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Freezes the whole process.
    public void stop() {
        signal("STOP");
    }

    /// Lets it go on.
    public void resume() {
        signal("CONT");
    }

    private void signal(String which) {
        try {
            int rc = new ProcessBuilder("kill", "-" + which, Long.toString(process.pid())).start().waitFor();
            if (rc != 0 && process.isAlive()) {
                throw new IllegalStateException("kill -" + which + " " + process.pid() + " gave " + rc);
            }
        } catch (IOException e) {
            throw new IllegalStateException("there is no kill command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name + "(" + process.pid() + ")";
    }

    @Override
    public void close() {
        kill();
    }
}
