package id.anjungan.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A profile is the same wherever it comes from: folder, zip, or the document a server sends.
class TravelTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"surabaya", "paser", "boston"})
    @DisplayName("through its document a profile comes back equal, version and all")
    void document(String name) {
        CityProfile city = CitiesTest.load(name);
        assertThat(ProfileLoader.fromDocument(city.toDocument())).isEqualTo(city);
        assertThat(ProfileLoader.fromDocument(city.toDocument().toString())).isEqualTo(city);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "boston/"})
    @DisplayName("a zip holds the same city as the folder, with or without the folder inside")
    void zip(String prefix) throws IOException {
        Path zip = dir.resolve("boston.zip");
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Path file : files(CitiesTest.BOSTON)) {
                packed.putNextEntry(new ZipEntry(prefix + file.getFileName()));
                packed.write(Files.readAllBytes(file));
            }
        }
        assertThat(ProfileLoader.load(zip.toString())).isEqualTo(CitiesTest.load("boston"));
    }

    @Test
    @DisplayName("the version changes with the content, and not with comments or layout")
    void version() throws IOException {
        for (Path file : files(CitiesTest.BOSTON)) {
            Files.copy(file, dir.resolve(file.getFileName()));
        }
        Path channels = dir.resolve("channels.yaml");
        String before = CitiesTest.load("boston").version();
        Files.writeString(channels, "# a remark\n\n" + Files.readString(channels));
        assertThat(ProfileLoader.load(dir.toString()).version()).isEqualTo(before);
        Files.writeString(channels, Files.readString(channels).replace("24h", "25h"));
        assertThat(ProfileLoader.load(dir.toString()).version()).startsWith("1+").isNotEqualTo(before);
    }

    @Test
    @DisplayName("a document is checked like files are, and of a format not known here it says so")
    void badDocument() {
        ObjectNode document = (ObjectNode) CitiesTest.load("boston").toDocument();
        document.put("format", 99);
        JsonNode channel = document.path("files").path("channels.yaml").path("channels").path(0);
        ((ObjectNode) channel).put("kind", "PIGEON");
        assertThatThrownBy(() -> ProfileLoader.fromDocument(document))
                .isInstanceOfSatisfying(ProfileException.class, e -> assertThat(e.mistakes())
                        .extracting(Mistake::where, Mistake::field)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("document", "format"),
                                org.assertj.core.groups.Tuple.tuple("channels.yaml", "channels[BOS311].kind")));
        assertThatThrownBy(() -> ProfileLoader.fromDocument("{")).isInstanceOf(ProfileException.class);
    }

    @Test
    @DisplayName("a name that is nothing is answered with one sentence, not one a file")
    void nothing() {
        for (String name : List.of("atlantis", dir.toString())) {
            assertThatThrownBy(() -> ProfileLoader.load(name))
                    .isInstanceOfSatisfying(ProfileException.class, e -> assertThat(e.mistakes()).hasSize(1));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
