package id.anjungan.simulator;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.Outcome;
import id.anjungan.intake.IntakeItem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Builds intake items, so that a record of 23 fields is spelled out in one place.
final class Items {
    private Items() {}

    /// Where a report says it is; null means that it does not say.
    record Position(double lat, double lon) {
        /// About so many metres away, in a direction by chance.
        Position near(double metres, Dice dice) {
            double north = dice.gaussian() * metres;
            double east = dice.gaussian() * metres;
            return new Position(round(lat + north / 111_195), round(lon + east / (111_195 * Math.cos(Math.toRadians(lat)))));
        }

        private static double round(double degrees) {
            return Math.round(degrees * 1e6) / 1e6;
        }
    }

    /// How much a report says of its sender.
    record Openness(boolean named, boolean anonymous, boolean confidential) {}

    static IntakeItem report(
            String channel, String id, @Nullable String category, Instant at, String text, Words.Speaker who,
            @Nullable Position where, Openness open, boolean photo) {
        City.Village village = who.village();
        return new IntakeItem(
                IntakeItem.Kind.REPORT, channel, id, null, category, null, null, at, text,
                open.named() ? who.name() : null, who.phone(), null,
                open.named() ? email(who) : null,
                where == null ? null : where.lat(), where == null ? null : where.lon(),
                who.address(), village.district(), village.code(), open.confidential(), open.anonymous(),
                photo ? List.of(photo(id)) : List.of(), null, null);
    }

    static IntakeItem chatLine(String channel, String talk, int line, Instant at, String text, Words.Speaker who) {
        return chat(IntakeItem.Kind.CHAT_LINE, channel, talk, line, at, text, who);
    }

    static IntakeItem chatEnd(String channel, String talk, int line, Instant at, String text, Words.Speaker who) {
        return chat(IntakeItem.Kind.CHAT_END, channel, talk, line, at, text, who);
    }

    private static IntakeItem chat(
            IntakeItem.Kind kind, String channel, String talk, int line, Instant at, String text, Words.Speaker who) {
        return new IntakeItem(
                kind, channel, talk, Integer.toString(line), null, null, null, at, text, who.name(), who.phone(),
                email(who), null, null, null, who.address(), who.village().district(), who.village().code(), false,
                false, List.of(), null, null);
    }

    static IntakeItem ended(IntakeItem i, @Nullable Outcome outcome, Instant at) {
        return new IntakeItem(
                i.kind(), i.channel(), i.sourceId(), i.lineId(), i.category(), i.service(), i.priority(),
                i.reportedAt(), i.text(), i.name(), i.phone(), i.account(), i.email(), i.lat(), i.lon(), i.address(),
                i.district(), i.village(), i.confidential(), i.anonymous(), i.attachments(), outcome, at);
    }

    /// The same with other times, for the way out.
    static IntakeItem at(IntakeItem i, @Nullable Instant reported, @Nullable Instant closed) {
        return new IntakeItem(
                i.kind(), i.channel(), i.sourceId(), i.lineId(), i.category(), i.service(), i.priority(), reported,
                i.text(), i.name(), i.phone(), i.account(), i.email(), i.lat(), i.lon(), i.address(), i.district(),
                i.village(), i.confidential(), i.anonymous(), i.attachments(), i.outcome(), closed);
    }

    /// `.invalid` belongs to nobody (RFC 2606).
    private static String email(Words.Speaker who) {
        return who.name().toLowerCase(Locale.ROOT).replace(' ', '.') + "@contoh.invalid";
    }

    private static Attachment photo(String id) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(sha);
            return new Attachment(hex, "image/jpeg", 180_000 + (sha[0] & 0xFF) * 4_000L, "https://foto.contoh.invalid/" + hex + ".jpg");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
