package id.anjungan.central;

import id.anjungan.domain.Policy;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.OperatorSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Everything central keeps: current states, change log, audit, settled commands, delivery outbox. Writes come in
/// groups from one thread; reads come from any thread and block on IO. Every failure is a `StoreException`.
interface CentralStore extends AutoCloseable {
    /// Renewed on every restore: numbers of one epoch are one history.
    UUID epoch();

    /// Begins a new history on a restored database; its name. See `RestoreEpoch`.
    UUID renewEpoch();

    /// The migration the database is at.
    int migration();

    /// The last number given, of what is committed, as far as this node has heard.
    long head();

    /// The same, asked of the database now.
    long headNow();

    /// Whether other nodes may use the same database.
    boolean shared();

    /// Whom to tell what other nodes do.
    default void watch(Watcher watcher) {}

    /// Tells the other nodes a word that need not arrive; they hear it as `Watcher.told`.
    default void tell(String word) {}

    /// Takes, or keeps, what only one may do at a time, for so long; empty while another holder has it.
    Optional<Lease> lease(String name, UUID holder, Duration howLong);

    /// Gives it back before its time.
    void release(Lease lease);

    /// Leaves word of when desks were last heard at this node.
    default void heard(Map<String, Heard> here) {}

    /// When desks were last heard at any node that left word.
    default Map<String, Heard> heard() {
        return Map.of();
    }

    /// The lowest cursor that the log can still be followed from, as far as this node has heard.
    long floor();

    /// Lets go of the log up to where its head was at a moment: the floor rises now, and what lies below goes the
    /// next time, at most so many rows, when every node has heard of the floor. How many rows went.
    int compact(Instant now, Instant before, int most);

    /// Reads everything there is in one consistent state; its head. What has changed since `after` is only named.
    long scan(long after, Scan scan);

    /// Runs a group in one transaction and commits it; the number before its first. All or nothing. The policy
    /// tells when time alone next changes a case. The group may be run again from its beginning when another node
    /// was faster, so it forgets at its beginning what it told anybody.
    long write(Policy policy, Consumer<Tx> group);

    /// Up to `limit` rows after a position of the snapshot, in its order, below a grade.
    Page page(Position after, int belowGrade, int limit);

    /// How many rows a snapshot below a grade has.
    long count(int belowGrade);

    Map<Kind, Long> counts();

    /// What changed above `after` up to and including `upTo`, in order. Changes that a later one replaced are left
    /// out, unless the row left a scope with it.
    List<LogRow> changes(long after, long upTo);

    Optional<Row> row(UUID id);

    /// What is about a case or a chat: messages, entries, persons, alarms.
    List<Row> about(UUID id);

    /// Ended cases, newest first, of which the body or that of a message or person about it is like this in lower case,
    /// or that person's without what stands between digits like the other.
    List<Row> ended(String like, String phoneLike, int skip, int limit);

    /// Cases that time alone changes by now, the longest overdue first.
    List<UUID> due(Instant now, int limit);

    /// Cases and chats that somebody holds.
    List<Held> held();

    /// Open cases of a category received since, with a position.
    List<Row> recent(String category, Instant since, int limit);

    /// Answers of a channel that may go out, above a number.
    List<Outbound> outbound(String channel, long after, int limit);

    /// The earliest moment at which a held answer may go out.
    Optional<Instant> nextRelease();

    Optional<Tx.SessionRow> session(String tokenHash);

    Optional<String> projection(UUID console);

    /// The bytes of files.
    Blobs blobs();

    /// What an operator has set.
    Map<String, OperatorSettings.Value> settings(String operator);

    /// Takes those that are later than what is there; whether any was.
    boolean putSettings(String operator, Map<String, OperatorSettings.Value> given);

    /// How many items were set aside.
    long asideCount();

    @Override
    void close();

    /// Rows of a snapshot, and the position behind the last of them.
    record Page(List<Row> rows, Position last) {}

    /// Something only one holder does at a time. `fencing` grows with each new holder: see `Tx.stands`.
    record Lease(String name, UUID holder, long fencing) {}

    /// When a desk was last heard, and how it left, if it said so.
    record Heard(Instant at, Leaving leaving) {
        /// The later of two.
        Heard or(@Nullable Heard other) {
            return other != null && other.at.isAfter(at) ? other : this;
        }
    }

    /// How a desk was left; `code` is what the database holds.
    enum Leaving {
        /// Not at all, as far as is known.
        NOT(0),
        LOSING_LINE(1),
        SIGNED_OUT(2);

        final int code;

        Leaving(int code) {
            this.code = code;
        }

        static Leaving of(int code) {
            return code == LOSING_LINE.code ? LOSING_LINE : code == SIGNED_OUT.code ? SIGNED_OUT : NOT;
        }
    }

    /// Hears of other nodes, on the store's own thread.
    interface Watcher {
        /// The head is at least here.
        void moved(long to);

        void told(String word);

        /// Words may have been missed.
        void missed();
    }

    /// What reads a consistent state: first the ended cases, then what has changed since, then the rest.
    interface Scan {
        void endedCase(Row row);

        void changed(UUID id);

        void row(Row row);
    }

    /// Where in a snapshot one is: within a grade, rows come in the order in which they were first written (`n`).
    record Position(int grade, long n) {
        static final Position START = new Position(-1, 0);

        String encode() {
            return grade + "." + n;
        }

        static Optional<Position> decode(String text) {
            int dot = text.indexOf('.');
            try {
                return Optional.of(new Position(
                        Integer.parseInt(text.substring(0, Math.max(dot, 0))),
                        Long.parseLong(text.substring(dot + 1))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /// A number of the log with the row as it is now; `left` when this change took it out of a scope. `latest`
    /// is false when a later change is still to come.
    record LogRow(long seq, @Nullable Scope left, boolean latest, Row row) {}

    record Held(UUID id, String holder, long fencing, Instant since) {}

    /// An answer on its way out. `n` grows along a channel. Without a message it only says that the conversation
    /// has ended. `handed`: given to the channel before, outcome unknown.
    record Outbound(
            long n, UUID id, String channel, String sourceId, @Nullable UUID message, boolean ends, boolean handed,
            Instant at) {}
}
