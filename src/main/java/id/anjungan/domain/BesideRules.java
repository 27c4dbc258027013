package id.anjungan.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people put beside a case for themselves: tags, watching, reminders. None of it needs a claim or is seeing the
/// case, and it may be done to a closed one.
public final class BesideRules {
    public static final int TAGS = 12;
    private static final int WATCHERS = 50;
    private static final int REMINDERS = 50;
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*");
    /// Phone and identity numbers have more digits than anything a tag is good for.
    private static final Pattern NUMBER = Pattern.compile("\\p{N}-?\\p{N}-?\\p{N}-?\\p{N}-?\\p{N}");
    private static final int LONGEST = 32;

    private BesideRules() {}

    /// A tag as it is kept: small letters, with hyphens for blanks. Empty when it cannot be one. Tags stand in the case
    /// itself, where no personal value may be, so what looks like a number of a person is none.
    public static Optional<String> asTag(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        String t = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
        boolean fits = t.length() <= LONGEST && TAG.matcher(t).matches() && !NUMBER.matcher(t).find();
        return fits ? Optional.of(t) : Optional.empty();
    }

    static void tag(Deciding d, Command.TagCase c) {
        Case was = d.caseOf(c.caseId());
        String tag = asTag(c.tag()).orElseThrow(() -> new Refusing(Refusal.TAG_NOT_ALLOWED, Map.of()));
        if (was.tags().contains(tag)) {
            return;
        }
        atMost(TAGS, was.tags().size(), "tags");
        d.put(was.edit(d.at(), d.receivedAt()).tag(tag, true).build());
        d.entry(was.id(), "tagged", Map.of("tag", tag));
    }

    static void untag(Deciding d, Command.UntagCase c) {
        Case was = d.caseOf(c.caseId());
        String tag = asTag(c.tag()).orElse(c.tag());
        if (was.tags().contains(tag)) {
            d.put(was.edit(d.at(), d.receivedAt()).tag(tag, false).build());
            d.entry(was.id(), "untagged", Map.of("tag", tag));
        }
    }

    static void watch(Deciding d, UUID caseId, boolean watches) {
        Case was = d.caseOf(caseId);
        if (was.watchers().contains(d.actor()) == watches) {
            return;
        }
        if (watches) {
            atMost(WATCHERS, was.watchers().size(), "watchers");
        }
        d.put(was.edit(d.at(), d.receivedAt()).watcher(d.actor(), watches).build());
        d.entry(was.id(), watches ? "watched" : "unwatched", Map.of());
    }

    static void remind(Deciding d, Command.SetReminder c) {
        Case was = d.caseOf(c.caseId());
        if (was.reminder(d.actor()).isEmpty()) {
            atMost(REMINDERS, was.reminders().size(), "reminders");
        }
        String text = d.optionalText("text", c.text());
        UUID note = text == null ? null : d.note(was.id(), text);
        var at = c.remindAt().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        d.put(was.edit(d.at(), d.receivedAt())
                .reminder(d.actor(), new Reminder(d.actor(), at, d.at(), note))
                .build());
        d.entry(was.id(), "reminder-set", Map.of("when", at.toString()), note);
    }

    static void drop(Deciding d, Command.DropReminder c) {
        Case was = d.caseOf(c.caseId());
        if (was.reminder(d.actor()).isPresent()) {
            d.put(was.edit(d.at(), d.receivedAt()).reminder(d.actor(), null).build());
            d.entry(was.id(), "reminder-dropped", Map.of());
        }
    }

    static void atMost(int limit, int now, String what) {
        if (now >= limit) {
            throw new Refusing(Refusal.TOO_MANY, Map.of("what", what, "limit", Integer.toString(limit)));
        }
    }
}
