package id.anjungan.state;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Merges cases into one by the commands a person could give one by one, so that undo takes them apart one by one.
public final class Merging {
    private Merging() {}

    /// The case the others are merged into: the one that is open, unless another is more urgent, since merging must not
    /// put an emergency under something smaller.
    public static Case main(Case open, List<Case> others) {
        Case main = open;
        for (Case c : others) {
            main = c.priority().compareTo(main.priority()) < 0 ? c : main;
        }
        return main;
    }

    /// Merges these into one. What is merged into any of them comes along, since nothing is merged in a chain.
    public static List<Command> commands(Case open, List<Case> others) {
        UUID main = main(open, others).id();
        List<Case> all = new ArrayList<>(others);
        all.add(open);
        List<Command> commands = new ArrayList<>();
        for (Case c : all) {
            if (c.id().equals(main)) {
                continue;
            }
            for (UUID under : c.duplicates()) {
                commands.add(new Command.UnmarkDuplicate(under, c.id()));
                commands.add(new Command.MarkDuplicate(under, main));
            }
            c.main().ifPresent(was -> commands.add(new Command.UnmarkDuplicate(c.id(), was)));
            commands.add(new Command.MarkDuplicate(c.id(), main));
        }
        return commands;
    }

    /// Takes a main case apart, or one duplicate out of it.
    public static List<Command> apart(Case c) {
        List<Command> commands = new ArrayList<>();
        c.main().ifPresent(main -> commands.add(new Command.UnmarkDuplicate(c.id(), main)));
        c.duplicates().forEach(d -> commands.add(new Command.UnmarkDuplicate(d, c.id())));
        return commands;
    }
}
