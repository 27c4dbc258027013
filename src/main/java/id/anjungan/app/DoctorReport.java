package id.anjungan.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `doctor` found, check by check, each with what to do when something is not fit.
final class DoctorReport {
    enum Status {
        FIT,
        WARNING,
        UNFIT
    }

    /// One look: what was looked at, what was found, and what to do (absent when fit).
    record Check(String name, Status status, String found, @Nullable String remedy) {}

    private final List<Check> checks = new ArrayList<>();

    void fit(String name, String found) {
        checks.add(new Check(name, Status.FIT, found, null));
    }

    void warning(String name, String found, String remedy) {
        checks.add(new Check(name, Status.WARNING, found, remedy));
    }

    void unfit(String name, String found, String remedy) {
        checks.add(new Check(name, Status.UNFIT, found, remedy));
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    boolean fitForWork() {
        return checks.stream().noneMatch(c -> c.status() == Status.UNFIT);
    }

    void print(PrintWriter out) {
        for (Check c : checks) {
            String mark =
                    switch (c.status()) {
                        case FIT -> "ok  ";
                        case WARNING -> "note";
                        case UNFIT -> "BAD ";
                    };
            out.printf("%s  %-16s %s%n", mark, c.name(), c.found());
            if (c.remedy() != null) {
                out.printf("      %-16s → %s%n", "", c.remedy());
            }
        }
        out.flush();
    }
}
