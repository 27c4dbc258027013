package id.anjungan.simulator;

import id.anjungan.domain.Policy;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeException;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import id.anjungan.intake.OutboundAnswer;
import id.anjungan.intake.OutboundClient;
import id.anjungan.intake.OutboundPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A day in the city, delivered through a server's public intake. Call `backfill` first when the desk should show a
/// city that has been at it for a while, then `start` for what happens from now on. While the server is away it
/// waits, loses nothing, and comes back in batches with pauses. Runs on virtual threads of its own; thread-safe,
/// but `backfill` and `start` belong to one caller, in this order.
public final class Simulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final int BATCH = 200;
    private static final Duration LONGEST_NAP = Duration.ofMillis(200);
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(50);
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(15);
    /// A conversation of the history that is younger than this is still going on.
    /// Photos of the last hour come along; older ones are only named.
    private static final Duration DRAWN = Duration.ofHours(1);
    private static final Duration STILL_WAITING = Duration.ofMinutes(20);

    private final City city;
    private final Pace pace;
    private final Traffic traffic;
    private final Citizens citizens;
    private final IntakeClient intake;
    private final OutboundClient outbound;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong known = new AtomicLong();
    private final AtomicLong aside = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Timeline timeline;
    private volatile Instant until;
    private volatile @Nullable String problem;

    /// The real moment of this call is when the simulated day passes its `startAt`. An unreadable calibration folder
    /// is an `UncheckedIOException` that names the file.
    public Simulator(SimulatorConfig c) {
        this(
                ProfileCity.of(c.profile()), c.server(), c.seed(), c.scenario(),
                new Pace(c.clock(), c.clock().instant(), c.startAt(), c.speed()), c.calibration());
    }

    Simulator(City city, URI server, long seed, Scenario scenario, Pace pace, @Nullable Path calibration) {
        Model model = Model.load();
        Words words = new Words(city, Templates.load(), model);
        Shares shares = shares(city, model, calibration);
        this.city = city;
        this.pace = pace;
        this.citizens = new Citizens(seed, model, words, shares);
        this.traffic = new Traffic(city, model, shares, words, citizens, scenario, seed, pace.startAt());
        InstantSource clock = pace.clock();
        this.intake = new IntakeClient(server, clock);
        this.outbound = new OutboundClient(server, clock);
        this.until = pace.startAt();
    }

    static Shares shares(City city, Model model, @Nullable Path calibration) {
        try {
            return calibration == null
                    ? Shares.of(city, model)
                    : Shares.of(city, model, Calibration.read(calibration));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Delivers what the last so many hours brought, with its past times and, where it would have ended by now, its
    /// end. Blocks until all of it is delivered; returns how many items that were. 72 hours leave an ordinary city
    /// of Surabaya's size with about 650 open cases.
    public int backfill(int hours) throws InterruptedException {
        if (timeline != null) {
            throw new IllegalStateException("history is delivered once, before what is live");
        }
        Timeline history = new Timeline(traffic::hour, pace.startAt().minus(Duration.ofHours(hours)));
        timeline = history;
        int n = 0;
        List<IntakeItem> batch = new ArrayList<>();
        while (history.peek().at().isBefore(pace.startAt())) {
            for (Planned p : asHistory(history.next())) {
                IntakeItem item = wire(p.asOf(pace.startAt()));
                batch.add(p.at().isAfter(pace.startAt().minus(DRAWN)) ? Photos.drawn(item) : item);
                n++;
            }
            if (batch.size() >= IntakeClient.BATCH - 1) {
                deliver(batch);
                batch.clear();
            }
        }
        deliver(batch);
        return n;
    }

    private List<Planned> asHistory(Planned p) {
        if (p.item().kind() != IntakeItem.Kind.CHAT_LINE) {
            return List.of(p);
        }
        Planned gone = citizens.gone(p);
        if (p.at().isBefore(pace.startAt().minus(STILL_WAITING)) && gone.at().isBefore(pace.startAt())) {
            return List.of(p, gone);
        }
        citizens.opened(p);
        return List.of(p);
    }

    /// Begins live traffic and listens for answers. Returns at once.
    public synchronized void start() {
        if (!threads.isEmpty()) {
            throw new IllegalStateException("already started");
        }
        Timeline live = timeline == null ? new Timeline(traffic::hour, pace.startAt()) : timeline;
        timeline = live;
        List<Planned> carried = new ArrayList<>();
        threads.add(Thread.ofVirtual().name("simulator-traffic").start(() -> untilClosed(() -> live(live, carried))));
        Map<String, Long> cursors = new HashMap<>();
        threads.add(Thread.ofVirtual().name("simulator-answers").start(() -> untilClosed(() -> listen(cursors))));
    }

    public SimulatorProgress progress() {
        return new SimulatorProgress(
                accepted.get(), known.get(), aside.get(), citizens.talking(), until, intake.serverAway(), problem);
    }

    /// Stops at once; a batch under way may or may not have been taken.
    @Override
    public synchronized void close() {
        threads.forEach(Thread::interrupt);
        intake.close();
        outbound.close();
    }

    private interface Round {
        void go() throws InterruptedException;
    }

    /// Round after round. What the server refuses outright is said once and tried again after a while.
    private void untilClosed(Round round) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                round.go();
            } catch (InterruptedException e) {
                return;
            } catch (IntakeException e) {
                String said = String.valueOf(e.getMessage());
                if (!said.equals(problem)) {
                    LOG.warn("the server refuses the simulator: {}", said);
                }
                problem = said;
                if (!nap(AFTER_REFUSAL)) {
                    return;
                }
            }
        }
    }

    /// One step of live traffic. What a refused delivery carried stays carried.
    private void live(Timeline line, List<Planned> carried) throws InterruptedException {
        if (carried.isEmpty()) {
            gather(line, carried);
        }
        if (carried.isEmpty()) {
            Duration left = pace.until(line.peek().at());
            Thread.sleep(left.isPositive() && left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP);
            return;
        }
        deliver(carried.stream().map(p -> Photos.drawn(wire(p.item()))).toList());
        carried.stream().filter(Simulator::opens).forEach(citizens::opened);
        until = carried.getLast().at();
        carried.clear();
        Thread.sleep(BETWEEN_BATCHES);
    }

    private void gather(Timeline line, List<Planned> carried) {
        Instant now = pace.now();
        while (carried.size() < BATCH && !line.peek().at().isAfter(now)) {
            carried.add(line.next());
        }
        carried.addAll(citizens.due(now));
        carried.sort(Planned.ORDER);
        if (carried.isEmpty()) {
            until = now;
        }
    }

    private static boolean opens(Planned p) {
        return p.item().kind() == IntakeItem.Kind.CHAT_LINE && "1".equals(p.item().lineId());
    }

    private void listen(Map<String, Long> cursors) throws InterruptedException {
        for (City.Channel channel : city.channels(Policy.Channel.Kind.CHAT)) {
            OutboundPage page = outbound.fetch(channel.code(), cursors.getOrDefault(channel.code(), 0L), BATCH);
            for (OutboundAnswer a : page.answers()) {
                citizens.answered(a.channel(), a.sourceId(), a.ends(), pace.now());
            }
            cursors.put(channel.code(), page.next());
        }
        Thread.sleep(BETWEEN_POLLS);
    }

    private void deliver(List<IntakeItem> batch) throws InterruptedException {
        for (IntakeResult r : intake.deliver(batch)) {
            switch (r.status()) {
                case ACCEPTED -> accepted.incrementAndGet();
                case KNOWN -> known.incrementAndGet();
                case ASIDE -> {
                    aside.incrementAndGet();
                    LOG.warn("the server set {} aside: {}", r.sourceId(), r.reason());
                }
            }
        }
        problem = null;
    }

    private IntakeItem wire(IntakeItem i) {
        Instant reported = i.reportedAt();
        Instant closed = i.closedAt();
        return Items.at(i, reported == null ? null : pace.real(reported), closed == null ? null : pace.real(closed));
    }

    private static boolean nap(Duration d) {
        try {
            Thread.sleep(d);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
