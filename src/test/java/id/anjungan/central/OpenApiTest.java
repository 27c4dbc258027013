package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.protocol.Json;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The description that the server serves is the server that is served.
class OpenApiTest {
    private final JsonNode doc = read();

    private static JsonNode read() {
        try {
            return Json.mapper().readTree(Routes.description());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyRouteIsDescribedAndNothingElse(@TempDir Path dir) {
        Set<String> described = new TreeSet<>();
        doc.get("paths").properties().forEach(p -> p.getValue()
                .fieldNames()
                .forEachRemaining(m -> described.add(m.toUpperCase(Locale.ROOT) + " " + p.getKey())));
        try (CentralServer server = CentralServer.start(
                CentralConfig.of(new TestCity(), dir.resolve("central.db"), new MovableClock()))) {
            assertThat(described).isEqualTo(new TreeSet<>(server.routeNames()));
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        doc.findValuesAsText("$ref")
                .forEach(ref -> assertThat(doc.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void itemsAndAnswersAreDescribedFieldByField() {
        assertFields("IntakeItem", id.anjungan.intake.IntakeItem.class);
        assertFields("IntakeResult", id.anjungan.intake.IntakeResult.class);
        assertFields("OutboundPage", id.anjungan.intake.OutboundPage.class);
        assertFields("CommandEnvelope", id.anjungan.protocol.CommandEnvelope.class);
        assertFields("CommandAnswer", id.anjungan.protocol.CommandAnswer.class);
        assertFields("Settlement", id.anjungan.protocol.Settlement.class);
        assertFields("Hash", id.anjungan.protocol.HashAnswer.class);
        assertFields("OlderCases", id.anjungan.protocol.OlderCases.class);
        assertFields("CaseRecord", id.anjungan.protocol.CaseRecord.class);
        assertFields("OperatorSettings", id.anjungan.protocol.OperatorSettings.class);
        assertFields("FileUpload", id.anjungan.protocol.FileUpload.class);
        assertFields("FileState", id.anjungan.protocol.FileUpload.State.class);
        assertFields("Session", id.anjungan.protocol.Session.class);
    }

    private void assertFields(String schema, Class<?> type) {
        Set<String> described = new TreeSet<>();
        doc.at("/components/schemas/" + schema + "/properties").fieldNames().forEachRemaining(described::add);
        Set<String> real = new TreeSet<>();
        for (var c : type.getRecordComponents()) {
            real.add(c.getName());
        }
        assertThat(described).as(schema).isEqualTo(real);
    }

    @Test
    void everyCommandOfAnOperatorIsNamed() {
        Set<String> named = new TreeSet<>();
        doc.at("/components/schemas/CommandEnvelope/properties/command/properties/type/enum")
                .forEach(n -> named.add(n.asText()));
        Set<String> known = new TreeSet<>();
        commands(id.anjungan.domain.Command.class, known);
        assertThat(named).isEqualTo(known);
    }

    private static void commands(Class<?> kind, Set<String> into) {
        if (kind == id.anjungan.domain.Command.ByServer.class) {
            return;
        }
        if (kind.isSealed()) {
            for (Class<?> c : kind.getPermittedSubclasses()) {
                commands(c, into);
            }
        } else {
            into.add(kind.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT));
        }
    }
}
