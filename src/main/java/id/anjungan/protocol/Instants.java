package id.anjungan.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Instants as ISO-8601 in UTC, read and written by hand: every record has several, and the general formatter was
/// a quarter of the cost of reading one. Anything but the plain form goes to the general reader. Stateless.
final class Instants {
    private static final int SECONDS_END = 19;
    private static final int MICROS = 1_000;
    private static final int NANO_DIGITS = 9;

    private Instants() {}

    static SimpleModule module() {
        return new SimpleModule("instants").addSerializer(new Writing()).addDeserializer(Instant.class, new Reading());
    }

    private static final class Writing extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Writing() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text(value));
        }
    }

    private static final class Reading extends JsonDeserializer<Instant> {
        @Override
        public @Nullable Instant deserialize(JsonParser p, DeserializationContext context) throws IOException {
            if (p.currentToken() == JsonToken.VALUE_STRING) {
                Instant plain = plain(p.getText());
                if (plain != null) {
                    return plain;
                }
            }
            return InstantDeserializer.INSTANT.deserialize(p, context);
        }
    }

    /// As `Instant.toString` writes it: no fraction, or one of 3, 6 or 9 digits.
    static String text(Instant at) {
        long second = at.getEpochSecond();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, 86_400L));
        if (day.getYear() < 1_000 || day.getYear() > 9_999) {
            return at.toString();
        }
        int time = (int) Math.floorMod(second, 86_400L);
        StringBuilder s = new StringBuilder(30).append(day.getYear()).append('-');
        two(s, day.getMonthValue()).append('-');
        two(s, day.getDayOfMonth()).append('T');
        two(s, time / 3_600).append(':');
        two(s, time / 60 % 60).append(':');
        two(s, time % 60);
        fraction(s, at.getNano());
        return s.append('Z').toString();
    }

    private static StringBuilder two(StringBuilder s, int n) {
        return s.append((char) ('0' + n / 10)).append((char) ('0' + n % 10));
    }

    private static void fraction(StringBuilder s, int nano) {
        if (nano == 0) {
            return;
        }
        int digits = nano % (MICROS * MICROS) == 0 ? 3 : nano % MICROS == 0 ? 6 : NANO_DIGITS;
        s.append('.');
        int unit = 100_000_000;
        for (int i = 0; i < digits; i++) {
            s.append((char) ('0' + nano / unit % 10));
            unit /= 10;
        }
    }

    /// `2026-01-31T08:00:00Z`, with or without a fraction; null for anything else.
    static @Nullable Instant plain(String s) {
        int end = s.length() - 1;
        boolean shaped = end >= SECONDS_END && s.charAt(end) == 'Z' && s.charAt(4) == '-' && s.charAt(7) == '-'
                && s.charAt(10) == 'T' && s.charAt(13) == ':' && s.charAt(16) == ':';
        if (!shaped) {
            return null;
        }
        int year = number(s, 0, 4);
        int month = number(s, 5, 7);
        int day = number(s, 8, 10);
        int hour = number(s, 11, 13);
        int minute = number(s, 14, 16);
        int second = number(s, 17, SECONDS_END);
        int nano = end == SECONDS_END ? 0 : nanos(s, end);
        boolean real = year > 0 && month >= 1 && month <= 12 && day >= 1 && hour >= 0 && hour < 24 && minute >= 0
                && minute < 60 && second >= 0 && second < 60 && nano >= 0
                && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
        return real
                ? Instant.ofEpochSecond(
                        LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second, nano)
                : null;
    }

    private static int nanos(String s, int end) {
        int digits = end - SECONDS_END - 1;
        if (s.charAt(SECONDS_END) != '.' || digits < 1 || digits > NANO_DIGITS) {
            return -1;
        }
        int n = number(s, SECONDS_END + 1, end);
        for (int i = digits; i < NANO_DIGITS && n >= 0; i++) {
            n *= 10;
        }
        return n;
    }

    /// The digits as a number; −1 when they are not all digits.
    private static int number(String s, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            int d = s.charAt(i) - '0';
            if (d < 0 || d > 9) {
                return -1;
            }
            n = n * 10 + d;
        }
        return n;
    }
}
