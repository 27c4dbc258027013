package id.anjungan.domain;

import java.time.Instant;

/// Exclusive ownership of a case or chat by one operator. `fencing` grows with every claim of the same
/// entity, so a write that carries an older number comes from somebody who has lost it without knowing.
/// `provisional` is true only on a console, for a claim the server has not settled yet.
public record Claim(String operator, long fencing, Instant since, boolean provisional) {}
