package id.anjungan.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.TimeZone;

/// Times, durations and numbers as the screen writes them, for one language and one city's time zone.
///
/// A time of day has a full stop (`14.32 WIB`) and a duration a colon (`02:14`), in both languages, so that
/// one is never taken for the other. What is late carries a true minus sign. A value; safe on every thread.
public final class Formats {
    /// U+2212, as wide as a plus sign.
    public static final String MINUS = "−";
    private static final String NONE = "—";

    private final Messages words;
    private final ZoneId zone;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter seconds;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayShort;

    public Formats(Messages words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        minutes = DateTimeFormatter.ofPattern("HH.mm").withZone(zone);
        seconds = DateTimeFormatter.ofPattern("HH.mm.ss").withZone(zone);
        day = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", words.lang().locale()).withZone(zone);
        dayShort = DateTimeFormatter.ofPattern("d MMM", words.lang().locale()).withZone(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /// `14.32 WIB`
    public String time(Instant at) {
        return timeOfDay(at) + " " + zoneName(at);
    }

    /// `14.32`, where the zone is said once nearby.
    public String timeOfDay(Instant at) {
        return minutes.format(at);
    }

    /// `14.32.07`, for the clock of the window.
    public String timeWithSeconds(Instant at) {
        return seconds.format(at);
    }

    /// `WIB`, `WITA` or `WIT`; elsewhere the zone's own abbreviation at that moment.
    public String zoneName(Instant at) {
        return switch (zone.getId()) {
            case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
            case "Asia/Makassar", "Asia/Ujung_Pandang" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> abbreviation(at);
        };
    }

    private String abbreviation(Instant at) {
        boolean summer = zone.getRules().isDaylightSavings(at);
        String name = TimeZone.getTimeZone(zone).getDisplayName(summer, TimeZone.SHORT, Locale.US);
        // American English has the most names; a zone without any keeps its own.
        return name.startsWith("GMT") ? zone.getDisplayName(TextStyle.SHORT, words.lang().locale()) : name;
    }

    /// `Selasa, 24 November 2026`
    public String date(Instant at) {
        return day.format(at);
    }

    /// `14.32` on the day `today`, `23 Nov 14.32` on another.
    public String when(Instant at, Instant now) {
        LocalDate that = LocalDate.ofInstant(at, zone);
        return that.equals(LocalDate.ofInstant(now, zone)) ? timeOfDay(at) : dayShort.format(at) + " " + timeOfDay(at);
    }

    /// What is left of a deadline that always runs: `02:14` under an hour, `2 j 10` within a day, `3 hr 4 j`
    /// beyond; with a minus sign when it is past.
    public String left(Duration left) {
        Duration d = left.abs();
        // A clock that is not yet out never reads as nothing left, and one just missed never as on time.
        long s = left.isNegative() ? d.toSeconds() : d.plusMillis(999).toSeconds();
        return (left.isNegative() ? MINUS : "") + span(s, "unit.day");
    }

    /// What is left of a deadline in office time: whole working days and the rest in hours, `1 hk 3 j`,
    /// `7 hk`, or within the day as [#left].
    public String workingLeft(long days, Duration rest, boolean late) {
        String sign = late ? MINUS : "";
        if (days == 0) {
            return sign + span(rest.toSeconds(), "unit.day");
        }
        String d = days + " " + words.get("unit.workingDay");
        return sign + (rest.toHours() == 0 ? d : d + " " + rest.toHours() + " " + words.get("unit.hour"));
    }

    private String span(long s, String dayUnit) {
        if (s < 3600) {
            return two(s / 60) + ":" + two(s % 60);
        }
        long hours = s / 3600;
        if (hours < 24) {
            return hours + " " + words.get("unit.hour") + " " + two(s / 60 % 60);
        }
        return hours / 24 + " " + words.get(dayUnit)
                + (hours % 24 == 0 ? "" : " " + hours % 24 + " " + words.get("unit.hour"));
    }

    /// How old something is: `0,3 dtk`, `4 dtk`, `41 mnt`, `1 j 06`, `2 hr`.
    public String age(Duration age) {
        long ms = Math.max(0, age.toMillis());
        if (ms < 1000) {
            return decimal(Math.floor(ms / 100.0) / 10, 1) + " " + words.get("unit.second");
        }
        if (ms < 60_000) {
            return ms / 1000 + " " + words.get("unit.second");
        }
        if (ms < 3_600_000) {
            return ms / 60_000 + " " + words.get("unit.minute");
        }
        return span(ms / 1000, "unit.day");
    }

    /// `2 hk`: an age counted in working days.
    public String workingDays(long days) {
        return number(days) + " " + words.get("unit.workingDay");
    }

    /// `1.234` or `1,234`
    public String number(long n) {
        return (n < 0 ? MINUS : "") + NumberFormat.getIntegerInstance(words.lang().locale()).format(Math.abs(n));
    }

    /// A number with exactly that many decimals.
    public String decimal(double value, int digits) {
        NumberFormat f = NumberFormat.getInstance(words.lang().locale());
        f.setMinimumFractionDigits(digits);
        f.setMaximumFractionDigits(digits);
        return (value < 0 ? MINUS : "") + f.format(Math.abs(value));
    }

    /// `94 %` or `94%`, of a share between 0 and 1.
    public String percent(double share) {
        return words.get("unit.percent", number(Math.round(share * 100)));
    }

    /// `+18 / jam`: how many more in the last hour than went.
    public String trend(long perHour) {
        return (perHour > 0 ? "+" : "") + words.get("unit.perHour", number(perHour));
    }

    /// `60 m`, `1,2 km`
    public String distance(double metres) {
        return metres < 1000 ? number(Math.round(metres)) + " m" : decimal(metres / 1000, 1) + " km";
    }

    /// What stands where there is nothing to say.
    public String none() {
        return NONE;
    }

    private static String two(long n) {
        return n < 10 ? "0" + n : Long.toString(n);
    }
}
