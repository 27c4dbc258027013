package id.anjungan.kit;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Command;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Role;
import id.anjungan.protocol.Json;
import id.anjungan.state.QueueRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// An operator who works by dice: claims, notes, verifies, holds, answers, closes, reopens, one act after another or
/// many as a bulk. Every text holds a word of its own, so that its effect can be counted. One thread of its own.
final class ConsoleWork {
    private static final int WAITING_MOST = 400;
    private static final int SHOWN = 60;
    private static final List<String> AGENCIES = List.of("DSDABM", "DLH", "DISHUB");

    private final ConsoleMain console;
    private final Random dice;
    private final String run;
    private final List<UUID> closed = new ArrayList<>();
    private long said;
    private volatile boolean going;
    private volatile boolean acting;

    ConsoleWork(ConsoleMain console, long seed) {
        this.console = console;
        this.dice = new Random(seed);
        this.run = Long.toHexString(seed) + "-" + ProcessHandle.current().pid();
        Thread.ofPlatform().daemon().name("operator").start(this::work);
    }

    void go() {
        going = true;
    }

    void pause() {
        going = false;
    }

    boolean idle() {
        return !going && !acting;
    }

    private void work() {
        while (true) {
            acting = going;
            if (!going || !act()) {
                acting = false;
                Pause.millis(5);
            }
        }
    }

    /// False when there is nothing to do now.
    private boolean act() {
        List<QueueRow> rows = console.desk().queue().page().get().rows();
        if (rows.isEmpty() || console.desk().status().get().waiting() > WAITING_MOST) {
            return false;
        }
        int n = Math.min(rows.size(), SHOWN);
        if (dice.nextInt(4) == 0) {
            List<Command> bulk = new ArrayList<>();
            for (int i = 4 + dice.nextInt(12); i > 0; i--) {
                bulk.add(new Command.AddNote(rows.get(dice.nextInt(n)).id(), text()));
            }
            console.submit(bulk);
        } else if (!closed.isEmpty() && dice.nextInt(12) == 0) {
            console.submit(List.of(new Command.ReopenCase(closed.remove(dice.nextInt(closed.size())), text())));
        } else {
            find(rows.get(dice.nextInt(n)).id()).map(this::choose).ifPresent(c -> console.submit(List.of(c)));
        }
        return true;
    }

    /// Texts are personal values: the word tells the oracle that it must not be in any log.
    private String text() {
        return Made.SECRET + " " + run + "-" + said++;
    }

    private Command choose(Case c) {
        Claim held = c.claim();
        String me = console.desk().actor().id();
        if (held == null) {
            return dice.nextInt(3) > 0 ? new Command.ClaimCase(c.id()) : unheld(c);
        }
        if (held.operator().equals(me)) {
            return mine(c);
        }
        boolean lead = console.desk().actor().role() == Role.LEAD;
        return lead && dice.nextInt(3) == 0 ? new Command.ClaimCase(c.id()) : new Command.AddNote(c.id(), text());
    }

    private Command unheld(Case c) {
        return switch (dice.nextInt(4)) {
            case 0 -> new Command.AcknowledgeCase(c.id());
            case 1 -> new Command.AnswerCase(c.id(), c.fencing(), text());
            case 2 -> new Command.DisposeCase(c.id(), c.fencing(), List.of(agency()), null);
            default -> new Command.AddNote(c.id(), text());
        };
    }

    private Command mine(Case c) {
        return switch (dice.nextInt(9)) {
            case 0 -> new Command.ReleaseCase(c.id(), c.fencing(), text());
            case 1 -> new Command.VerifyCase(c.id(), c.fencing());
            case 2, 3 -> c.state() == CaseState.ON_HOLD
                    ? new Command.ResumeCase(c.id(), c.fencing())
                    : new Command.HoldCase(c.id(), c.fencing(), text());
            case 4 -> new Command.DisposeCase(c.id(), c.fencing(), List.of(agency()), text());
            case 5 -> new Command.AnswerCase(c.id(), c.fencing(), text());
            case 6 -> {
                closed.add(c.id());
                yield new Command.CloseCase(c.id(), c.fencing(), Outcome.RESOLVED, text());
            }
            case 7 -> new Command.ReleaseCase(c.id(), c.fencing(), text());
            default -> new Command.AddNote(c.id(), text());
        };
    }

    private String agency() {
        return AGENCIES.get(dice.nextInt(AGENCIES.size()));
    }

    private Optional<Case> find(UUID id) {
        Path cache = console.dir().resolve("cache.db");
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + cache);
                PreparedStatement s = c.prepareStatement("SELECT body FROM entity WHERE id=?")) {
            s.setBytes(1, Rows.bytes(id));
            try (ResultSet r = s.executeQuery()) {
                return r.next() ? Optional.of(Json.read(r.getString(1), Case.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
