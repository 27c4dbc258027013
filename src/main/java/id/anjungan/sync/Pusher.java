package id.anjungan.sync;

import id.anjungan.domain.Refusal;
import id.anjungan.protocol.CommandAnswer;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Session;
import id.anjungan.protocol.Settlement;
import id.anjungan.store.DeskDb;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the outbox in order, in batches, and stores the answers. A refusal is an answer and blocks nothing; a fault
/// is none, and the same commands go again. One virtual thread.
final class Pusher {
    private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);
    private static final int BATCH = 100;
    private static final long IDLE_MS = 30_000;

    private final Http http;
    private final DeskDb desk;
    private final Overlay overlay;
    private final InstantSource time;
    private final Supplier<@Nullable Session> session;
    private final Runnable signInAgain;
    private final Runnable settled;
    private final Runnable unanswered;
    private final Backoff backoff = new Backoff();
    private int batch = BATCH;

    Pusher(
            Http http, DeskDb desk, Overlay overlay, InstantSource time, Supplier<@Nullable Session> session,
            Runnable signInAgain, Runnable settled, Runnable unanswered) {
        this.http = http;
        this.desk = desk;
        this.overlay = overlay;
        this.time = time;
        this.session = session;
        this.signInAgain = signInAgain;
        this.settled = settled;
        this.unanswered = unanswered;
    }

    /// The server is there, or a person asks.
    void hurry() {
        backoff.hurry();
    }

    /// There is something to send.
    void work() {
        backoff.work();
    }

    void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One attempt. A disk that fails now may work again later, so nothing but the end of the desk ends the loop.
    private void step() throws InterruptedException {
        try {
            Session s = session.get();
            List<CommandEnvelope> next = s == null || desk.waiting() == 0 ? List.of() : desk.take(batch, time.instant()).join();
            if (s == null || next.isEmpty()) {
                backoff.idle(IDLE_MS);
            } else {
                push(s, next);
            }
        } catch (RuntimeException e) {
            LOG.error("sending: {}", e.getMessage(), e);
            backoff.pause(Duration.ZERO);
        }
    }

    private void push(Session s, List<CommandEnvelope> next) throws InterruptedException {
        try {
            CommandAnswer answer = http.commands(s.token(), next);
            take(answer);
            if (answer.cloned()) {
                LOG.warn("this console was cloned; it takes a new identity");
                desk.renew().join();
                overlay.load().join();
                signInAgain.run();
                return;
            }
            batch = BATCH;
            if (answer.settled().isEmpty()) {
                backoff.pause(Duration.ZERO);
                return;
            }
            backoff.worked();
        } catch (Http.Problem p) {
            problem(p, s, next);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            LOG.debug("sending: no connection: {}", e.getMessage());
            desk.notSent(next).join();
            backoff.pause(Duration.ZERO);
        } catch (HttpTimeoutException e) {
            LOG.info("sending: {}", e.getMessage());
            unanswered.run();
            backoff.pause(Duration.ZERO);
        } catch (IOException e) {
            LOG.debug("sending: {}", e.getMessage());
            backoff.pause(Duration.ZERO);
        }
    }

    private void take(CommandAnswer answer) {
        List<Settlement> answers = answer.settled().stream().filter(a -> a.status() != null).toList();
        if (!answers.isEmpty()) {
            desk.settle(answers, answer.epoch(), time.instant()).join();
            overlay.settled(answers).join();
            settled.run();
        }
    }

    private void problem(Http.Problem p, Session s, List<CommandEnvelope> next) throws InterruptedException {
        LOG.debug("sending: {}", p.getMessage());
        if (p.tookNothing()) {
            desk.notSent(next).join();
        }
        if (p.status == 401 || p.status == 403 || p.otherVersion()) {
            signInAgain.run();
            backoff.pause(p.retryAfter);
        } else if (p.ours() && next.size() > 1) {
            batch = 1;
        } else if (p.ours()) {
            CommandEnvelope one = next.getFirst();
            var refused = new Settlement(
                    one.id(), one.number(), Settlement.Status.REFUSED, 0, Refusal.INTERNAL,
                    Map.of("incident", "http-" + p.status));
            take(new CommandAnswer(s.epoch(), List.of(refused), one.number(), false));
        } else {
            backoff.pause(p.retryAfter);
        }
    }
}
