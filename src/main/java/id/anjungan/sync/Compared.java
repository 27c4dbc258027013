package id.anjungan.sync;

import java.time.Instant;

/// What came of the last comparison of this desk with its server, when (server time). `same`: they held the same;
/// `repaired`: they did not, and everything is being fetched anew.
public record Compared(Instant at, boolean same, boolean repaired) {}
