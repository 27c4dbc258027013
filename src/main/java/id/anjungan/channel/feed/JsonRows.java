package id.anjungan.channel.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The requests of a GeoReport v2 answer in JSON: a list, or an object whose `service_requests` is one.
/// http://wiki.open311.org/GeoReport_v2/
final class JsonRows implements RowSource {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonParser parser;
    private final Map<String, String> chosen;
    private boolean first = true;

    JsonRows(Reader in, Map<String, String> chosen) throws IOException {
        this.chosen = chosen;
        parser = new JsonFactory().createParser(in);
        parser.setCodec(MAPPER);
        toList();
    }

    private void toList() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                return;
            }
            while (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean requests = parser.currentName().equals("service_requests");
                if (parser.nextToken() == JsonToken.START_ARRAY && requests) {
                    return;
                }
                parser.skipChildren();
            }
        } catch (JsonParseException e) {
            throw broken(e);
        }
        throw new FeedException("this JSON holds neither a list nor an object with a list \"service_requests\"");
    }

    private static FeedException broken(JsonParseException e) {
        return new FeedException(
                "the JSON is broken in line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return null;
            }
            long line = parser.currentTokenLocation().getLineNr();
            JsonNode node = parser.readValueAsTree();
            return node.isObject()
                    ? new Row.Values(line, node.toString(), values(node))
                    : new Row.Bad(line, node.toString(), "is no object");
        } catch (JsonParseException e) {
            throw broken(e);
        }
    }

    /// Requests may leave fields out; only when the first one has no id, this is the wrong file or needs a mapping.
    private Map<Field, String> values(JsonNode node) {
        Map<String, String> byName = new LinkedHashMap<>();
        node.properties().forEach(e -> {
            String v = e.getValue().isNull() ? "" : e.getValue().asText().strip();
            if (!v.isEmpty()) {
                byName.putIfAbsent(Field.plain(e.getKey()), v);
            }
        });
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field f : Field.values()) {
            String column = chosen.get(f.label());
            List<String> names = column == null ? f.names() : List.of(Field.plain(column));
            names.stream().filter(byName::containsKey).findFirst().ifPresent(n -> values.put(f, byName.getOrDefault(n, "")));
        }
        if (first && !values.containsKey(Field.ID)) {
            throw new FeedException("no field holds the id of a request; the first has " + byName.keySet()
                    + ". Name it with id=FIELD; usual is service_request_id");
        }
        first = false;
        return values;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
