package id.anjungan.domain;

import java.util.UUID;

/// A thing with an identity and a current state: what changes put, snapshots page through and consoles keep.
public sealed interface Entity permits Case, Person, Chat, Message, Incident, Entry, Alarm, WallPlan {
    UUID id();
}
