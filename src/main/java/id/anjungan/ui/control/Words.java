package id.anjungan.ui.control;

import id.anjungan.domain.ClockRule;
import id.anjungan.domain.Decision;
import id.anjungan.domain.WorkCalendar;
import id.anjungan.text.Formats;
import id.anjungan.text.Lang;
import id.anjungan.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything a screen says, in one language and for one city: the words, how times are written, the names of
/// codes, and which key does what. A value; a change of language or keys gives another one.
public record Words(Messages text, Formats formats, City city, KeyMap keys) {
    private static final Duration DAY = Duration.ofHours(24);

    public static Words of(Lang lang, City city) {
        Messages m = Messages.of(lang);
        return new Words(m, new Formats(m, city.policy().calendar().zone()), city, KeyMap.USUAL);
    }

    /// The same words beside other keys.
    public Words with(KeyMap other) {
        return new Words(text, formats, city, other);
    }

    /// The key that does something, as it is shown beside it.
    public String key(Act act) {
        return keys.shown(act);
    }

    public String get(String key, Object... args) {
        return text.get(key, args);
    }

    /// What is left of a deadline: to the second within the hour, in working days beyond a day, because that is
    /// how offices promise; with a minus sign when late.
    public String left(Instant due, Instant now) {
        Duration left = Duration.between(now, due);
        if (left.abs().compareTo(DAY) < 0) {
            return formats.left(left);
        }
        boolean late = left.isNegative();
        WorkCalendar calendar = city.policy().calendar();
        Duration work = late ? calendar.workingBetween(due, now) : calendar.workingBetween(now, due);
        Duration day = dayLength(calendar, late ? due : now);
        long days = day.isZero() ? 0 : work.dividedBy(day);
        // A weekend away: hours of office time would look nearer than it is.
        return days == 0 ? formats.left(left) : formats.workingLeft(days, work.minus(day.multipliedBy(days)), late);
    }

    /// How long a promise is: `7 mnt`, `5 hk`.
    public String amount(ClockRule r) {
        String unit = switch (r.basis()) {
            case MINUTES -> "unit.minute";
            case CALENDAR_HOURS -> "unit.hour";
            case WORKING_HOURS -> "unit.workingHour";
            case WORKING_DAYS -> "unit.workingDay";
        };
        return formats.number(r.amount()) + " " + get(unit);
    }

    /// How long an ordinary working day is, looked up at the next one after `from`.
    private static Duration dayLength(WorkCalendar calendar, Instant from) {
        LocalDate day = LocalDate.ofInstant(from, calendar.zone());
        for (int i = 1; i <= 14; i++) {
            Duration sum = Duration.ZERO;
            for (WorkCalendar.Span s : calendar.hours(day.plusDays(i))) {
                sum = sum.plus(Duration.between(s.from(), s.to()));
            }
            if (!sum.isZero()) {
                return sum;
            }
        }
        return Duration.ZERO;
    }

    /// `Tambaksari · Pacar Keling`, as much of it as is known.
    public String place(@Nullable String district, @Nullable String village) {
        if (district == null) {
            return village == null ? "" : city.area(village);
        }
        return village == null ? city.area(district) : city.area(district) + " · " + city.area(village);
    }

    /// Two letters for an operator.
    public String initials(String operator) {
        return Initials.of(city.operator(operator));
    }

    /// Why something was not done, with names for codes and times as times.
    public String refusal(Decision.Refused why, Instant now) {
        Map<String, Object> args = new HashMap<>(why.args());
        args.computeIfPresent("by", (k, v) -> city.operator(v.toString()));
        args.computeIfPresent("since", (k, v) -> formats.when(Instant.parse(v.toString()), now));
        args.computeIfPresent("channel", (k, v) -> city.channel(v.toString()));
        args.computeIfPresent("agency", (k, v) -> city.agency(v.toString()));
        args.computeIfPresent("successor", (k, v) -> city.agency(v.toString()));
        args.computeIfPresent("state", (k, v) -> wordOr("domain.caseState." + v, v));
        args.computeIfPresent("field", (k, v) -> wordOr("refusal.field." + v, v));
        args.computeIfPresent("what", (k, v) -> wordOr("refusal.what." + v, v));
        return text.refusal(why.code(), args);
    }

    private Object wordOr(String key, Object otherwise) {
        return text.has(key) ? text.get(key) : otherwise;
    }
}
