package id.anjungan.profile;

import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Role;
import java.util.ArrayList;
import java.util.List;

/// Reads the escalation levels, which count from 1 without gaps, and what raises a case through them.
final class EscalationReader {
    private EscalationReader() {}

    static List<CityProfile.Level> levels(Fields file) {
        List<CityProfile.Level> levels = new ArrayList<>();
        for (Fields row : file.requiredRows("levels")) {
            int expected = levels.size() + 1;
            row.text("level");
            int level = row.whole("level", expected, 1, 9);
            if (level != expected) {
                row.wrong(
                        Mistake.Kind.GAP, "level", Integer.toString(level),
                        "levels count from 1 without gaps: " + expected + " comes here");
            }
            levels.add(new CityProfile.Level(level, row.word("role", Role.OPERATOR), row.bothLanguages("name")));
            row.done();
        }
        return levels;
    }

    static Policy.Escalation escalation(Fields file, List<CityProfile.Level> levels) {
        List<Policy.Escalation.Rule> rules = new ArrayList<>();
        int top = Math.max(2, levels.size());
        for (Fields row : file.rows("rules")) {
            row.text("toLevel");
            rules.add(new Policy.Escalation.Rule(
                    row.word("trigger", Policy.Escalation.Trigger.UNACKNOWLEDGED),
                    row.wordSet("priorities", Priority.class),
                    row.requiredDuration("after"),
                    row.whole("toLevel", 2, 2, top)));
            row.done();
        }
        var escalation = new Policy.Escalation(
                levels.stream().map(CityProfile.Level::role).toList(), rules, file.wordSet("alarmOn", Priority.class));
        file.done();
        return escalation;
    }
}
