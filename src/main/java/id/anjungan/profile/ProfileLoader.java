package id.anjungan.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a city's profile from its files or from its document, checks all of it, and either returns it whole or
/// throws a [ProfileException] with every mistake. Blocks on IO when it reads files: keep it off the FX thread.
public final class ProfileLoader {
    /// The version of the document's own shape.
    private static final int FORMAT = 1;

    /// The files of a profile, in the order they are read and complained about; true when it must be there.
    private static final Map<String, Boolean> FILES = files();

    private ProfileLoader() {}

    private static Map<String, Boolean> files() {
        Map<String, Boolean> files = new LinkedHashMap<>();
        for (String needed : List.of("city", "channels", "agencies", "areas", "categories", "clocks", "escalation", "calendar")) {
            files.put(needed.equals("areas") ? "areas.csv" : needed + ".yaml", true);
        }
        for (String optional : List.of("kim", "places", "templates", "glossary", "operators", "views")) {
            files.put(optional + ".yaml", false);
        }
        return files;
    }

    /// Loads what a person names: see [Source#of].
    public static CityProfile load(String nameOrPath) {
        return load(Source.of(nameOrPath));
    }

    public static CityProfile load(Source source) {
        Report report = new Report();
        Map<String, Node> trees = new LinkedHashMap<>();
        FILES.forEach((file, needed) -> {
            Node tree = read(source, file, needed, report);
            if (tree != null) {
                trees.put(file, tree);
            }
        });
        if (trees.isEmpty() && report.mistakes().stream().allMatch(m -> m.kind() == Mistake.Kind.UNREADABLE)) {
            throw nothingThere(source, report);
        }
        return build(source.label(), trees, report);
    }

    /// One plain sentence instead of one a file, when the name itself is wrong.
    private static ProfileException nothingThere(Source source, Report report) {
        String wanted = switch (source) {
            case Source.ClassPath c -> "there is no folder or zip file of this name, and no profile packed with the program";
            case Source.Folder f -> "this folder holds no profile";
            case Source.Zip z -> "this file holds no profile: " + report.mistakes().getFirst().wanted();
        };
        return new ProfileException(
                source.label(),
                List.of(new Mistake(Mistake.Kind.UNREADABLE, source.label(), 0, "", "", wanted)));
    }

    private static @Nullable Node read(Source source, String file, boolean needed, Report report) {
        try {
            String text = source.text(file).orElse(null);
            if (text != null) {
                return new Trees(file, report).read(text);
            }
            if (needed) {
                report.add(
                        Mistake.Kind.UNREADABLE, new Spot(file, 0), "", "",
                        "the profile " + source.label() + " needs this file");
            }
        } catch (IOException e) {
            report.add(Mistake.Kind.UNREADABLE, new Spot(file, 0), "", "", String.valueOf(e.getMessage()));
        }
        return null;
    }

    /// The profile of a document that [CityProfile#toDocument] made, here or on another machine. A document of
    /// another format is refused as a mistake, like everything else in it.
    public static CityProfile fromDocument(JsonNode document) {
        Report report = new Report();
        Map<String, Node> trees = new LinkedHashMap<>();
        String label = document.path("code").asText("document");
        if (document.path("format").asInt() != FORMAT) {
            report.add(
                    Mistake.Kind.WRONG_VALUE, new Spot("document", 0), "format", document.path("format").asText(),
                    "this program reads format " + FORMAT);
        }
        FILES.forEach((file, needed) -> {
            Node tree = new Trees(file, report).fromJson(document.path("files").path(file));
            if (tree instanceof Node.Text || tree == null) {
                if (needed) {
                    report.add(Mistake.Kind.UNREADABLE, new Spot(file, 0), "", "", "the document needs this file");
                }
            } else {
                trees.put(file, tree);
            }
        });
        return build(label, trees, report);
    }

    /// As [#fromDocument(JsonNode)], from its text.
    public static CityProfile fromDocument(String json) {
        try {
            return fromDocument(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new ProfileException(
                    "document",
                    List.of(new Mistake(
                            Mistake.Kind.UNREADABLE, "document", e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                            "", "", "is no JSON: " + e.getOriginalMessage())));
        }
    }

    private static CityProfile build(String label, Map<String, Node> trees, Report report) {
        CityProfile city = new ProfileReader(report, trees).read(document(trees));
        List<Mistake> mistakes = report.mistakes();
        if (!mistakes.isEmpty()) {
            List<String> order = List.copyOf(FILES.keySet());
            throw new ProfileException(
                    label,
                    mistakes.stream()
                            .sorted(java.util.Comparator.<Mistake>comparingInt(m -> order.indexOf(m.file()))
                                    .thenComparingInt(Mistake::line))
                            .toList());
        }
        return city;
    }

    /// The text of the document: the files as they were written, less their comments and layout.
    private static String document(Map<String, Node> trees) {
        ObjectNode files = JsonNodeFactory.instance.objectNode();
        trees.forEach((file, tree) -> files.set(file, Trees.toJson(tree)));
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", FORMAT);
        if (trees.get("city.yaml") instanceof Node.Table city && city.fields().get("code") instanceof Node.Text code) {
            document.put("code", code.value());
        }
        document.set("files", files);
        return document.toString();
    }
}
