package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Attachment;
import id.anjungan.domain.Case;
import id.anjungan.domain.Change;
import id.anjungan.domain.Command;
import id.anjungan.domain.Context;
import id.anjungan.domain.Decide;
import id.anjungan.domain.Decision;
import id.anjungan.domain.FileKind;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Privacy;
import id.anjungan.domain.Refusal;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.OperatorSettings;
import id.anjungan.protocol.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every central store promises, whatever database is below. A store's own test extends it.
abstract class CentralStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-03T02:00:00Z");
    private static final UUID CONSOLE = new UUID(7, 7);

    private final Policy policy = new TestCity().policy();
    private CentralStore store;

    /// Opens the same database again and again within one test.
    abstract CentralStore open();

    @BeforeEach
    void begin() {
        store = open();
    }

    @AfterEach
    void end() {
        store.close();
    }

    private long receive(Tx tx, String source, String district) {
        Location where = new Location(-7.2, 112.7, "Jalan 1", district, null);
        return give(tx, Actor.system("intake"), new Command.ReceiveItem(
                caseId(source), tx.nextNumber("SP4N"), "sp4n", source,
                new Person(Ids.of("person", source), "N", "08", null, null, false), "road", null, Privacy.OPEN, where,
                NOW, "text", List.of(), null, null));
    }

    private static UUID caseId(String source) {
        return Ids.ofItem("sp4n", source);
    }

    private long give(Tx tx, Actor actor, Command command) {
        UUID id = UUID.randomUUID();
        Decision d = Decide.decide(tx, command, new Context(actor, policy, NOW, NOW, id, false));
        List<Change> changes = ((Decision.Accepted) d).changes();
        tx.apply(id, changes);
        return changes.size();
    }

    @Test
    void numbersAreTakenAtCommitWithoutGaps() {
        store.write(policy, tx -> receive(tx, "a", "35.01"));
        long before = store.head();
        long base = store.write(policy, tx -> {
            receive(tx, "b", "35.01");
            receive(tx, "c", "35.01");
        });
        assertThat(base).isEqualTo(before);
        assertThat(store.changes(0, store.head()).stream().map(CentralStore.LogRow::seq))
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, store.head()).boxed().toList());
    }

    @Test
    void workThatIsRolledBackTakesNoNumberAndNoCaseNumber() {
        store.write(policy, tx -> {
            receive(tx, "a", "35.01");
            int mark = tx.mark();
            receive(tx, "b", "35.01");
            tx.rollback(mark);
            assertThat(tx.find(caseId("b"))).isEmpty();
            receive(tx, "c", "35.01");
        });
        assertThat(store.row(caseId("b"))).isEmpty();
        assertThat(store.row(caseId("c")).orElseThrow().body()).contains("SP4N-0002");
        assertThat(store.head()).isEqualTo(store.changes(0, store.head()).size());
    }

    @Test
    void aGroupThatFailsLeavesNothing() {
        assertThatThrownBy(() -> store.write(policy, tx -> {
                    receive(tx, "a", "35.01");
                    throw new IllegalStateException("poison");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.head()).isZero();
        assertThat(store.row(caseId("a"))).isEmpty();
        store.write(policy, tx -> receive(tx, "a", "35.01"));
        assertThat(store.row(caseId("a")).orElseThrow().body()).contains("SP4N-0001");
    }

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        store.write(policy, tx -> receive(tx, "a", "35.01"));
        UUID epoch = store.epoch();
        long head = store.head();
        store.close();
        store = open();
        assertThat(store.epoch()).isEqualTo(epoch);
        assertThat(store.head()).isEqualTo(head);
        store.write(policy, tx -> assertThat(tx.nextNumber("SP4N")).isEqualTo("SP4N-0002"));
    }

    @Test
    void pagesVisitEveryRowOnceOpenCasesFirst() {
        store.write(policy, tx -> {
            for (int i = 0; i < 25; i++) {
                receive(tx, "r" + i, "35.01");
            }
        });
        List<Row> all = new ArrayList<>();
        CentralStore.Position at = CentralStore.Position.START;
        CentralStore.Page page = store.page(at, Integer.MAX_VALUE, 7);
        while (!page.rows().isEmpty()) {
            all.addAll(page.rows());
            at = CentralStore.Position.decode(page.last().encode()).orElseThrow();
            page = store.page(at, Integer.MAX_VALUE, 7);
        }
        assertThat(all).hasSize((int) store.count(Integer.MAX_VALUE)).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(all.subList(0, 25)).extracting(Row::kind).containsOnly(Kind.CASE);
        assertThat(store.counts()).containsEntry(Kind.CASE, 25L).containsEntry(Kind.PERSON, 25L);
    }

    @Test
    void aSettlementIsKeptWithItsNumberAndFoundByBothNames() {
        UUID command = UUID.randomUUID();
        UUID refused = UUID.randomUUID();
        store.write(policy, tx -> {
            receive(tx, "a", "35.01");
            tx.settle(CONSOLE, new Settlement(command, 1, Settlement.Status.DONE, 0, null, Map.of()), true);
            tx.settle(
                    CONSOLE,
                    new Settlement(refused, 2, Settlement.Status.REFUSED, 0, Refusal.NOT_FOUND, Map.of("id", "x")),
                    false);
            assertThat(tx.usedFor(CONSOLE, 2)).contains(refused);
            assertThat(tx.lastNumber(CONSOLE)).isEqualTo(2);
        });
        store.write(policy, tx -> {
            assertThat(tx.settled(command).orElseThrow().seq()).isEqualTo(store.head());
            assertThat(tx.settled(refused).orElseThrow().args()).containsEntry("id", "x");
            assertThat(tx.usedFor(CONSOLE, 1)).contains(command);
            assertThat(tx.usedFor(CONSOLE, 3)).isEmpty();
            assertThat(tx.lastNumber(CONSOLE)).isEqualTo(2);
        });
    }

    @Test
    void aCaseThatMovesTakesAllThatBelongsToItAlong() {
        store.write(policy, tx -> receive(tx, "a", "35.01"));
        long before = store.head();
        store.write(policy, tx -> give(tx, TestCity.LEAD, new Command.LocateCase(
                caseId("a"), 0, new Location(-7.2, 112.8, null, "35.02", null), "salah tempat")));

        List<CentralStore.LogRow> moved = store.changes(before, store.head()).stream()
                .filter(r -> r.left() != null)
                .toList();
        assertThat(moved).extracting(r -> r.row().kind())
                .contains(Kind.CASE, Kind.PERSON, Kind.MESSAGE, Kind.ENTRY);
        assertThat(moved).allSatisfy(r -> {
            assertThat(r.left()).isNotNull().extracting(Scope::district).isEqualTo("35.01");
            assertThat(r.row().scope().district()).isEqualTo("35.02");
        });
    }

    /// Merged, answered as one, the server opened anew, taken apart: each case is what it was, with what came meanwhile.
    @Test
    void mergedCasesAreAnsweredAsOneAndTakenApartAfterReopeningWithNothingLost() {
        Actor ani = TestCity.ANI;
        UUID main = caseId("a");
        List<UUID> others = List.of(caseId("b"), caseId("c"));
        store.write(policy, tx -> {
            for (String source : List.of("a", "b", "c")) {
                receive(tx, source, "35.01");
                give(tx, ani, new Command.TagCase(caseId(source), "tag-" + source));
            }
            others.forEach(id -> give(tx, ani, new Command.MarkDuplicate(id, main)));
            give(tx, ani, new Command.AddNote(caseId("b"), "meanwhile"));
        });
        store.write(policy, tx -> give(tx, ani, new Command.AnswerCase(main, stored(main).fencing(), "It is being mended.")));
        assertThat(stored(main).duplicates()).containsExactlyInAnyOrderElementsOf(others);
        others.forEach(id -> assertThat(stored(id).main()).contains(main));
        store.close();
        store = open();

        store.write(policy, tx -> others.forEach(id -> give(tx, ani, new Command.UnmarkDuplicate(id, main))));
        assertThat(stored(main).duplicates()).isEmpty();
        for (UUID id : List.of(main, others.getFirst(), others.getLast())) {
            Case c = stored(id);
            assertThat(c.open()).isTrue();
            assertThat(c.main()).isEmpty();
            assertThat(c.tags()).hasSize(1);
            assertThat(store.row(c.person())).isPresent();
            assertThat(bodies(id)).contains("text", "It is being mended.");
        }
        assertThat(bodies(caseId("b"))).contains("meanwhile");
    }

    private Case stored(UUID id) {
        return Json.read(store.row(id).orElseThrow().body(), Case.class);
    }

    private List<String> bodies(UUID about) {
        return store.about(about).stream()
                .filter(r -> r.kind() == Kind.MESSAGE)
                .map(r -> Json.read(r.body(), Message.class).body())
                .toList();
    }

    @Test
    void timeFindsWhatIsDueAndNotSooner() {
        store.write(policy, tx -> receive(tx, "a", "35.01"));
        Instant due = NOW.plus(Duration.ofMinutes(30));
        assertThat(store.due(due, 10)).isEmpty();
        assertThat(store.due(due.plusMillis(1), 10)).containsExactly(caseId("a"));
        store.write(policy, tx -> tx.postpone(caseId("a"), due.plusSeconds(60)));
        assertThat(store.due(due.plusSeconds(59), 10)).isEmpty();
    }

    @Test
    void answersWaitOutTheirHoldAndLeaveOnceReached() {
        store.write(policy, tx -> {
            receive(tx, "a", "35.01");
            give(tx, TestCity.ANI, new Command.AnswerCase(caseId("a"), 0, "Terima kasih"));
        });
        Instant free = NOW.plus(policy.limits().undo());
        assertThat(store.nextRelease()).contains(free);
        store.write(policy, tx -> assertThat(tx.releaseOutbound(free.minusMillis(1))).isZero());
        assertThat(store.outbound("sp4n", 0, 10)).isEmpty();
        store.write(policy, tx -> assertThat(tx.releaseOutbound(free)).isEqualTo(1));

        CentralStore.Outbound waiting = store.outbound("sp4n", 0, 10).getFirst();
        assertThat(waiting.sourceId()).isEqualTo("a");
        store.write(policy, tx -> {
            List<UUID> reached = tx.reached("sp4n", waiting.n());
            assertThat(reached).containsExactly(waiting.message());
            give(tx, Actor.system("delivery"), new Command.RecordDelivery(
                    reached.getFirst(), id.anjungan.domain.Message.Delivery.DELIVERED));
        });
        assertThat(store.outbound("sp4n", 0, 10)).isEmpty();
    }

    @Test
    void sessionsEndAndProjectionsAreRemembered() {
        Tx.SessionRow row = new Tx.SessionRow("hash", "ani", CONSOLE, NOW);
        store.write(policy, tx -> {
            tx.session(row);
            tx.projection(CONSOLE, "digest");
        });
        assertThat(store.session("hash")).contains(row);
        assertThat(store.projection(CONSOLE)).contains("digest");
        store.write(policy, tx -> tx.endSession("hash", NOW));
        assertThat(store.session("hash")).isEmpty();
    }

    @Test
    void aLeaseHasOneHolderUntilHeGivesItBackOrItEnds() {
        UUID a = new UUID(1, 1);
        UUID b = new UUID(2, 2);
        Duration minutes = Duration.ofMinutes(5);
        CentralStore.Lease first = store.lease("x", a, minutes).orElseThrow();
        assertThat(store.lease("x", b, minutes)).isEmpty();
        assertThat(store.lease("x", a, minutes)).contains(first);
        assertThat(store.lease("y", b, minutes)).isPresent();

        store.release(first);
        CentralStore.Lease second = store.lease("x", b, Duration.ZERO).orElseThrow();
        assertThat(second.fencing()).isGreaterThan(first.fencing());

        CentralStore.Lease third = store.lease("x", a, minutes).orElseThrow();
        assertThat(third.fencing()).isGreaterThan(second.fencing());
        store.release(second);
        store.write(policy, tx -> {
            assertThat(tx.stands(third)).isTrue();
            assertThat(tx.stands(second)).isFalse();
            assertThat(tx.stands(first)).isFalse();
        });
    }

    @Test
    void theLogIsLetGoByAgeAndNotBeforeEverybodyKnows() {
        Instant before = NOW.minus(Duration.ofDays(30));
        store.write(policy, tx -> receive(tx, "old", "35.01"));
        long old = store.head();
        store.compact(before, before.minus(Duration.ofDays(30)), 1_000);
        store.write(policy, tx -> receive(tx, "new", "35.01"));
        long head = store.head();
        assertThat(store.floor()).isZero();

        assertThat(store.compact(NOW, before, 1_000)).isZero();
        await(old);
        assertThat(store.changes(0, head)).hasSize((int) head);

        assertThat(store.compact(NOW.plusSeconds(1), before, 3)).isEqualTo(3);
        assertThat(store.compact(NOW.plusSeconds(2), before, 1_000)).isEqualTo((int) old - 3);
        assertThat(store.changes(0, head)).hasSize((int) (head - old)).allMatch(r -> r.seq() > old);
        assertThat(store.row(caseId("old"))).isPresent();
        store.close();
        store = open();
        assertThat(store.floor()).isEqualTo(old);
    }

    /// Another thread hears of the floor.
    private void await(long floor) {
        org.awaitility.Awaitility.await().until(() -> store.floor() == floor);
    }

    @Test
    void aScanSeesOneStateAndNamesWhatHasChangedSince() {
        store.write(policy, tx -> receive(tx, "a", "35.01"));
        long after = store.head();
        store.write(policy, tx -> receive(tx, "b", "35.01"));
        List<UUID> rows = new ArrayList<>();
        List<UUID> changed = new ArrayList<>();
        long head = store.scan(after, new CentralStore.Scan() {
            @Override
            public void endedCase(Row row) {}

            @Override
            public void changed(UUID id) {
                changed.add(id);
            }

            @Override
            public void row(Row row) {
                rows.add(row.id());
            }
        });
        assertThat(head).isEqualTo(store.head());
        assertThat(rows).contains(caseId("a")).doesNotContain(caseId("b"));
        assertThat(changed).contains(caseId("b")).doesNotContain(caseId("a"));
    }

    @Test
    void aRenewedEpochSkipsNumbersAndLeavesWaitingAnswersToAPerson() {
        store.write(policy, tx -> {
            receive(tx, "a", "35.01");
            give(tx, TestCity.ANI, new Command.AnswerCase(caseId("a"), 0, "Terima kasih"));
        });
        store.write(policy, tx -> tx.releaseOutbound(NOW.plus(policy.limits().undo())));
        long n = store.outbound("sp4n", 0, 10).getFirst().n();
        UUID before = store.epoch();

        UUID now = store.renewEpoch();

        assertThat(store.epoch()).isEqualTo(now).isNotEqualTo(before);
        assertThat(store.outbound("sp4n", 0, 10)).singleElement().satisfies(o -> assertThat(o.handed()).isTrue());
        store.write(policy, tx -> {
            assertThat(tx.nextNumber("SP4N")).isEqualTo("SP4N-1002");
            receive(tx, "b", "35.01");
            give(tx, TestCity.ANI, new Command.AnswerCase(caseId("b"), 0, "Terima kasih"));
        });
        store.write(policy, tx -> tx.releaseOutbound(NOW.plus(policy.limits().undo())));
        assertThat(store.outbound("sp4n", n, 10).getFirst().n()).isGreaterThan(n + 1_000_000);
    }

    private static byte[] bytes(int n) {
        byte[] all = new byte[n];
        new java.util.Random(7).nextBytes(all);
        return all;
    }

    private static String sha(byte[] bytes) throws Exception {
        return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void aFileComesInPiecesAcrossAnEndOfTheServerAndIsReadFromAnyByte() throws Exception {
        byte[] all = bytes(700_001);
        String sha = sha(all);
        assertThat(store.blobs().begin(sha, "image/png", all.length, NOW).received()).isZero();
        assertThat(store.blobs().append(sha, 0, java.util.Arrays.copyOf(all, 262_144), NOW).received()).isEqualTo(262_144);
        store.close();
        store = open();
        assertThat(store.blobs().begin(sha, "image/png", all.length, NOW).received()).isEqualTo(262_144);
        byte[] next = java.util.Arrays.copyOfRange(all, 262_144, 500_000);
        assertThat(store.blobs().append(sha, 1, next, NOW).received()).as("not the next").isEqualTo(262_144);
        assertThat(store.blobs().append(sha, 262_144, next, NOW).received()).isEqualTo(500_000);
        assertThat(store.blobs().append(sha, 262_144, next, NOW).received()).as("the same again").isEqualTo(500_000);
        Blobs.Blob done = store.blobs().append(sha, 500_000, java.util.Arrays.copyOfRange(all, 500_000, all.length), NOW);
        assertThat(done.complete()).isTrue();
        for (long from : new long[] {0, 1, 262_144, 600_000}) {
            var read = new java.io.ByteArrayOutputStream();
            store.blobs().copy(done, from, read);
            assertThat(read.toByteArray()).isEqualTo(java.util.Arrays.copyOfRange(all, (int) from, all.length));
        }
    }

    @Test
    void bytesThatDoNotAddUpAreForgotten() throws Exception {
        byte[] all = bytes(1_000);
        String sha = sha(all);
        store.blobs().begin(sha, "image/png", all.length, NOW);
        Blobs.Blob wrong = store.blobs().append(sha, 0, new byte[1_000], NOW);
        assertThat(wrong.complete()).isFalse();
        assertThat(wrong.received()).isZero();
        assertThat(store.blobs().append(sha, 0, all, NOW).complete()).isTrue();
    }

    @Test
    void aFileThatAMessageNamesIsKeptAndOneThatNobodyNamesIsForgotten() throws Exception {
        byte[] named = bytes(1_000);
        byte[] lost = bytes(2_000);
        store.blobs().put(sha(named), "image/png", named, NOW);
        store.blobs().put(sha(lost), "image/png", lost, NOW);
        Attachment file = Attachment.of(sha(named), FileKind.PNG, named.length, "a.png");
        store.write(policy, tx -> {
            receive(tx, "a", "35.01");
            give(tx, Actor.of("ani", "Ani", id.anjungan.domain.Role.OPERATOR),
                    new Command.AttachFiles(caseId("a"), new UUID(3, 3), List.of(file), null));
        });
        assertThat(store.blobs().forget(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(store.blobs().find(sha(named))).hasValueSatisfying(b -> assertThat(b.complete()).isTrue());
        assertThat(store.blobs().find(sha(lost))).isEmpty();
    }

    private static OperatorSettings.Value set(String value, int second) {
        return new OperatorSettings.Value(value, NOW.plusSeconds(second));
    }

    @Test
    void ofTwoSettingsTheLaterHoldsWhicheverComesFirst() {
        assertThat(store.putSettings("ani", Map.of("theme", set("dark", 5), "keys", set("", 1)))).isTrue();
        assertThat(store.putSettings("ani", Map.of("theme", set("light", 4)))).as("set before").isFalse();
        assertThat(store.putSettings("ani", Map.of("theme", set("light", 5)))).as("the same moment").isFalse();
        assertThat(store.putSettings("budi", Map.of("theme", set("light", 1)))).isTrue();
        assertThat(store.putSettings("ani", Map.of("keys", set("CLAIM=x", 9)))).isTrue();
        store.close();
        store = open();
        assertThat(store.settings("ani")).isEqualTo(Map.of("theme", set("dark", 5), "keys", set("CLAIM=x", 9)));
        assertThat(store.settings("budi")).isEqualTo(Map.of("theme", set("light", 1)));
        assertThat(store.settings("nobody")).isEmpty();
    }
}
