package id.anjungan.central;

import id.anjungan.domain.Actor;
import id.anjungan.security.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Development sign-in: whoever is named in the profile may sign in, without a secret. Also keeps when each
/// operator's desk was last heard, which is what ends the claims of the absent. Sessions outlive a restart; what was
/// heard does not, so after one everybody counts as heard at the start. Any thread.
final class Sessions {
    private static final long WORD_NANOS = 5_000_000_000L;

    private final City city;
    private final CentralStore store;
    private final Writer writer;
    private final InstantSource clock;
    private final Instant started;
    private volatile Consumer<String> ended = hash -> {};
    private volatile Map<String, CentralStore.Heard> elsewhere = Map.of();
    private volatile long leftWord = System.nanoTime() - WORD_NANOS;
    private final Map<String, Signed> known = new ConcurrentHashMap<>();
    private final Map<String, CentralStore.Heard> heard = new ConcurrentHashMap<>();

    Sessions(City city, CentralStore store, Writer writer, InstantSource clock) {
        this.city = city;
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.started = clock.instant();
    }

    /// A new session; its token. Blocks until it is stored.
    String open(String operator, UUID console) {
        Actor actor = city.operator(operator)
                .orElseThrow(() -> Problem.unauthorized("no operator of this profile is called '" + clip(operator) + "'"));
        String token = Tokens.fresh();
        String hash = Tokens.hash(token);
        Waits.on(writer.submit(Work.<Boolean>of(
                tx -> {
                    tx.session(new Tx.SessionRow(hash, operator, console, clock.instant()));
                    return base -> true;
                },
                (tx, incident) -> base -> false)));
        known.put(hash, new Signed(hash, actor, console));
        hear(operator);
        return token;
    }

    private static String clip(String s) {
        return s.length() > 60 ? s.substring(0, 60) + "…" : s;
    }

    void close(Signed signed) {
        Waits.on(writer.submit(Work.<Boolean>of(
                tx -> {
                    tx.endSession(signed.tokenHash(), clock.instant());
                    return base -> true;
                },
                (tx, incident) -> base -> false)));
        known.remove(signed.tokenHash());
        // Unless the same operator is heard again from another desk, who signs out has left.
        heard.put(signed.actor().id(), new CentralStore.Heard(clock.instant(), CentralStore.Leaving.SIGNED_OUT));
        ended.accept(signed.tokenHash());
    }

    /// Whom to tell that a session has ended here.
    void onEnd(Consumer<String> tell) {
        ended = tell;
    }

    /// Who an `Authorization` header stands for; `Problem.unauthorized` when for nobody.
    Signed require(@Nullable String authorization) {
        String token = Tokens.ofHeader(authorization)
                .orElseThrow(() -> Problem.unauthorized("the Authorization header has no bearer token"));
        String hash = Tokens.hash(token);
        Signed signed = known.get(hash);
        if (signed == null) {
            signed = stored(hash)
                    .orElseThrow(() -> Problem.unauthorized("this session is unknown or has ended"));
            known.put(hash, signed);
        }
        hear(signed.actor().id());
        return signed;
    }

    private Optional<Signed> stored(String hash) {
        return store.session(hash)
                .flatMap(r -> city.operator(r.operator()).map(a -> new Signed(hash, a, r.console())));
    }

    /// Whether the session still stands; a stream asks now and then. Asks the database only when other nodes may
    /// know better.
    boolean stands(Signed signed) {
        if (known.containsKey(signed.tokenHash())) {
            return true;
        }
        boolean stands = store.shared() && stored(signed.tokenHash()).isPresent();
        if (stands) {
            known.put(signed.tokenHash(), signed);
        }
        return stands;
    }

    /// Another node has ended it.
    void forget(String tokenHash) {
        known.remove(tokenHash);
    }

    /// What other nodes have ended may have been missed.
    void forgetAll() {
        known.clear();
    }

    void hear(String operator) {
        heard.put(operator, new CentralStore.Heard(clock.instant(), CentralStore.Leaving.NOT));
    }

    void losesLine(String operator) {
        heard.put(operator, new CentralStore.Heard(clock.instant(), CentralStore.Leaving.LOSING_LINE));
    }

    /// At any node, as far as this one knows.
    CentralStore.Heard lastHeard(String operator) {
        return heard.getOrDefault(operator, new CentralStore.Heard(started, CentralStore.Leaving.NOT)).or(elsewhere.get(operator));
    }

    /// Leaves word for the other nodes now and then; real time, not the server's clock.
    void leaveWord() {
        if (System.nanoTime() - leftWord > WORD_NANOS) {
            leaveWordNow();
        }
    }

    void leaveWordNow() {
        leftWord = System.nanoTime();
        if (store.shared() && !heard.isEmpty()) {
            store.heard(heard);
        }
    }

    /// Hears from the other nodes, before somebody counts as absent.
    void hearElsewhere() {
        elsewhere = store.heard();
    }
}
