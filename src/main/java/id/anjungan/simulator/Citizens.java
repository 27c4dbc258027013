package id.anjungan.simulator;

import id.anjungan.intake.IntakeItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The people who are chatting. Answered, one replies after a while: tells more, asks again, or says thanks and
/// goes. Left alone, one asks whether anybody is there, and goes in the end. What a person does at each turn
/// follows from the seed; when, from when the operator answered. Thread-safe.
final class Citizens {
    private static final int NUDGES = 2;
    private static final int LONGEST_TALK = 8;

    private final long seed;
    private final Model.Chat figures;
    private final Words words;
    private final Shares shares;
    private final Map<String, Talk> talks = new HashMap<>();

    Citizens(long seed, Model model, Words words, Shares shares) {
        this.seed = seed;
        this.figures = model.chat();
        this.words = words;
        this.shares = shares;
    }

    private enum Step {
        NUDGE,
        DETAIL,
        AGAIN,
        THANKS,
        LEAVE,
        END
    }

    /// One conversation; `line` counts the citizen's lines, `turn` the operator's answers.
    private static final class Talk {
        final String channel;
        final String id;
        final Words.Speaker who;
        int line = 1;
        int turn;
        int nudges;
        Step next;
        Instant nextAt;
        boolean replying;

        Talk(String channel, String id, Words.Speaker who, Step next, Instant nextAt) {
            this.channel = channel;
            this.id = id;
            this.who = who;
            this.next = next;
            this.nextAt = nextAt;
        }
    }

    /// Who a conversation is with: the same person for its first line and all later ones.
    Words.Speaker speaker(String talk) {
        Dice dice = Dice.of(seed, "speaker", talk);
        return words.speaker(shares.village().draw(dice), dice);
    }

    /// A first line has arrived.
    synchronized void opened(Planned first) {
        IntakeItem i = first.item();
        Talk talk = new Talk(i.channel(), i.sourceId(), speaker(i.sourceId()), Step.NUDGE, first.at());
        talk.nextAt = first.at().plus(patience(talk));
        talks.put(key(i.channel(), i.sourceId()), talk);
    }

    /// What follows a first line that nobody answered at the time.
    Planned gone(Planned first) {
        IntakeItem i = first.item();
        Instant at = first.at().plus(minutes(figures.patience().draw(Dice.of(seed, "gone", i.sourceId()))));
        return new Planned(at, Items.chatEnd(i.channel(), i.sourceId(), 2, at, "", speaker(i.sourceId())));
    }

    /// An operator has answered at `now`, or ended the conversation. Unknown conversations are none of ours.
    synchronized void answered(String channel, String id, boolean ends, Instant now) {
        Talk talk = talks.get(key(channel, id));
        if (talk == null) {
            return;
        }
        if (ends) {
            talks.remove(key(channel, id));
            return;
        }
        if (!talk.replying) {
            talk.turn++;
            talk.replying = true;
            talk.next = reply(talk);
            talk.nextAt = now.plus(minutes(figures.reply().draw(dice(talk, "reply"))));
        }
    }

    private Step reply(Talk talk) {
        if (talk.turn >= LONGEST_TALK) {
            return Step.THANKS;
        }
        double x = dice(talk, "mood").unit();
        if (talk.turn == 1) {
            return x < 0.55 ? Step.DETAIL : x < 0.8 ? Step.AGAIN : Step.THANKS;
        }
        return x < 0.55 ? Step.THANKS : x < 0.8 ? Step.AGAIN : Step.DETAIL;
    }

    /// The lines that people say up to `now`, in no order.
    synchronized List<Planned> due(Instant now) {
        List<Planned> said = new ArrayList<>();
        for (Iterator<Talk> all = talks.values().iterator(); all.hasNext(); ) {
            Talk talk = all.next();
            if (!talk.nextAt.isAfter(now)) {
                said.add(say(talk));
                if (talk.next == Step.LEAVE || talk.next == Step.END) {
                    all.remove();
                } else {
                    goOn(talk);
                }
            }
        }
        return said;
    }

    synchronized int talking() {
        return talks.size();
    }

    private Planned say(Talk talk) {
        talk.line++;
        Templates.Chat chat = words.templates().chat();
        List<String> lines = switch (talk.next) {
            case NUDGE -> chat.nudge();
            case DETAIL -> chat.detail();
            case AGAIN -> chat.again();
            case THANKS -> chat.thanks();
            case LEAVE -> chat.leave();
            case END -> List.of("");
        };
        String text = words.say(lines, talk.who, dice(talk, "words"));
        boolean last = talk.next == Step.LEAVE || talk.next == Step.END;
        IntakeItem item = last
                ? Items.chatEnd(talk.channel, talk.id, talk.line, talk.nextAt, text, talk.who)
                : Items.chatLine(talk.channel, talk.id, talk.line, talk.nextAt, text, talk.who);
        return new Planned(talk.nextAt, item);
    }

    private void goOn(Talk talk) {
        talk.replying = false;
        if (talk.next == Step.THANKS) {
            talk.next = Step.END;
            talk.nextAt = talk.nextAt.plusSeconds(dice(talk, "bye").between(20, 90));
            return;
        }
        if (talk.next == Step.NUDGE) {
            talk.nudges++;
        }
        talk.next = talk.nudges >= NUDGES ? Step.LEAVE : Step.NUDGE;
        talk.nextAt = talk.nextAt.plus(patience(talk));
    }

    private Duration patience(Talk talk) {
        return minutes(figures.patience().draw(dice(talk, "patience")));
    }

    private Dice dice(Talk talk, String what) {
        return Dice.of(seed, what, talk.id, Integer.toString(talk.line), Integer.toString(talk.turn));
    }

    private static Duration minutes(double m) {
        return Duration.ofMillis(Math.round(m * 60_000));
    }

    private static String key(String channel, String id) {
        return channel + "|" + id;
    }
}
