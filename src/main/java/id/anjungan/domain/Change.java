package id.anjungan.domain;

/// What an accepted command does: an entity takes a new state. Applying a change needs nothing but the change.
public sealed interface Change {
    /// The entity is now this.
    record Put(Entity entity) implements Change {}
}
