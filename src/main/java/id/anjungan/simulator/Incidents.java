package id.anjungan.simulator;

import id.anjungan.domain.Outcome;
import id.anjungan.domain.Policy;
import id.anjungan.intake.IntakeItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What many see at once: a house fire (five reports), an accident, a power cut, and a flood that spreads from
/// village to neighbouring village for an hour. At the scenario's fixed times, and some each day by the seed.
final class Incidents {
    /// A flood reaches the next ring of villages after so long, and four rings in all: an hour.
    private static final Duration RING = Duration.ofMinutes(15);
    private static final int RINGS = 4;
    /// In the rainy half of the year most days have a flood somewhere, otherwise few.
    private static final double WET = 0.6;
    private static final double DRY = 0.05;

    private final City city;
    private final Words words;
    private final Scenario scenario;
    private final long seed;
    private final Instant startAt;
    private final List<City.Channel> doors;

    Incidents(City city, Words words, Scenario scenario, long seed, Instant startAt) {
        this.city = city;
        this.words = words;
        this.scenario = scenario;
        this.seed = seed;
        this.startAt = startAt;
        this.doors = doors(city);
    }

    /// Where people tell of what they see: the telephone first of all, and half as often everything written.
    private static List<City.Channel> doors(City city) {
        List<City.Channel> calls = city.channels(Policy.Channel.Kind.CALL);
        List<City.Channel> written = new ArrayList<>(city.channels(Policy.Channel.Kind.COMPLAINT));
        written.addAll(city.channels(Policy.Channel.Kind.SOCIAL));
        List<City.Channel> all = new ArrayList<>(written);
        for (int i = 0; i < written.size() && !calls.isEmpty(); i++) {
            all.add(calls.get(i % calls.size()));
        }
        return all.isEmpty() ? city.channels() : List.copyOf(all);
    }

    /// One incident and when it begins.
    record Happening(String id, Scenario.Script.Kind kind, Instant at) {}

    /// The reports of everything that begins within this hour.
    List<Planned> hour(Instant from) {
        Instant until = from.plus(1, ChronoUnit.HOURS);
        List<Planned> all = new ArrayList<>();
        for (Happening h : happenings(from)) {
            if (!h.at().isBefore(from) && h.at().isBefore(until)) {
                all.addAll(reports(h));
            }
        }
        return all;
    }

    private List<Happening> happenings(Instant around) {
        List<Happening> all = new ArrayList<>();
        List<Scenario.Script> scripts = scenario.scripts();
        for (int i = 0; i < scripts.size(); i++) {
            Scenario.Script s = scripts.get(i);
            all.add(new Happening("script" + i + "@" + startAt, s.kind(), startAt.plus(s.after())));
        }
        if (scenario.eventful()) {
            all.addAll(ofDay(around.atZone(city.zone()).toLocalDate()));
        }
        return all;
    }

    private List<Happening> ofDay(LocalDate day) {
        Dice dice = Dice.of(seed, "day", day.toString());
        int month = day.getMonthValue();
        boolean flood = dice.chance(month <= 4 || month >= 11 ? WET : DRY);
        List<Happening> all = new ArrayList<>();
        all.add(onDay(day, "fire", Scenario.Script.Kind.FIRE, dice.between(0, 1439)));
        all.add(onDay(day, "accident1", Scenario.Script.Kind.ACCIDENT, dice.between(360, 720)));
        all.add(onDay(day, "accident2", Scenario.Script.Kind.ACCIDENT, dice.between(900, 1380)));
        all.add(onDay(day, "outage", Scenario.Script.Kind.OUTAGE, dice.between(480, 1320)));
        if (flood) {
            all.add(onDay(day, "flood", Scenario.Script.Kind.FLOOD, dice.between(840, 1200)));
        }
        return all;
    }

    private Happening onDay(LocalDate day, String name, Scenario.Script.Kind kind, int minute) {
        return new Happening(name + "@" + day, kind, day.atStartOfDay(city.zone()).plusMinutes(minute).toInstant());
    }

    /// All reports of one incident.
    List<Planned> reports(Happening h) {
        Dice dice = Dice.of(seed, "incident", h.id());
        City.Village village = dice.pick(city.villages());
        List<Planned> all = new ArrayList<>();
        switch (h.kind()) {
            case FIRE -> tell(all, h, "KBK", village, h.at(), 5, 480, dice);
            case ACCIDENT -> tell(all, h, "KCL-LL", village, h.at(), 3, 360, dice);
            case OUTAGE -> tell(all, h, "PLN", village, h.at(), 9, 1500, dice);
            case FLOOD -> flood(all, h, village, dice);
        }
        return all;
    }

    /// The water reaches a ring of neighbours at a time; the deeper, the more people tell of it.
    private void flood(List<Planned> all, Happening h, City.Village source, Dice dice) {
        record Reached(City.Village village, int ring) {}
        Deque<Reached> front = new ArrayDeque<>(List.of(new Reached(source, 0)));
        Set<City.Village> wet = new HashSet<>(Set.of(source));
        while (!front.isEmpty()) {
            Reached r = front.poll();
            Instant at = h.at().plus(RING.multipliedBy(r.ring()));
            tell(all, h, "BNJ-GEN", r.village(), at, dice.between(2, 6 - r.ring()), 840, dice);
            if (r.ring() + 1 < RINGS) {
                city.neighbours(r.village()).stream()
                        .filter(wet::add)
                        .filter(v -> dice.chance(0.6))
                        .forEach(v -> front.add(new Reached(v, r.ring() + 1)));
            }
        }
    }

    /// `count` people tell of it within `seconds`, the first at once, each in words and from a spot of his own.
    private void tell(
            List<Planned> all, Happening h, String code, City.Village village, Instant from, int count, int seconds,
            Dice dice) {
        City.Category category = city.category(code).orElse(null);
        if (category == null) {
            return;
        }
        Items.Position spot = new Items.Position(village.lat(), village.lon()).near(city.spacing(village) * 0.25, dice);
        boolean wide = !code.equals("KBK") && !code.equals("KCL-LL");
        String street = words.speaker(village, dice).street();
        for (int i = 0; i < count; i++) {
            Instant at = i == 0 ? from : from.plusSeconds(dice.between(20, seconds));
            City.Channel channel = i == 0 && !wide ? doors.getLast() : dice.pick(doors);
            Words.Speaker any = words.speaker(village, dice);
            // Most name the street it is in, some the one they stand in.
            Words.Speaker who = dice.chance(wide ? 0.3 : 0.6) ? any.on(street) : any;
            String id = "%s-%s-%s-%s%d".formatted(
                    Long.toString(seed, 36).replace('-', 'n'), h.id(), village.code(), channel.code(), i);
            String text = channel.kind() == Policy.Channel.Kind.CALL
                    ? words.shortReport(category, who, dice)
                    : words.report(category, who, dice);
            IntakeItem item = Items.report(
                    channel.code(), id, category.code(), at, text, who,
                    spot.near(wide ? city.spacing(village) * 0.15 : 20, dice),
                    new Items.Openness(dice.chance(0.8), false, false),
                    channel.kind() != Policy.Channel.Kind.CALL && dice.chance(0.6));
            Instant ends = h.at().plus(Duration.ofMinutes(wide ? dice.between(150, 400) : dice.between(60, 150)));
            all.add(new Planned(at, item, ends, Outcome.RESOLVED));
        }
    }
}
