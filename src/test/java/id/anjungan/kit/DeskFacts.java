package id.anjungan.kit;

import id.anjungan.domain.Case;
import id.anjungan.protocol.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a desk's two files hold, read from outside.
record DeskFacts(
        Map<UUID, ServerClient.Sent> entities, Set<UUID> refused, Set<UUID> waiting, List<String> audit, int overlaid,
        String integrity) {

    static DeskFacts read(Path dir) {
        Path cache = dir.resolve("cache.db");
        Path desk = dir.resolve("desk.db");
        Map<UUID, ServerClient.Sent> entities = new HashMap<>();
        Rows.list(cache, "SELECT id, kind, seq, body FROM entity", r -> entities.put(
                Rows.id(r.getBytes(1)), new ServerClient.Sent(r.getString(2), r.getLong(3), r.getString(4))));
        Set<UUID> refused = new HashSet<>(Rows.list(desk, "SELECT id FROM refused", r -> Rows.id(r.getBytes(1))));
        Set<UUID> waiting =
                new HashSet<>(Rows.list(desk, "SELECT id FROM outbox WHERE state=0", r -> Rows.id(r.getBytes(1))));
        List<String> audit = Rows.list(
                desk, "SELECT n, at, actor, what, hex(command) FROM audit ORDER BY n",
                r -> r.getLong(1) + " " + r.getLong(2) + " " + r.getString(3) + " " + r.getString(4) + " " + r.getString(5));
        return new DeskFacts(
                entities, refused, waiting, audit, overlaid(dir), sound(desk) + sound(cache));
    }

    /// How far a desk has read the stream.
    static long cursor(Path dir) {
        return Rows.list(dir.resolve("cache.db"), "SELECT value FROM meta WHERE key='cursor'", r -> r.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    /// How many records show the effect of acts that the stream has not brought yet.
    static int overlaid(Path dir) {
        return Rows.list(dir.resolve("cache.db"), "SELECT count(*) FROM base", r -> r.getInt(1)).getFirst();
    }

    static Optional<Case> caseOf(Path dir, UUID id) {
        return Rows.list(
                        dir.resolve("cache.db"), "SELECT body FROM entity WHERE id=? AND kind='case'",
                        r -> Json.read(r.getString(1), Case.class), id)
                .stream()
                .findFirst();
    }

    static boolean has(Path dir, UUID id) {
        return !Rows.list(dir.resolve("cache.db"), "SELECT 1 FROM entity WHERE id=?", r -> r.getInt(1), id).isEmpty();
    }

    private static String sound(Path file) {
        String said = Rows.list(file, "PRAGMA integrity_check(1)", r -> r.getString(1)).getFirst();
        return said.equals("ok") ? "" : file.getFileName() + ": " + said;
    }
}
