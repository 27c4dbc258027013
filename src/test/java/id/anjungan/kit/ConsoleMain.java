package id.anjungan.kit;

import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Role;
import id.anjungan.protocol.Json;
import id.anjungan.state.AlarmRow;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import id.anjungan.state.Receipt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/// A console without a window as a child process: a real desk on a real directory. Arguments: directory, server,
/// operator, role, seed, then `loose` for the build that is broken on purpose. It says
/// `ACK {…}` only after the commit of `desk.db`; that stream is the independent client's ledger. It is told `go` and
/// `pause` (works by dice), `do {command}`, `state n`, `hurry`, `clock PT72H` (its machine's clock jumps), `exit`.
public final class ConsoleMain {
    private final LiveDesk desk;
    private final Path dir;
    private final ConsoleWork work;
    private final AtomicReference<Duration> ahead;

    /// What the parent wants to know of a desk.
    public record State(
            int asked, String link, int waiting, int refused, int setAside, boolean paused, List<UUID> alarms) {}

    ConsoleMain(LiveDesk desk, Path dir, long seed, AtomicReference<Duration> ahead) {
        this.desk = desk;
        this.dir = dir;
        this.ahead = ahead;
        this.work = new ConsoleWork(this, seed);
    }

    public static void main(String[] args) throws IOException {
        Path dir = Path.of(args[0]);
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        LiveDesk desk;
        try {
            desk = LiveDesk.open(DeskConfig.of(
                    dir, URI.create(args[1]), args[2], Role.valueOf(args[3]), clock, "dibatalkan"));
        } catch (RuntimeException e) {
            say("CANNOT " + e.getMessage());
            Runtime.getRuntime().halt(3);
            return;
        }
        if (List.of(args).contains("loose")) {
            Loosened.syncNormal(desk, "desk.db");
        }
        ConsoleMain console = new ConsoleMain(desk, dir, Long.parseLong(args[4]), ahead);
        say("READY " + ProcessHandle.current().pid());
        console.listen();
        Runtime.getRuntime().halt(0);
    }

    LiveDesk desk() {
        return desk;
    }

    Path dir() {
        return dir;
    }

    private void listen() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "go" -> work.go();
                case "pause" -> work.pause();
                case "do" -> submit(List.of(Json.read(words[1], Command.class)));
                case "state" -> state(Integer.parseInt(words[1]));
                case "hurry" -> desk.reconnect();
                case "clock" -> ahead.set(Duration.parse(words[1]));
                case "exit" -> {
                    work.pause();
                    desk.close();
                    return;
                }
                default -> say("UNKNOWN " + line);
            }
        }
    }

    /// Acts, and says so once it is durable; a local refusal and an act without effect promise nothing. A failing
    /// disk is said, and is no acknowledgement.
    void submit(List<Command> commands) {
        List<Receipt> receipts;
        try {
            receipts = commands.size() == 1
                    ? List.of(desk.submit(commands.getFirst()).join())
                    : desk.submitAll(commands).join();
        } catch (CompletionException e) {
            say("FAILED " + e.getCause());
            return;
        }
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < receipts.size(); i++) {
            Receipt r = receipts.get(i);
            switch (r.decision()) {
                case Decision.Accepted(var changes) when !changes.isEmpty() ->
                    said.append("ACK ")
                            .append(Json.write(new Acked(r.commandId(), desk.actor().id(), commands.get(i))))
                            .append('\n');
                case Decision.Accepted _ -> said.append("SAME\n");
                case Decision.Refused(var code, var _) -> said.append("REFUSED ").append(code).append('\n');
            }
        }
        sayAll(said.toString());
    }

    private void state(int asked) {
        DeskStatus s = desk.status().get();
        List<UUID> alarms = desk.alarms().get().stream().map(AlarmRow::alarm).map(a -> a.id()).toList();
        say("STATE " + Json.write(new State(
                asked, s.link().name(), s.waiting(), s.refused(), s.setAside(), work.idle(), alarms)));
    }

    static void say(String line) {
        sayAll(line + "\n");
    }

    private static synchronized void sayAll(String lines) {
        System.out.print(lines);
        System.out.flush();
    }
}
