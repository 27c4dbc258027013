package id.anjungan.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.anjungan.domain.Command;
import id.anjungan.domain.Entity;
import java.util.Locale;

/// The one JSON mapping of the protocol. Domain records are written field by field without knowing it; instants
/// as ISO-8601, durations as ISO-8601, absent values left out, unknown fields ignored when read into a record
/// (the raw body is what is kept). Commands carry `type`, their record's name in kebab case; these names are
/// permanent. Thread-safe.
public final class Json {
    private static final ObjectMapper MAPPER = build();

    private Json() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /// Compact JSON of a value of ours.
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass().getName(), e);
        }
    }

    /// Reads a value; a body that does not fit is a `ProtocolException` that says where.
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new ProtocolException(
                    "not a " + type.getSimpleName() + ": " + e.getOriginalMessage() + " at "
                            + (e.getLocation() == null ? "?" : e.getLocation().offsetDescription()),
                    e);
        }
    }

    /// The entity a body of a kind is; the kind must be one that has a domain type.
    public static Entity readEntity(Kind kind, String body) {
        return read(body, kind.type().orElseThrow(() -> new ProtocolException(kind + " is no entity", null)));
    }

    private static ObjectMapper build() {
        JsonMapper.Builder b = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .addModule(Instants.module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .addMixIn(Command.class, Typed.class);
        registerCommands(b, Command.class);
        return b.build();
    }

    /// Every permitted record below `sealed`, by its kebab-case name.
    private static void registerCommands(JsonMapper.Builder b, Class<?> sealed) {
        for (Class<?> c : sealed.getPermittedSubclasses()) {
            if (c.isRecord()) {
                b.registerSubtypes(new NamedType(c, kebab(c.getSimpleName())));
            } else {
                registerCommands(b, c);
            }
        }
    }

    /// The permanent wire name of a command, as its `type` says it.
    public static String typeName(Command command) {
        return NAMES.get(command.getClass());
    }

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return kebab(type.getSimpleName());
        }
    };

    static String kebab(String camel) {
        return camel.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}
}
