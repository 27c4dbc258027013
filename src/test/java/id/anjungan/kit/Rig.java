package id.anjungan.kit;

import id.anjungan.domain.Case;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A server (or several nodes on one database), consoles and a channel, each console and the channel with a line of its own, in one directory, with one
/// record and one oracle. `seed` decides everything that is left to chance. Used by one thread.
public final class Rig implements AutoCloseable {
    private final long seed;
    private final Path dir;
    private final Random dice;
    private final Ledger ledger = new Ledger();
    private final ServerClient client = new ServerClient();
    private final Oracle oracle = new Oracle(ledger, client);
    private final List<Server> nodes;
    private final ChaosProxy channel;
    private final List<Console> consoles = new ArrayList<>();
    private int delivered;

    public Rig(long seed, Path dir, String... serverFlags) {
        this(seed, dir, 1, (n, ledger) -> Server.onFile(dir, ledger, List.of(serverFlags)));
    }

    private Rig(long seed, Path dir, int nodes, BiFunction<Integer, Ledger, Server> node) {
        this.seed = seed;
        this.dir = dir;
        this.dice = new Random(seed);
        try {
            Files.createDirectories(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.nodes = IntStream.range(0, nodes).mapToObj(n -> node.apply(n, ledger)).toList();
        this.channel = new ChaosProxy(server().port(), seed);
        System.out.println("[kit] seed " + seed);
    }

    /// Several nodes on one PostgreSQL; consoles are led to them in turn, the channel to the first.
    public static Rig onPostgres(long seed, Path dir, String address, int nodes) {
        return new Rig(seed, dir, nodes, (n, ledger) -> Server.node(n, address, dir, ledger, List.of()));
    }

    /// A console of an operator, or of the lead `ratna`; not started yet.
    public Console console(String operator, String... flags) {
        ChaosProxy line = new ChaosProxy(nodeOf(consoles.size()).port(), seed * 31 + consoles.size());
        Role role = operator.equals("ratna") ? Role.LEAD : Role.OPERATOR;
        Console c = new Console(operator, role, dir, line, ledger, List.of(flags));
        consoles.add(c);
        return c;
    }

    /// Starts server and consoles, delivers some reports, and waits until the consoles have them. Of several nodes the
    /// first is there before the others, and so does what only one does.
    public Rig begin(int items, String... operators) {
        if (nodes.size() > 1) {
            server().start();
        }
        var ready = nodes.stream().skip(nodes.size() > 1 ? 1 : 0).map(Server::launch).toList();
        for (String o : operators) {
            console(o);
        }
        consoles.forEach(c -> c.launch(dice.nextLong()));
        Pause.until(60_000, () -> ready.stream().allMatch(CompletableFuture::isDone));
        consoles.forEach(Console::awaitReady);
        deliver(items);
        consoles.forEach(Console::hurry);
        return this;
    }

    public Server server() {
        return nodes.getFirst();
    }

    public List<Server> nodes() {
        return nodes;
    }

    /// The node that a console is led to while every node lives.
    private Server nodeOf(int console) {
        return nodes.get(console % nodes.size());
    }

    /// What a balancer does: whoever is led to a dead node is led to one that lives.
    public void balance() {
        Server alive = nodes.stream().filter(n -> n.process().alive()).findFirst().orElse(server());
        channel.toward(alive.port());
        for (int i = 0; i < consoles.size(); i++) {
            Server own = nodeOf(i);
            consoles.get(i).line().toward(own.process().alive() ? own.port() : alive.port());
            consoles.get(i).hurry();
        }
    }

    public List<Console> consoles() {
        return consoles;
    }

    public Console of(String operator) {
        return consoles.stream().filter(c -> c.operator().equals(operator)).findFirst().orElseThrow();
    }

    public ChaosProxy channel() {
        return channel;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Oracle oracle() {
        return oracle;
    }

    public ServerClient client() {
        return client;
    }

    public Random dice() {
        return dice;
    }

    public Path dir() {
        return dir;
    }

    /// Delivers n new reports over the channel's line, until they are answered.
    public List<IntakeItem> deliver(int n) {
        List<IntakeItem> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            items.add(Made.report("r" + delivered++, dice));
        }
        deliver(items);
        return items;
    }

    public void deliver(List<IntakeItem> items) {
        if (!client.deliver(channel.uri(), items, ledger, 60_000)) {
            throw new IllegalStateException("the channel was not answered");
        }
    }

    /// Everybody works for a while.
    public void work(long ms) {
        consoles.forEach(Console::go);
        Pause.millis(ms);
    }

    /// Everybody works until the record has this many more acts.
    public void workUntil(int more, long withinMs) {
        int until = ledger.count() + more;
        consoles.forEach(Console::go);
        Pause.until(withinMs, () -> ledger.count() >= until);
    }

    /// Waits until every console's cache holds the case and it is so.
    public void untilAll(UUID id, Predicate<Case> so) {
        consoles.forEach(c -> until(c, id, so));
    }

    /// Waits until a console's cache holds the case and it is so.
    public void until(Console c, UUID id, Predicate<Case> so) {
        if (!Pause.until(30_000, () -> DeskFacts.caseOf(c.dir(), id).filter(so).isPresent())) {
            throw new IllegalStateException(
                    "console " + c.operator() + " has " + DeskFacts.caseOf(c.dir(), id) + ", seed " + seed);
        }
    }

    /// A case as a console's cache holds it.
    public Optional<Case> held(Console c, UUID id) {
        return DeskFacts.caseOf(c.dir(), id);
    }

    /// Whether a console's cache holds a record of this id.
    public boolean has(Console c, UUID id) {
        return DeskFacts.has(c.dir(), id);
    }

    /// Waits until every console has read the stream as far as it goes now.
    public void awaitHead() {
        long head = ServerFacts.head(server().jdbc());
        boolean there = Pause.until(30_000, () -> consoles.stream().allMatch(c -> DeskFacts.cursor(c.dir()) >= head));
        if (!there) {
            throw new IllegalStateException("a console did not come to " + head + ", seed " + seed);
        }
    }

    /// How long a check waits for desks and server to agree.
    public void patience(long ms) {
        oracle.patience(ms);
    }

    /// Waits until each console has at least this many acts in the ledger.
    public void awaitActs(int each) {
        boolean so = Pause.until(30_000, () -> consoles.stream().allMatch(c -> ledger.countOf(c.operator()) >= each));
        if (!so) {
            throw new IllegalStateException("a console did nothing, seed " + seed);
        }
    }

    /// The channel delivers now and then, by itself, until `stop` is run.
    public Runnable feed(long everyMs) {
        Thread feeder = Thread.ofPlatform().daemon().name("channel").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                deliverOrLeave(1 + dice.nextInt(3));
                Pause.millis(everyMs);
            }
        });
        return () -> {
            feeder.interrupt();
            try {
                feeder.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void deliverOrLeave(int n) {
        List<IntakeItem> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            items.add(Made.report("r" + delivered++, dice));
        }
        client.deliver(channel.uri(), items, ledger, 600_000);
    }

    /// Waits until every console is live and has something to work on.
    public void awaitWork() {
        for (Console c : consoles) {
            c.line().weather(Weather.CLEAR);
            boolean live = Pause.until(60_000, () -> {
                c.hurry();
                Pause.millis(50);
                return c.state().filter(s -> s.link().equals("LIVE")).isPresent();
            });
            if (!live) {
                throw new IllegalStateException("console " + c.operator() + " did not come live, seed " + seed);
            }
        }
    }

    /// Ends the fault: lines clear, everybody alive, nobody working.
    public void calm() {
        channel.weather(Weather.CLEAR);
        consoles.forEach(c -> c.line().weather(Weather.CLEAR));
        nodes.forEach(Server::awaitStart);
        for (Console c : consoles) {
            if (!c.process().alive()) {
                c.launch(dice.nextLong());
            }
            c.awaitReady();
            c.pause();
            c.hurry();
        }
    }

    /// Ends the fault and has the oracle judge; a violation fails with the seed.
    public void check(String after) {
        Findings f = judge();
        System.out.println("[kit] after " + after + ": " + ledger.count() + " acts acknowledged, " + ledger.items().size()
                + " items answered, " + ledger.kills() + " kills, " + f.all().size() + " violations");
        if (!f.all().isEmpty()) {
            throw new AssertionError("after " + after + ", seed " + seed + ", in " + dir + ": " + f);
        }
    }

    public Findings judge() {
        calm();
        return oracle.check(nodes, consoles);
    }

    @Override
    public void close() {
        consoles.forEach(Console::close);
        nodes.forEach(Server::close);
        channel.close();
        client.close();
    }
}
