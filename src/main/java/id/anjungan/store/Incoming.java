package id.anjungan.store;

import id.anjungan.domain.Entity;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/// A change as it arrived, read on the receiving thread so that the writer need not. `entity` is null for the profile,
/// for kinds this version does not know (kept, not shown) and for a poison record, where `poison` says why.
public record Incoming(Frame.Change change, @Nullable Entity entity, @Nullable String poison) {
    public static Incoming of(Frame.Change change) {
        Kind kind = Kind.ofWire(change.kind()).orElse(null);
        if (kind == null || kind.type().isEmpty()) {
            return new Incoming(change, null, null);
        }
        try {
            Entity e = Json.readEntity(kind, change.body());
            return e.id().equals(change.id())
                    ? new Incoming(change, e, null)
                    : new Incoming(change, null, "the body has another id");
        } catch (ProtocolException | NullPointerException | IllegalArgumentException e) {
            return new Incoming(change, null, String.valueOf(e.getMessage()));
        }
    }
}
