package id.anjungan.state;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.Command;
import id.anjungan.domain.FileKind;
import id.anjungan.domain.Message;
import id.anjungan.domain.Right;
import id.anjungan.state.DeskFiles.Unavailable.Why;
import id.anjungan.store.FileCache;
import id.anjungan.store.OutgoingFile;
import id.anjungan.store.OutgoingFiles;
import id.anjungan.sync.FileTransfer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files of cases on a live desk: a durable folder of what waits for the server, a bounded cache of what came from it,
/// and one thread that sends. A command that names a file is given only once the server has its bytes, so that an
/// action waiting for a large file holds up no other.
final class LiveFiles implements DeskFiles, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFiles.class);
    private static final long AGAIN_SECONDS = 15;

    private final OutgoingFiles outgoing;
    private final FileCache cache;
    private final FileTransfer transfer;
    private final Supplier<Instant> now;
    private final Predicate<Right> may;
    private final BooleanSupplier live;
    private final Function<Command, CompletableFuture<Receipt>> submit;
    private final Function<Collection<UUID>, CompletableFuture<List<Message>>> messages;
    private final ValueSignal<List<WaitingFile>> waiting = new ValueSignal<>(List.of());
    private final Map<UUID, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Path>> fetching = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Boolean> bell = new LinkedBlockingQueue<>(1);
    private final Thread sender;
    private volatile boolean closed;
    private volatile boolean line;

    /// What sending and asking need of the desk.
    record Owner(
            Supplier<Instant> now, Predicate<Right> may, BooleanSupplier live,
            Function<Command, CompletableFuture<Receipt>> submit,
            Function<Collection<UUID>, CompletableFuture<List<Message>>> messages) {}

    LiveFiles(OutgoingFiles outgoing, FileCache cache, FileTransfer transfer, Owner owner) {
        this.outgoing = outgoing;
        this.cache = cache;
        this.transfer = transfer;
        this.now = owner.now();
        this.may = owner.may();
        this.live = owner.live();
        this.submit = owner.submit();
        this.messages = owner.messages();
        this.sender = Thread.ofVirtual().name("desk-files").unstarted(this::run);
    }

    void start() {
        publish();
        sender.start();
    }

    /// Whether there is a line, told now and then: sends at once when it is there again.
    void line(boolean now) {
        if (now && !line) {
            hurry();
        }
        line = now;
    }

    void hurry() {
        var _ = bell.offer(true);
    }

    @Override
    public Signal<List<WaitingFile>> waiting() {
        return waiting;
    }

    @Override
    public CompletableFuture<WaitingFile> attach(UUID caseId, @Nullable String name, boolean graphic, Source from) {
        return kept(from, kind -> new OutgoingFile(
                UUID.randomUUID(), caseId, kind, "", 0, name, graphic, null, null, now.get(), null));
    }

    @Override
    public CompletableFuture<WaitingFile> redact(UUID caseId, UUID message, Attachment original, byte[] made) {
        return kept(() -> new ByteArrayInputStream(made), kind -> new OutgoingFile(
                UUID.randomUUID(), caseId, kind, "", 0, original.name(), original.graphic(), null,
                new OutgoingFile.Redacted(message, original.sha256()), now.get(), null));
    }

    private CompletableFuture<WaitingFile> kept(Source from, Function<FileKind, OutgoingFile> as) {
        return off(() -> {
            try (InputStream in = new BufferedInputStream(from.open())) {
                in.mark(FileKind.HEAD);
                byte[] head = in.readNBytes(FileKind.HEAD);
                in.reset();
                if (head.length == 0) {
                    throw new Unavailable(Why.EMPTY, null);
                }
                FileKind kind = FileKind.ofHead(head).orElseThrow(() -> new Unavailable(Why.TYPE, null));
                OutgoingFile f = outgoing.keep(as.apply(kind), new Bounded(in, FileKind.MOST_BYTES));
                publish();
                hurry();
                return shown(f);
            } catch (Bounded.TooLarge e) {
                throw new Unavailable(Why.TOO_LARGE, e);
            } catch (IOException e) {
                throw new Unavailable(Why.FAILED, e);
            }
        });
    }

    private static <T> CompletableFuture<T> off(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, r -> Thread.ofVirtual().name("desk-file").start(r));
    }

    private WaitingFile shown(OutgoingFile f) {
        String why = f.refused();
        return new WaitingFile(
                f.id(), f.caseId(), f.attachment(), sent.getOrDefault(f.id(), 0L),
                why == null ? null : WaitingFile.Reason.valueOf(why));
    }

    private synchronized void publish() {
        waiting.publish(outgoing.all().stream().map(this::shown).toList());
    }

    @Override
    public CompletableFuture<List<Message>> withFiles(Collection<UUID> cases) {
        return messages.apply(cases).thenApply(all -> all.stream()
                .filter(m -> !m.attachments().isEmpty())
                .sorted(Comparator.comparing(Message::at).thenComparing(Message::id))
                .toList());
    }

    /// How many bytes of fetched files may stay here from now on.
    void limit(long bytes) {
        cache.limit(bytes);
    }

    @Override
    public CompletableFuture<Path> open(UUID caseId, Attachment file) {
        if (file.restricted() && !may.test(Right.SEE_ORIGINAL)) {
            cache.forget(file.sha256());
            return CompletableFuture.failedFuture(new Unavailable(Why.NOT_SEEN, null));
        }
        CompletableFuture<Path> fresh = new CompletableFuture<>();
        CompletableFuture<Path> running = fetching.putIfAbsent(file.sha256(), fresh);
        if (running != null) {
            return running;
        }
        var _ = off(() -> had(caseId, file)).whenComplete((path, e) -> {
            fetching.remove(file.sha256());
            if (e == null) {
                fresh.complete(path);
            } else {
                fresh.completeExceptionally(e.getCause() == null ? e : e.getCause());
            }
        });
        return fresh;
    }

    /// What only few may see is asked for each time, so that each time is written down; and it does not stay here.
    private Path had(UUID caseId, Attachment file) {
        Path here = file.restricted() ? null : cache.find(file.sha256()).or(() -> ownCopy(file.sha256())).orElse(null);
        if (here != null) {
            return here;
        }
        Path half = cache.half(file.sha256());
        try {
            transfer.download(caseId, file.sha256(), half, n -> {});
            return file.restricted() ? cache.whole(file.sha256(), half) : cache.take(file.sha256(), half);
        } catch (FileTransfer.Refused e) {
            throw new Unavailable(Why.NOT_SEEN, e);
        } catch (IOException e) {
            throw new Unavailable(live.getAsBoolean() ? Why.FAILED : Why.AWAY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Why.FAILED, e);
        }
    }

    private java.util.Optional<Path> ownCopy(String sha256) {
        return outgoing.all().stream()
                .filter(f -> f.sha256().equals(sha256))
                .map(f -> outgoing.bytes(f.id()))
                .filter(Files::exists)
                .findFirst();
    }

    @Override
    public void forget(UUID id) {
        var _ = off(() -> {
            removed(id);
            return true;
        });
    }

    private void removed(UUID id) {
        try {
            outgoing.remove(id);
            sent.remove(id);
        } catch (IOException e) {
            LOG.warn("a file could not be removed: {}", e.getMessage());
        }
        publish();
    }

    private void run() {
        try {
            while (!closed) {
                for (OutgoingFile f : outgoing.all()) {
                    if (f.refused() == null && !closed) {
                        send(f);
                    }
                }
                bell.poll(AGAIN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("sending files", e);
        }
    }

    private void send(OutgoingFile f) throws InterruptedException {
        try {
            transfer.upload(f.sha256(), f.kind().mediaType(), f.bytes(), outgoing.bytes(f.id()), n -> {
                sent.put(f.id(), n);
                publish();
            });
            named(f);
        } catch (FileTransfer.Refused e) {
            LOG.warn("the server does not take a file: {}", e.getMessage());
            refused(f, reason(e.status));
        } catch (IOException e) {
            LOG.debug("sending a file: {}", e.getMessage());
        }
    }

    private void refused(OutgoingFile f, WaitingFile.Reason why) {
        try {
            outgoing.refuse(f, why.name());
        } catch (IOException e) {
            LOG.warn("a file's refusal could not be written: {}", e.getMessage());
        }
        publish();
    }

    private static WaitingFile.Reason reason(int status) {
        return switch (status) {
            case 413 -> WaitingFile.Reason.TOO_LARGE;
            case 415 -> WaitingFile.Reason.TYPE;
            case 403 -> WaitingFile.Reason.NO_RIGHT;
            default -> WaitingFile.Reason.DAMAGED;
        };
    }

    /// The bytes are there: now the command that names them. It is durable before the file is let go of; should the
    /// desk end in between, the same again changes nothing.
    private void named(OutgoingFile f) throws InterruptedException {
        OutgoingFile.Redacted r = f.redacts();
        Command command = r == null
                ? new Command.AttachFiles(f.caseId(), f.id(), List.of(f.attachment()), f.text())
                : new Command.RedactAttachment(f.caseId(), r.message(), r.sha256(), f.attachment());
        CountDownLatch done = new CountDownLatch(1);
        Receipt[] told = new Receipt[1];
        var _ = submit.apply(command).whenComplete((receipt, e) -> {
            told[0] = receipt;
            done.countDown();
        });
        done.await();
        if (told[0] == null) {
            return;
        }
        if (!told[0].accepted()) {
            refused(f, WaitingFile.Reason.NO_RIGHT);
            return;
        }
        try {
            Path copy = cache.half(f.sha256());
            Files.copy(outgoing.bytes(f.id()), copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            cache.take(f.sha256(), copy);
        } catch (IOException e) {
            LOG.debug("keeping a copy of a sent file: {}", e.getMessage());
        }
        removed(f.id());
    }

    @Override
    public void close() {
        closed = true;
        sender.interrupt();
        try {
            sender.join(java.time.Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
