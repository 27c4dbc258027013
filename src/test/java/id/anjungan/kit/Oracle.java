package id.anjungan.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// The one judge. It is fed only with what was acknowledged to operators and channels, reads files and streams itself,
/// and after each fault says which invariant is broken, for which id:
/// I1 each acknowledged act once or visibly refused; I2 each item once; I3 one holder of a claim, fenced; I4 desks and
/// server the same; I5 audit trails only grow; I6 no emergency leaves unacknowledged; I7 no deadline moves silently;
/// I8 no personal values in logs. One thread.
public final class Oracle {
    private static final long SHOWN_MS = 3_000;
    private static final Pattern PERSONAL = Pattern.compile(Made.SECRET + "|" + Made.PHONE + "\\d");

    private final Ledger ledger;
    private final ServerClient client;
    private final Deadlines deadlines = new Deadlines();
    private long patienceMs = 30_000;
    private final Map<String, List<String>> trails = new HashMap<>();

    public Oracle(Ledger ledger, ServerClient client) {
        this.ledger = ledger;
        this.client = client;
    }

    /// How long desks may take to be at rest and to hold what the server holds.
    public void patience(long ms) {
        patienceMs = ms;
    }

    /// The server was restored from a copy: its trail begins again from there, and only there.
    public void restored() {
        trails.remove("server");
        deadlines.forget();
    }

    /// Judges a rig at rest: consoles idle, lines clear.
    public Findings check(List<Server> servers, List<Console> consoles) {
        Findings found = new Findings();
        ledger.doubled().forEach(d -> found.add("I1", "ledger", d));
        settled(consoles, found);
        Map<String, DeskFacts> desks = converged(servers, consoles, found);
        ServerFacts facts = ServerFacts.read(servers.getFirst().jdbc());
        Map<UUID, ServerClient.Sent> all = everything(servers.getFirst(), "ratna");
        if (!facts.integrity().equals("ok")) {
            found.add("I1", "central.db", facts.integrity());
        }
        if (facts.missing() != 0) {
            found.add("I4", "change log", facts.missing() + " numbers are in no row");
        }
        ActChecks.check(ledger, facts, desks, all, found);
        ItemChecks.check(ledger, facts, all, found);
        ClaimChecks.check(ledger, facts, all, found);
        alarms(consoles, facts, all, found);
        deadlines.check(facts, all, found);
        trail("server", facts.audit().stream().map(Object::toString).toList(), found);
        desks.forEach((name, d) -> trail("desk " + name, d.audit(), found));
        servers.forEach(s -> logs(s.log(), found));
        consoles.forEach(c -> logs(c.log(), found));
        return found;
    }

    /// Waits until every desk has settled everything and is live.
    private void settled(List<Console> consoles, Findings found) {
        Map<String, ConsoleMain.State> states = new HashMap<>();
        for (Console c : consoles) {
            boolean so = Pause.until(patienceMs, () -> {
                Optional<ConsoleMain.State> s = c.state();
                s.ifPresent(x -> states.put(c.operator(), x));
                boolean rest = s.filter(x -> x.waiting() == 0 && x.link().equals("LIVE") && x.paused()).isPresent();
                if (!rest) {
                    c.hurry();
                    Pause.millis(40);
                }
                return rest;
            });
            if (!so) {
                found.add("I4", c.operator(), "not at rest after " + patienceMs + " ms: " + states.get(c.operator()));
            }
        }
    }

    /// What a desk shows may follow what it holds by a moment, not more.
    private void alarms(
            List<Console> consoles, ServerFacts facts, Map<UUID, ServerClient.Sent> all, Findings found) {
        List<Findings> last = new ArrayList<>();
        Pause.until(SHOWN_MS, () -> {
            Map<String, ConsoleMain.State> states = new HashMap<>();
            consoles.forEach(c -> c.state().ifPresent(s -> states.put(c.operator(), s)));
            Findings now = new Findings();
            AlarmChecks.check(ledger, facts, all, states, now);
            last.add(now);
            return now.all().isEmpty();
        });
        found.addAll(last.getLast());
    }

    /// Waits until each desk holds what the server would send its operator now, and says what differs if not. Of
    /// several nodes each is asked for some of the desks.
    private Map<String, DeskFacts> converged(List<Server> servers, List<Console> consoles, Findings found) {
        Map<String, DeskFacts> desks = new HashMap<>();
        for (Console c : consoles) {
            Server server = servers.get((desks.size() + 1) % servers.size());
            caughtUp(server, c, found);
            List<String> differs = new ArrayList<>();
            boolean so = Pause.until(patienceMs, () -> {
                DeskFacts d = DeskFacts.read(c.dir());
                desks.put(c.operator(), d);
                differs.clear();
                differs.addAll(differences(everything(server, c.operator()), d));
                return differs.isEmpty();
            });
            if (!so) {
                differs.stream().limit(5).forEach(x -> found.add("I4", c.operator(), x));
            }
            DeskFacts d = desks.get(c.operator());
            if (d != null && !d.integrity().isEmpty()) {
                found.add("I1", c.operator(), d.integrity());
            }
        }
        return desks;
    }

    /// Waits until a desk has read the stream to its end, for as long as it gets on: a busy machine is no fault. One
    /// that stands still is.
    private void caughtUp(Server server, Console c, Findings found) {
        AtomicLong at = new AtomicLong(-1);
        boolean moves = true;
        while (moves) {
            boolean on = Pause.until(patienceMs, () -> {
                Pause.millis(50);
                long cursor = DeskFacts.cursor(c.dir());
                boolean there = cursor >= ServerFacts.head(server.jdbc()) && DeskFacts.overlaid(c.dir()) == 0;
                return there || cursor > at.get();
            });
            long cursor = DeskFacts.cursor(c.dir());
            long head = ServerFacts.head(server.jdbc());
            int overlaid = DeskFacts.overlaid(c.dir());
            if (!on) {
                found.add("I4", c.operator(), "stands still at " + cursor + " of " + head + ", overlaid " + overlaid + ", "
                        + c.state());
            }
            moves = on && (cursor < head || overlaid > 0);
            at.set(cursor);
        }
    }

    private static List<String> differences(Map<UUID, ServerClient.Sent> server, DeskFacts desk) {
        List<String> all = new ArrayList<>();
        if (desk.overlaid() > 0) {
            all.add(desk.overlaid() + " entities are still overlaid");
        }
        server.forEach((id, sent) -> {
            ServerClient.Sent has = desk.entities().get(id);
            if (!sent.equals(has)) {
                all.add(sent.kind() + " " + id + " is " + (has == null ? "missing" : "other: seq " + has.seq() + " for " + sent.seq()));
            }
        });
        desk.entities().forEach((id, has) -> {
            if (!server.containsKey(id)) {
                all.add(has.kind() + " " + id + " is not at the server");
            }
        });
        return all;
    }

    private Map<UUID, ServerClient.Sent> everything(Server server, String operator) {
        try {
            return client.everything(server.uri(), operator);
        } catch (IOException e) {
            throw new IllegalStateException("the server gives no snapshot: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    /// What was in a trail is in it still, line by line.
    private void trail(String name, List<String> now, Findings found) {
        List<String> before = trails.getOrDefault(name, List.of());
        if (now.size() < before.size() || !now.subList(0, before.size()).equals(before)) {
            found.add("I5", name, "the audit trail had " + before.size() + " lines and now has others: " + now.size());
        }
        trails.put(name, now);
    }

    private static void logs(Path log, Findings found) {
        try {
            if (Files.exists(log)) {
                Files.readString(log, StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> PERSONAL.matcher(l).find())
                        .limit(3)
                        .forEach(l -> found.add("I8", log.getFileName(), l.length() > 160 ? l.substring(0, 160) : l));
            }
        } catch (IOException e) {
            found.add("I8", log.getFileName(), "cannot be read: " + e.getMessage());
        }
    }
}
