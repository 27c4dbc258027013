package id.anjungan.state;

import id.anjungan.domain.Duplicates;

/// A case that may be about the same thing, and why it is thought so.
public record SameCase(QueueRow row, Duplicates.Likely why) {}
