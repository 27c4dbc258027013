package id.anjungan.channel.feed;

import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeException;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Brings the rows of a file in through a server's intake. Every row ends up accepted there or in the aside file;
/// while the server is away it waits. Interrupted or killed, the next run of the same file to the same server goes
/// on behind the last row that was acknowledged. Memory is bounded: a few batches. One use; `run` blocks its
/// thread.
public final class FeedImport {
    private static final int BATCH = IntakeClient.BATCH;
    private static final int IN_FLIGHT = 4;
    private static final Duration LONGEST_NAP = Duration.ofMillis(200);

    private final Path file;
    private final FeedOptions options;
    private final InstantSource clock;
    private final Consumer<FeedProgress> progress;
    private final Mapping mapping;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private Batch batch = new Batch();
    private FeedResult result = new FeedResult(0, 0, 0, 0);
    private long resumedAt;
    private Instant began;
    private @Nullable Instant firstRow;

    /// `progress` is called on the importing thread after each batch. A wrong option is a `FeedException`.
    public FeedImport(Path file, FeedOptions options, InstantSource clock, Consumer<FeedProgress> progress) {
        options.check();
        this.file = file;
        this.options = options;
        this.clock = clock;
        this.progress = progress;
        this.began = clock.instant();
        this.mapping = new Mapping(options.channelCode(), options.category(), options.profile().zone());
    }

    /// Rows read one after the other, and the items of those that are usable.
    private static final class Batch {
        final List<Row> rows = new ArrayList<>();
        /// Beside each row: why it is set aside, empty when it is delivered.
        final List<String> reasons = new ArrayList<>();
        final List<IntakeItem> items = new ArrayList<>();
    }

    private record Sent(Batch batch, Future<List<IntakeResult>> answers) {}

    /// Everything this run works with, closed in the end.
    private record Tools(Input input, AsideFile aside, Journal journal, IntakeClient intake, ExecutorService threads) {}

    /// Imports the file, or what is left of it. A file or a server that makes it impossible is a `FeedException`;
    /// an `IOException` comes from this machine's own disk.
    public FeedResult run() throws IOException, InterruptedException {
        began = clock.instant();
        try (Input input = Input.open(file, options.columns());
                IntakeClient intake = new IntakeClient(options.server(), clock, options.token());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Journal journal = new Journal(options.aside(), file, options.server() + " " + options.channelCode());
            Journal.Position from = journal.load().orElse(new Journal.Position("", result, 0));
            try (AsideFile aside = new AsideFile(options.aside(), from.asideBytes())) {
                skip(input, from);
                all(new Tools(input, aside, journal, intake, threads));
                journal.finished();
                return result;
            } finally {
                threads.shutdownNow();
            }
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException("the import was interrupted after row " + result.read());
        } catch (EOFException | ZipException e) {
            throw new FeedException(
                    file + " is damaged or cut off after row " + result.read() + "; the rows before are in", e);
        }
    }

    private void skip(Input input, Journal.Position from) throws IOException {
        for (long i = 0; i < from.result().read(); i++) {
            if (input.next() == null) {
                return;
            }
        }
        result = from.result();
        resumedAt = result.read();
    }

    private void all(Tools tools) throws IOException, InterruptedException {
        for (Row row = tools.input().next(); row != null; row = tools.input().next()) {
            take(row, tools);
            if (batch.rows.size() >= BATCH) {
                send(tools);
            }
        }
        send(tools);
        while (!sent.isEmpty()) {
            settle(tools);
        }
        tell(tools);
    }

    private void take(Row row, Tools tools) throws IOException, InterruptedException {
        String reason = "";
        try {
            IntakeItem item = mapping.item(row);
            inItsTime(item, tools);
            batch.items.add(item);
        } catch (Mapping.Unusable e) {
            reason = e.reason();
        }
        batch.rows.add(row);
        batch.reasons.add(reason);
    }

    /// In a replay, waits until the row's own time has come; what came before it is settled meanwhile.
    private void inItsTime(IntakeItem item, Tools tools) throws IOException, InterruptedException {
        Instant reported = item.reportedAt();
        if (options.speed() <= 0 || reported == null) {
            return;
        }
        if (firstRow == null) {
            firstRow = reported;
        }
        Duration since = Duration.between(firstRow, reported);
        Instant due = began.plusNanos(Math.round(since.toNanos() / options.speed()));
        if (due.isAfter(clock.instant())) {
            send(tools);
            while (!sent.isEmpty()) {
                settle(tools);
            }
        }
        for (Instant now = clock.instant(); due.isAfter(now); now = clock.instant()) {
            Duration left = Duration.between(now, due);
            Thread.sleep(left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP);
        }
    }

    private void send(Tools tools) throws IOException, InterruptedException {
        if (batch.rows.isEmpty()) {
            return;
        }
        if (sent.size() >= IN_FLIGHT) {
            settle(tools);
        }
        Batch next = batch;
        batch = new Batch();
        Callable<List<IntakeResult>> delivery = () -> tools.intake().deliver(next.items);
        sent.add(new Sent(next, tools.threads().submit(delivery)));
    }

    /// Waits for the oldest batch and books it: first the aside file, then the journal.
    private void settle(Tools tools) throws IOException, InterruptedException {
        Sent oldest = sent.getFirst();
        List<IntakeResult> answers = answers(oldest.answers());
        Batch b = oldest.batch();
        long aside = 0;
        long known = 0;
        int next = 0;
        for (int i = 0; i < b.rows.size(); i++) {
            String reason = b.reasons.get(i);
            if (reason.isEmpty()) {
                IntakeResult r = answers.get(next++);
                known += r.status() == IntakeResult.Status.KNOWN ? 1 : 0;
                reason = r.status() == IntakeResult.Status.ASIDE ? "server: " + r.reason() : "";
            }
            if (!reason.isEmpty()) {
                aside++;
                tools.aside().add(b.rows.get(i).line(), reason, b.rows.get(i).raw());
            }
        }
        result = result.plus(b.rows.size() - aside, aside, known);
        sent.removeFirst();
        tools.aside().flush();
        tools.journal().save(result, tools.aside().length());
        tell(tools);
    }

    private static List<IntakeResult> answers(Future<List<IntakeResult>> answers) throws InterruptedException {
        try {
            return answers.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IntakeException refused) {
                throw new FeedException("the server refuses the import: " + refused.getMessage(), refused);
            }
            throw new IllegalStateException("a delivery failed", e.getCause());
        }
    }

    private void tell(Tools tools) {
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        double rate = seconds > 0 ? (result.read() - resumedAt) / seconds : 0;
        progress.accept(new FeedProgress(
                result, tools.input().bytes(), tools.input().size(), rate, tools.intake().serverAway()));
    }
}
