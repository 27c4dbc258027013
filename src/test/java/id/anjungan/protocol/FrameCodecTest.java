package id.anjungan.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Command;
import id.anjungan.domain.Location;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import java.time.Duration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
    private static final UUID ID = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-24T07:32:07Z");

    @Test
    void everyFrameComesBackAsItWas() {
        List<Frame> frames = List.of(
                new Frame.Snapshot(ID, 7, "case:ab", 3, 10, false),
                new Frame.Snapshot(ID, 7, null, 10, 10, true),
                new Frame.Change(9, "case", ID, "{\"a\":1,\"b\":{\"c\":[1,2,{}]}}"),
                new Frame.Withdrawn(10, "case", ID),
                new Frame.Through(11),
                new Frame.Heartbeat(AT, 12),
                new Frame.Ephemeral("viewing", "rina", Map.of("case", ID.toString()), AT),
                new Frame.Resync(ID, "epoch"));
        for (Frame f : frames) {
            assertThat(FrameCodec.decode(FrameCodec.encode(f))).contains(f);
        }
    }

    @Test
    void aBodyStaysByteForByteWithFieldsNobodyKnows() {
        String body = "{ \"x\" : 1.50, \"baru\":\"jalan \\u00e9 … 🔥\", \"n\":null }";
        assertThat(FrameCodec.decode("{\"f\":\"change\",\"seq\":1,\"later\":{\"z\":[1]},\"kind\":\"case\",\"id\":\"" + ID
                        + "\",\"body\":" + body + "}"))
                .contains(new Frame.Change(1, "case", ID, body));
    }

    @Test
    void anUnknownFrameIsSkippedAndRubbishIsNamed() {
        assertThat(FrameCodec.decode("{\"f\":\"later\",\"seq\":1}")).isEmpty();
        assertThatThrownBy(() -> FrameCodec.decode("nonsense")).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> FrameCodec.decode("{\"f\":\"through\"}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("seq");
    }

    @Test
    void anEntityComesBackAsItWas() {
        Case c = new Case(
                ID, "112-8841", "CC112", "a", ID, "KBK", Priority.EMERGENCY, CaseState.ON_HOLD, null,
                new Privacy(true, false, false), new Location(-7.25, 112.75, "Jl.", "35.78.10", null), AT, AT, null,
                3, 2,
                List.of(Clock.start("ARRIVE", "v1", AT, AT.plusSeconds(420)).pause(AT, "r", Duration.ofSeconds(90))),
                List.of(), List.of(), null, null, AT, 4);
        assertThat(Json.readEntity(Kind.CASE, Json.write(c))).isEqualTo(c);
    }

    @Test
    void commandsCarryTheirPermanentName() {
        var e = new CommandEnvelope(ID, ID, 1, null, "rina", AT, null, new Command.DisposeCase(ID, 2, List.of("DPKP"), null));
        String json = Json.write(e);
        assertThat(json).contains("\"type\":\"dispose-case\"");
        assertThat(Json.read(json, CommandEnvelope.class)).isEqualTo(e);
    }

    private static Frame.Change change(String line) {
        return (Frame.Change) FrameCodec.decode(line).orElseThrow();
    }

    /// The quick reader of changes and the general one say the same, or the quick one leaves it to the other.
    @Test
    void a_change_is_read_alike_in_whatever_form_it_is_written() {
        UUID id = UUID.fromString("0b1c2d3e-4f50-6172-8394-a5b6c7d8e9fa");
        String body = "{\"a\":\"}\\\"{\",\"b\":[{\"c\":{}},\"é€😀\"],\"d\":-1.5}";
        Frame.Change wanted = new Frame.Change(90_071_992_547_409L, "message", id, body);
        String line = FrameCodec.encode(wanted);
        assertThat(ChangeLine.read(line.getBytes(StandardCharsets.UTF_8))).isEqualTo(wanted);
        for (String same : List.of(
                line, line.replace("\"seq\":", "\"seq\": "), " " + line, line + " ",
                line.substring(0, line.length() - 1) + ",\"later\":{\"x\":[1]}}",
                line.replace("{\"f\":\"change\",", "{\"f\":\"change\",\"more\":{\"f\":1},"),
                line.replace(id.toString(), id.toString().toUpperCase(Locale.ROOT)))) {
            assertThat(change(same)).as(same).isEqualTo(wanted);
        }
        for (String other : List.of(
                line.replace("message", "ofTheFuture"), line.replace("message", "profile"), line.substring(0, 90),
                line.replace("\"d\"", "}\"d\""), line.replace("0b1c", "0x1c"), line.replace("90071992547409", ""))) {
            assertThat(ChangeLine.read(other.getBytes(StandardCharsets.UTF_8))).as(other).isNull();
        }
        assertThat(ChangeLine.read(new byte[0])).isNull();
    }
}
