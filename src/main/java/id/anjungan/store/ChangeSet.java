package id.anjungan.store;

import id.anjungan.protocol.Kind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a committed transaction of the cache has changed: the new facts of each case (null when it is gone), which
/// kinds and which ids were touched (for messages and entries also what they are about), and the profile's body when
/// that came. Filled by one thread, handed over after the commit, then changed no more.
public final class ChangeSet {
    private final Map<UUID, @Nullable CaseFacts> cases = new HashMap<>();
    private final Set<UUID> ids = new HashSet<>();
    private final EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    private @Nullable String profile;
    private int setAside;
    private boolean everything;

    public Map<UUID, @Nullable CaseFacts> cases() {
        return cases;
    }

    public Set<UUID> ids() {
        return ids;
    }

    private boolean touched(Kind kind) {
        return kinds.contains(kind);
    }

    public boolean touchedCases() {
        return touched(Kind.CASE);
    }

    public boolean touchedChats() {
        return touched(Kind.CHAT);
    }

    public boolean touchedAlarms() {
        return touched(Kind.ALARM);
    }

    public boolean touchedIncidents() {
        return touched(Kind.INCIDENT);
    }

    public boolean touchedWall() {
        return touched(Kind.WALL);
    }

    public boolean touchedPersons() {
        return touched(Kind.PERSON);
    }

    public boolean touchedMessages() {
        return touched(Kind.MESSAGE);
    }

    public @Nullable String profile() {
        return profile;
    }

    /// How many poison records were set aside.
    public int setAside() {
        return setAside;
    }

    /// The file was begun anew: nothing of what was read before holds.
    public boolean everything() {
        return everything;
    }

    void begunAnew() {
        everything = true;
        kinds.addAll(EnumSet.allOf(Kind.class));
    }

    public boolean isEmpty() {
        return !everything && cases.isEmpty() && ids.isEmpty() && kinds.isEmpty() && setAside == 0;
    }

    void aCase(UUID id, @Nullable CaseFacts facts) {
        cases.put(id, facts);
        touch(Kind.CASE, id);
    }

    void touch(Kind kind, UUID id) {
        kinds.add(kind);
        ids.add(id);
    }

    void profile(String body) {
        profile = body;
        kinds.add(Kind.PROFILE);
    }

    void poison() {
        setAside++;
    }

    /// Takes in a later set.
    public void add(ChangeSet later) {
        cases.putAll(later.cases);
        ids.addAll(later.ids);
        kinds.addAll(later.kinds);
        profile = later.profile != null ? later.profile : profile;
        setAside += later.setAside;
        everything |= later.everything;
    }
}
