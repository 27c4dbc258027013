package id.anjungan.app;

import java.io.PrintWriter;

/// A bar on a terminal's last line; where there is no terminal, a line at each tenth instead, so that logs stay short.
/// Any thread.
final class ProgressBar {
    private static final int WIDTH = 32;

    private final PrintWriter out;
    private final boolean terminal =
            java.util.Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
    private int tenth = -1;

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    synchronized void show(double share, String words) {
        int percent = (int) Math.round(share * 100);
        if (terminal) {
            int full = (int) Math.round(share * WIDTH);
            out.print("\r[" + "█".repeat(full) + "·".repeat(WIDTH - full) + "] " + percent + " %  " + words + "   ");
            out.flush();
        } else if (percent / 10 > tenth) {
            tenth = percent / 10;
            out.println(percent + " %  " + words);
            out.flush();
        }
    }

    synchronized void done() {
        if (terminal) {
            out.println();
            out.flush();
        }
    }
}
