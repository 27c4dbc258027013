package id.anjungan.central;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Case;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Incident;
import id.anjungan.domain.Location;
import id.anjungan.domain.Right;
import id.anjungan.domain.Role;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of the city's records one actor may receive. Every row passes here before it leaves the server.
///
/// - Channels and areas of the actor: what lies outside is not sent.
/// - A person needs `SEE_PERSON`; that of an anonymous report also `LOWER_PRIVACY`.
/// - Messages of sensitive cases need `SEE_SENSITIVE`.
/// - A wallboard gets no person, message or entry; cases, incidents and chats without number, reporter, source id,
///   address, village and exact place (chats without any); of a sensitive case neither category nor place, nor the
///   agencies that have it, which would tell what it is about: only priority, district and clocks.
///
/// Immutable, any thread.
final class Projection {
    /// Stands for the reporter where a wallboard must not know even an id.
    static final UUID NOBODY = new UUID(0, 0);

    /// Wall maps show a spot to a few hundred metres, not a door.
    private static final double WALL_GRID_DEGREES = 0.005;

    private final Actor actor;
    private final boolean wall;

    private Projection(Actor actor) {
        this.actor = actor;
        this.wall = actor.role() == Role.WALLBOARD;
    }

    static Projection of(Actor actor) {
        return new Projection(actor);
    }

    /// Changes when the same actor may suddenly see something else.
    String digest() {
        return actor.role() + " " + new TreeSet<>(actor.rights()) + " " + new TreeSet<>(actor.channels()) + " "
                + new TreeSet<>(actor.areas());
    }

    /// Snapshots leave out grades from here on, because nothing there is visible.
    int belowGrade() {
        return wall ? Row.DETAILS : Integer.MAX_VALUE;
    }

    /// Whether a row of this kind and scope is sent at all.
    boolean sees(Kind kind, Scope scope) {
        if (!scope.everyone() && !covers(scope)) {
            return false;
        }
        return switch (kind) {
            case PROFILE, CASE, ALARM, INCIDENT, CHAT, WALL -> true;
            case ENTRY -> !wall;
            case MESSAGE -> !wall && (!scope.sensitive() || actor.may(Right.SEE_SENSITIVE));
            case PERSON ->
                !wall && actor.may(Right.SEE_PERSON) && (!scope.anonymous() || actor.may(Right.LOWER_PRIVACY));
        };
    }

    private boolean covers(Scope scope) {
        boolean channel = scope.channel() == null || actor.channels().isEmpty()
                || actor.channels().contains(scope.channel());
        @Nullable String district = scope.district();
        boolean area = actor.areas().isEmpty() || (district != null && actor.areas().contains(district));
        return channel && area;
    }

    /// The body as this actor receives it; empty when it is not sent.
    Optional<String> body(Row row) {
        if (!sees(row.kind(), row.scope())) {
            return Optional.empty();
        }
        return Optional.of(wall ? onTheWall(row) : row.body());
    }

    private static String onTheWall(Row row) {
        return switch (row.kind()) {
            case CASE -> Json.write(onTheWall(Json.read(row.body(), Case.class)));
            case INCIDENT -> Json.write(onTheWall(Json.read(row.body(), Incident.class), row.scope().sensitive()));
            case CHAT -> Json.write(onTheWall(Json.read(row.body(), Chat.class)));
            case PROFILE, ALARM, WALL -> row.body();
            case PERSON, MESSAGE, ENTRY ->
                throw new IllegalStateException("never sent to a wallboard: " + row.kind());
        };
    }

    private static Case onTheWall(Case c) {
        boolean sensitive = c.privacy().sensitive();
        return new Case(
                c.id(), "", c.channel(), "", NOBODY, sensitive ? "" : c.category(), c.priority(), c.state(),
                c.outcome(), c.privacy(), onTheWall(c.location(), sensitive), c.reportedAt(), c.receivedAt(),
                c.claim(), c.fencing(), c.level(), c.clocks(), sensitive ? List.of() : c.dispositions(), c.links(), c.acknowledgedAt(),
                c.closedAt(), c.updatedAt(), c.version());
    }

    /// That it waits, and since when; not who, where, or what about.
    private static Chat onTheWall(Chat c) {
        return new Chat(
                c.id(), "", c.channel(), "", NOBODY, c.state(), c.claim(), c.fencing(), c.startedAt(),
                c.waitingSince(), c.lastAt(), onTheWall(c.location(), true), c.caseId(), c.endedAt());
    }

    private static Incident onTheWall(Incident i, boolean sensitive) {
        return new Incident(
                i.id(), sensitive ? "" : i.category(), i.priority(), onTheWall(i.location(), sensitive), i.openedAt(),
                i.lastReportAt(), i.cases(), i.closedAt());
    }

    private static Location onTheWall(Location l, boolean sensitive) {
        Double lat = l.lat();
        Double lon = l.lon();
        if (sensitive || lat == null || lon == null) {
            return new Location(null, null, null, l.district(), null);
        }
        return new Location(grid(lat), grid(lon), null, l.district(), null);
    }

    private static double grid(double degrees) {
        return Math.round(degrees / WALL_GRID_DEGREES) * WALL_GRID_DEGREES;
    }
}
