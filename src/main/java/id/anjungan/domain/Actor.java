package id.anjungan.domain;

import java.util.Set;

/// Who gives a command: a person, or a part of the server. Empty `channels` or `areas` mean all of them;
/// areas are district codes.
public record Actor(
        String id, String name, Role role, Set<Right> rights, Set<String> channels, Set<String> areas) {
    public Actor {
        rights = Set.copyOf(rights);
        channels = Set.copyOf(channels);
        areas = Set.copyOf(areas);
    }

    public static Actor of(String id, String name, Role role) {
        return new Actor(id, name, role, Right.of(role), Set.of(), Set.of());
    }

    /// A part of the server, such as `system:ticker`.
    public static Actor system(String part) {
        return of("system:" + part, part, Role.SYSTEM);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /// Whether a case or chat of this channel and district is within this actor's scope.
    public boolean covers(String channel, @org.jspecify.annotations.Nullable String district) {
        return (channels.isEmpty() || channels.contains(channel))
                && (areas.isEmpty() || (district != null && areas.contains(district)));
    }
}
