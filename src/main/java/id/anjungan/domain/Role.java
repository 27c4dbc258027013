package id.anjungan.domain;

/// What a person or a screen is there for. Rights come from the role; scope (channels, areas) from the person.
public enum Role {
    OPERATOR,
    LEAD,
    HEAD,
    /// A screen on the wall: sees figures, category names, districts and clocks, acts on nothing.
    WALLBOARD,
    /// The server itself: ticker, detection, delivery, intake.
    SYSTEM
}
