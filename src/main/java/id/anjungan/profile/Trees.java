package id.anjungan.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Text to [Node] and back: YAML and CSV with their lines, JSON (the profile as one document) without.
final class Trees {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final ObjectReader ROW = new CsvMapper().readerFor(String[].class);

    private final String file;
    private final Report report;

    Trees(String file, Report report) {
        this.file = file;
        this.report = report;
    }

    /// The tree of a file, or null when it is not readable; the report then says why.
    @Nullable Node read(String text) {
        try {
            return file.endsWith(".csv") ? csv(text) : yaml(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            report.add(Mistake.Kind.UNREADABLE, new Spot(file, line), "", "", firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            report.add(Mistake.Kind.UNREADABLE, new Spot(file, 0), "", "", firstLine(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }

    private Node yaml(String text) throws IOException {
        try (YAMLParser parser = YAML.createParser(text)) {
            if (parser.nextToken() == null) {
                return new Node.Table(new Spot(file, 1), new LinkedHashMap<>());
            }
            Node node = value(parser);
            return node == null ? new Node.Table(new Spot(file, 1), new LinkedHashMap<>()) : node;
        }
    }

    /// The value that begins at the parser's token; null for an empty one.
    private @Nullable Node value(YAMLParser parser) throws IOException {
        Spot at = spot(parser);
        if (parser.isCurrentAlias()) {
            report.add(
                    Mistake.Kind.WRONG_SHAPE, at, "", "*" + parser.getText(),
                    "anchors and aliases are not followed here: write the value out");
            return null;
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return table(parser, at);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Node item = value(parser);
                if (item != null) {
                    items.add(item);
                }
            }
            return new Node.Items(at, items);
        }
        return token == JsonToken.VALUE_NULL ? null : new Node.Text(at, parser.getText());
    }

    private Node table(YAMLParser parser, Spot at) throws IOException {
        LinkedHashMap<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Spot nameAt = spot(parser);
            parser.nextToken();
            Node value = value(parser);
            if (value != null && fields.putIfAbsent(name, value) != null) {
                report.add(Mistake.Kind.DUPLICATE, nameAt, name, "", "this field is already given above");
            }
        }
        return new Node.Table(at, fields);
    }

    private Spot spot(YAMLParser parser) {
        return new Spot(file, parser.currentTokenLocation().getLineNr());
    }

    /// Rows under a header; lines that begin with `#` are comments. Values do not span lines, so that a row is
    /// a line and a mistake has one.
    private Node csv(String text) throws IOException {
        List<Node> rows = new ArrayList<>();
        String @Nullable [] header = null;
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = ROW.readValue(line); // without a schema, a row is an array
            if (header == null) {
                header = cells;
            } else {
                rows.add(row(new Spot(file, i + 1), header, cells));
            }
        }
        return new Node.Items(new Spot(file, 1), rows);
    }

    private Node row(Spot at, String[] header, String[] cells) {
        if (cells.length != header.length) {
            report.add(
                    Mistake.Kind.WRONG_SHAPE, at, "", cells.length + " columns",
                    "the header has " + header.length + " columns");
        }
        LinkedHashMap<String, Node> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.length, header.length); i++) {
            if (!cells[i].isBlank()) {
                fields.put(header[i].strip(), new Node.Text(at, cells[i].strip()));
            }
        }
        return new Node.Table(at, fields);
    }

    /// As JSON, with the fields of every table in alphabetical order, so that equal profiles have equal text.
    static JsonNode toJson(Node node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (node) {
            case Node.Text t -> json.textNode(t.value());
            case Node.Items l -> json.arrayNode().addAll(l.items().stream().map(Trees::toJson).toList());
            case Node.Table t -> {
                ObjectNode object = json.objectNode();
                new TreeMap<>(t.fields()).forEach((k, v) -> object.set(k, toJson(v)));
                yield object;
            }
        };
    }

    @Nullable Node fromJson(JsonNode json) {
        Spot at = new Spot(file, 0);
        if (json.isObject()) {
            LinkedHashMap<String, Node> fields = new LinkedHashMap<>();
            for (var field : json.properties()) {
                Node value = fromJson(field.getValue());
                if (value != null) {
                    fields.put(field.getKey(), value);
                }
            }
            return new Node.Table(at, fields);
        }
        if (json.isArray()) {
            List<Node> items = new ArrayList<>();
            for (JsonNode item : json) {
                Node value = fromJson(item);
                if (value != null) {
                    items.add(value);
                }
            }
            return new Node.Items(at, items);
        }
        return json.isNull() ? null : new Node.Text(at, json.asText());
    }
}
