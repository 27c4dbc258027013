package id.anjungan.profile;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads prepared answers, and the operators of a development sign-in.
final class TextReader {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private final Codes channels;
    private final Codes categories;
    private final Codes areas;

    TextReader(Codes channels, Codes categories, Codes areas) {
        this.channels = channels;
        this.categories = categories;
        this.areas = areas;
    }

    List<CityProfile.Folder> folders(Fields file) {
        Set<String> seen = new HashSet<>();
        List<CityProfile.Folder> folders = new ArrayList<>();
        for (Fields row : file.rows("folders")) {
            folders.add(new CityProfile.Folder(row.code(seen), row.bothLanguages("name"), row.flag("chat")));
            row.done();
        }
        return folders;
    }

    /// Words of the city's own speech; each is said once, in whichever form.
    static List<CityProfile.Meaning> glossary(Fields file) {
        Set<String> seen = new HashSet<>();
        List<CityProfile.Meaning> words = new ArrayList<>();
        for (Fields row : file.rows("words")) {
            words.add(new CityProfile.Meaning(
                    row.unique("word", seen), row.uniqueTexts("forms", seen), row.inBothLanguages(), row.flag("shared")));
            row.done();
        }
        file.done();
        return words;
    }

    /// `insteadOf: {name: {id: …, en: …}}`: what is said for a variable that is not known.
    static Map<String, Names> insteadOf(Fields file) {
        Fields table = file.table("insteadOf");
        if (table == null) {
            return Map.of();
        }
        Map<String, Names> all = new HashMap<>();
        for (String variable : new TreeSet<>(CityProfile.Template.VARIABLES)) {
            if (table.has(variable)) {
                all.put(variable, table.bothLanguages(variable));
            }
        }
        table.done();
        return all;
    }

    List<CityProfile.Template> templates(Fields file, List<CityProfile.Folder> folders) {
        Set<String> seen = new HashSet<>();
        Codes folderCodes = Codes.of("folder", "templates.yaml", folders.stream().map(CityProfile.Folder::code).toList());
        List<CityProfile.Template> templates = new ArrayList<>();
        for (Fields row : file.rows("templates")) {
            Names text = row.bothLanguages("text");
            checkVariables(row, text.id());
            checkVariables(row, text.en());
            templates.add(new CityProfile.Template(
                    row.code(seen), row.ref("folder", folderCodes), row.bothLanguages("title"), text,
                    row.wordSet("states", CaseState.class), row.refs("categories", categories),
                    row.refs("channels", channels)));
            row.done();
        }
        file.done();
        return templates;
    }

    private static void checkVariables(Fields row, String text) {
        Matcher m = VARIABLE.matcher(text);
        while (m.find()) {
            String name = m.group(1);
            if (!CityProfile.Template.VARIABLES.contains(name)) {
                Set<String> known = new TreeSet<>(CityProfile.Template.VARIABLES);
                row.wrong(
                        Mistake.Kind.UNKNOWN_CODE, "text", m.group(),
                        "a text may name {" + String.join("}, {", known) + "}" + Report.meant(name, known));
            }
        }
    }

    List<CityProfile.Operator> operators(Fields file) {
        Set<String> seen = new HashSet<>();
        List<CityProfile.Operator> operators = new ArrayList<>();
        for (Fields row : file.rows("operators")) {
            operators.add(new CityProfile.Operator(
                    row.code(seen), row.text("name"), row.word("role", Role.OPERATOR), row.refs("channels", channels),
                    row.refs("areas", areas), row.maybe("team")));
            row.done();
        }
        file.done();
        return operators;
    }
}
