package id.anjungan.domain;

import java.time.Instant;

/// Somebody has looked and found the work to be really done.
public record Confirmation(String by, Instant at) {}
