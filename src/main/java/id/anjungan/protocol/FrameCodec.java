package id.anjungan.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Frames to lines and back. A line is one JSON object whose `f` names the frame; a change carries its `body`
/// last, byte for byte as the server stored it. Stateless and thread-safe.
public final class FrameCodec {
    private static final JsonFactory FACTORY = Json.mapper().getFactory();

    private FrameCodec() {}

    /// The line of a frame, without its line end.
    public static String encode(Frame frame) {
        return switch (frame) {
            case Frame.Change c ->
                "{\"f\":\"change\",\"seq\":" + c.seq() + ",\"kind\":\"" + c.kind() + "\",\"id\":\"" + c.id()
                        + "\",\"body\":" + c.body() + "}";
            case Frame.Through t -> "{\"f\":\"through\",\"seq\":" + t.seq() + "}";
            case Frame.Snapshot s -> named("snapshot", s);
            case Frame.Withdrawn w -> named("withdrawn", w);
            case Frame.Heartbeat h -> named("heartbeat", h);
            case Frame.Ephemeral e -> named("ephemeral", e);
            case Frame.Resync r -> named("resync", r);
        };
    }

    private static String named(String f, Frame frame) {
        ObjectNode node = Json.mapper().createObjectNode().put("f", f);
        node.setAll((ObjectNode) Json.mapper().valueToTree(frame));
        return node.toString();
    }

    /// The frame of a line; empty for a frame this version does not know, which is skipped.
    public static Optional<Frame> decode(String line) {
        return decode(line.getBytes(StandardCharsets.UTF_8));
    }

    /// The same from UTF-8 bytes. A line that is no frame is a `ProtocolException`.
    public static Optional<Frame> decode(byte[] line) {
        Frame.Change plain = ChangeLine.read(line);
        return plain == null ? parsed(line) : Optional.of(plain);
    }

    private static Optional<Frame> parsed(byte[] line) {
        Fields f = new Fields();
        try (JsonParser p = FACTORY.createParser(line)) {
            if (p.nextToken() != JsonToken.START_OBJECT) {
                throw new ProtocolException("a frame is a JSON object", null);
            }
            while (p.nextToken() == JsonToken.FIELD_NAME) {
                String name = p.currentName();
                JsonToken value = p.nextToken();
                if (value == JsonToken.START_OBJECT && name.equals("body")) {
                    f.body = raw(p, line);
                } else if (value == JsonToken.START_OBJECT && name.equals("args")) {
                    f.args.putAll(p.readValueAs(ARGS));
                } else if (value != null && value.isStructStart()) {
                    p.skipChildren();
                } else if (value != JsonToken.VALUE_NULL) {
                    f.values.put(name, p.getText());
                }
            }
        } catch (IOException e) {
            throw new ProtocolException("unreadable frame of " + line.length + " bytes", e);
        }
        return f.frame();
    }

    private static final com.fasterxml.jackson.core.type.TypeReference<Map<String, String>> ARGS =
            new com.fasterxml.jackson.core.type.TypeReference<>() {};

    private static String raw(JsonParser p, byte[] line) throws IOException {
        int from = (int) p.currentTokenLocation().getByteOffset();
        p.skipChildren();
        int to = (int) p.currentTokenLocation().getByteOffset() + 1;
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    private static final class Fields {
        final Map<String, String> values = new HashMap<>();
        final Map<String, String> args = new HashMap<>();
        @Nullable String body;

        Optional<Frame> frame() {
            return Optional.ofNullable(switch (need("f")) {
                case "change" -> new Frame.Change(number("seq"), need("kind"), id("id"), body(body));
                case "through" -> new Frame.Through(number("seq"));
                case "heartbeat" -> new Frame.Heartbeat(Instant.parse(need("at")), number("head"));
                case "withdrawn" -> new Frame.Withdrawn(number("seq"), need("kind"), id("id"));
                case "resync" -> new Frame.Resync(id("epoch"), need("reason"));
                case "ephemeral" ->
                    new Frame.Ephemeral(need("topic"), need("operator"), args, Instant.parse(need("at")));
                case "snapshot" ->
                    new Frame.Snapshot(
                            id("epoch"), number("s0"), values.get("position"), number("sent"), number("total"),
                            Boolean.parseBoolean(need("done")));
                default -> null;
            });
        }

        private static String body(@Nullable String body) {
            if (body == null) {
                throw new ProtocolException("a change without a body", null);
            }
            return body;
        }

        private String need(String name) {
            String v = values.get(name);
            if (v == null) {
                throw new ProtocolException("a frame without " + name, null);
            }
            return v;
        }

        private long number(String name) {
            try {
                return Long.parseLong(need(name));
            } catch (NumberFormatException e) {
                throw new ProtocolException(name + " is no number", e);
            }
        }

        private UUID id(String name) {
            try {
                return UUID.fromString(need(name));
            } catch (IllegalArgumentException e) {
                throw new ProtocolException(name + " is no id", e);
            }
        }
    }
}
