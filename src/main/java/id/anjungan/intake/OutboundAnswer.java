package id.anjungan.intake;

import java.time.Instant;

/// An answer on its way to a citizen, as a channel's connector takes it from `GET /v1/outbound`. (`channel`,
/// `sourceId`) is the conversation or item it belongs to, in the channel's own words. `seq` grows along one
/// channel; `id` is the message's id and serves as the idempotency key towards the channel. `ends` says that the
/// operator has ended the conversation with it (`text` may then be empty).
public record OutboundAnswer(
        long seq, String id, String channel, String sourceId, Instant at, String text, boolean ends) {}
