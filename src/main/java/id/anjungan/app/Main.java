package id.anjungan.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;

/// Where every command begins. Maven hands all arguments over as one string, so a single argument with spaces is
/// split here (quotes keep words together).
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs one command to its end and gives its exit code: 0 done, 1 failed with a sentence that says why,
    /// 2 wrong usage.
    static int run(String... args) {
        return commandLine().execute(split(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new AnjunganCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setResourceBundle(bundle(Locale.getDefault()));
        line.setExecutionExceptionHandler((e, failed, _) -> {
            failed.getErr().println(failed.getColorScheme().errorText(sentence(e)));
            return failed.getCommandSpec().exitCodeOnExecutionException();
        });
        return line;
    }

    /// The words of the command line in Indonesian where the system speaks it, in English elsewhere.
    static ResourceBundle bundle(Locale locale) {
        String language = locale.getLanguage().equals("id") || locale.getLanguage().equals("in") ? "id" : "en";
        return ResourceBundle.getBundle("id.anjungan.app.command_" + language, Locale.ROOT);
    }

    static String sentence(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.toString() : message;
    }

    static String[] split(String[] args) {
        if (args.length != 1 || args[0].indexOf(' ') < 0) {
            return args.length == 1 && args[0].isEmpty() ? new String[0] : args;
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean inWord = false;
        for (char c : args[0].toCharArray()) {
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote != 0 ? 0 : c;
                inWord = true;
            } else if (c == ' ' && quote == 0) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words.toArray(String[]::new);
    }
}
