package id.anjungan.simulator;

import id.anjungan.domain.Outcome;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.intake.IntakeItem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that begins within one hour of the city, whenever it is asked: a pure function of seed, city, scenario and
/// hour. Complaints, calls, first lines of chats, the same thing told twice, and what the script brings. Items may
/// arrive after their hour. Confined to one thread.
final class Traffic {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMddHH");

    private final City city;
    private final Model model;
    private final Shares shares;
    private final Words words;
    private final Citizens citizens;
    private final Scenario scenario;
    private final long seed;
    private final Incidents incidents;
    private final List<City.Channel> tellAgain;

    Traffic(
            City city, Model model, Shares shares, Words words, Citizens citizens, Scenario scenario, long seed,
            Instant startAt) {
        this.city = city;
        this.model = model;
        this.shares = shares;
        this.words = words;
        this.citizens = citizens;
        this.scenario = scenario;
        this.seed = seed;
        this.incidents = new Incidents(city, words, scenario, seed, startAt);
        this.tellAgain = city.channels().stream()
                .filter(c -> c.kind() == Policy.Channel.Kind.COMPLAINT || c.kind() == Policy.Channel.Kind.SOCIAL)
                .toList();
    }

    /// `hour` is the beginning of an hour of the city's clock.
    List<Planned> hour(Instant hour) {
        List<Planned> all = new ArrayList<>(incidents.hour(hour));
        ZonedDateTime local = hour.atZone(city.zone());
        int ofWeek = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
        for (City.Channel channel : city.channels()) {
            boolean calls = channel.kind() == Policy.Channel.Kind.CALL;
            double[] rates = calls ? shares.callHours() : shares.hours();
            double mean = model.perDay(city, channel) / 24 * rates[ofWeek] * scenario.rate();
            Dice count = Dice.of(seed, "count", channel.code(), HOUR.format(local));
            int n = count.poisson(mean);
            for (int i = 0; i < n; i++) {
                String id = "%s-%s-%s%03d".formatted(
                        Long.toString(seed, 36).replace('-', 'n'), HOUR.format(local), channel.code(), i);
                Dice dice = Dice.of(seed, "item", id);
                Instant at = hour.plus(dice.between(0, 3_599_999), ChronoUnit.MILLIS);
                switch (channel.kind()) {
                    case CALL -> call(all, channel, id, at, dice);
                    case CHAT -> all.add(chat(channel, id, at, dice));
                    default -> written(all, channel, id, at, dice);
                }
            }
        }
        all.replaceAll(this::silenced);
        return all;
    }

    private void written(List<Planned> all, City.Channel channel, String id, Instant at, Dice dice) {
        City.Category category = shares.category(channel).draw(dice);
        Words.Speaker who = words.speaker(shares.village().draw(dice), dice);
        Items.Position where = somewhere(who.village(), dice);
        boolean anonymous = dice.chance(model.anonymous());
        IntakeItem item = Items.report(
                channel.code(), id, category.code(), at, words.report(category, who, dice), who,
                dice.chance(model.withoutPosition()) ? null : where,
                new Items.Openness(!anonymous, anonymous, dice.chance(model.confidential())),
                dice.chance(model.photos()));
        all.add(finishing(at, item, category, dice));
        if (dice.chance(model.duplicates())) {
            again(all, id, category, who.village(), at, where, dice);
        }
    }

    private void call(List<Planned> all, City.Channel channel, String id, Instant at, Dice dice) {
        Words.Speaker who = words.speaker(shares.village().draw(dice), dice);
        if (dice.chance(model.calls().nuisance())) {
            City.Category filed = shares.nuisance();
            String text = dice.pick(words.templates().nuisance());
            IntakeItem item = Items.report(
                    channel.code(), id, filed.code(), at, text, who, null, new Items.Openness(false, false, false), false);
            Instant hungUp = at.plusSeconds(dice.between(5, 90));
            all.add(new Planned(hungUp, Items.ended(item, Outcome.NUISANCE, hungUp)));
            return;
        }
        City.Category category = shares.callCategory().draw(dice);
        Items.Position where = somewhere(who.village(), dice);
        IntakeItem item = Items.report(
                channel.code(), id, category.code(), at, words.shortReport(category, who, dice), who, where,
                new Items.Openness(dice.chance(0.5), false, false), false);
        all.add(finishing(at, item, category, dice));
        if (dice.chance(model.duplicates())) {
            again(all, id, category, who.village(), at, where, dice);
        }
    }

    private Planned chat(City.Channel channel, String id, Instant at, Dice dice) {
        City.Category category = shares.category(channel).draw(dice);
        Words.Speaker who = citizens.speaker(id);
        return new Planned(at, Items.chatLine(channel.code(), id, 1, at, words.shortReport(category, who, dice), who));
    }

    /// The same thing seen by somebody else, who tells it elsewhere in his own words.
    private void again(
            List<Planned> all, String id, City.Category category, City.Village village, Instant at,
            Items.Position where, Dice dice) {
        if (tellAgain.isEmpty()) {
            return;
        }
        Words.Speaker other = words.speaker(village, dice);
        Instant told = at.plusSeconds(dice.between(90, 600));
        IntakeItem item = Items.report(
                dice.pick(tellAgain).code(), id + "-2", category.code(), told, words.report(category, other, dice), other,
                where.near(25, dice), new Items.Openness(true, false, false), dice.chance(model.photos()));
        all.add(finishing(told, item, category, dice));
    }

    private Items.Position somewhere(City.Village village, Dice dice) {
        return new Items.Position(village.lat(), village.lon()).near(city.spacing(village) * 0.3, dice);
    }

    /// How this case would end by itself: with the first answer, or when the work is done.
    private Planned finishing(Instant at, IntakeItem item, City.Category category, Dice dice) {
        boolean urgent = category.priority() == Priority.EMERGENCY || category.priority() == Priority.HIGH;
        boolean byAnswer = !urgent && dice.chance(model.endedByAnswer());
        double hours = byAnswer
                ? model.answersFor(category.code()).draw(dice)
                : work(category.priority()).draw(dice);
        Instant ends = at.plus(Math.round(hours * 3_600_000), ChronoUnit.MILLIS);
        return new Planned(at, item, ends, byAnswer ? Outcome.ANSWERED : Outcome.RESOLVED);
    }

    private Model.Spread work(Priority priority) {
        return model.work().getOrDefault(priority, new Model.Spread(72, 0.5));
    }

    private Planned silenced(Planned p) {
        Instant back = silence(p.item().channel(), p.at());
        return back == null ? p : p.arriving(back);
    }

    /// When a channel speaks again that is silent at `at`; null when it is not.
    private @Nullable Instant silence(String channel, Instant at) {
        Model.Silent silent = model.silent();
        if (!channel.equals(silent.channel())) {
            return null;
        }
        long block = Math.floorDiv(at.getEpochSecond(), silent.everyHours() * 3600L);
        Dice dice = Dice.of(seed, "silence", channel, Long.toString(block));
        Instant from = Instant.ofEpochSecond(block * silent.everyHours() * 3600L)
                .plus(Duration.ofMinutes(dice.between(10, 60)));
        Instant until = from.plus(Duration.ofMinutes(dice.between(silent.minutes().getFirst(), silent.minutes().getLast())));
        return at.isBefore(from) || !at.isBefore(until) ? null : until;
    }
}
