package id.anjungan.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path dir;

    @Test
    void eachSystemHasItsOwnPlace() {
        Path home = Path.of("/home/rina");
        assertThat(DataDirectory.standard(Map.of(), "Linux", home)).isEqualTo(Path.of("/home/rina/.local/share/anjungan"));
        assertThat(DataDirectory.standard(Map.of("XDG_DATA_HOME", "/d"), "Linux", home)).isEqualTo(Path.of("/d/anjungan"));
        assertThat(DataDirectory.standard(Map.of(), "Mac OS X", home))
                .isEqualTo(Path.of("/home/rina/Library/Application Support/Anjungan"));
        assertThat(DataDirectory.standard(Map.of("ANJUNGAN_DATA", "/here"), "Linux", home)).isEqualTo(Path.of("/here"));
    }

    @Test
    void oneDeskAtATime() throws IOException {
        try (DataDirectory _ = DataDirectory.open(dir, false)) {
            assertThatThrownBy(() -> DataDirectory.open(dir, false))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another Anjungan");
        }
        try (DataDirectory again = DataDirectory.open(dir, false)) {
            assertThat(again.path()).isEqualTo(dir);
        }
    }

    @Test
    void freshForgetsWhatWasKept() throws IOException {
        Files.createDirectories(dir.resolve("desk"));
        Files.writeString(dir.resolve("desk/desk.db"), "x");
        try (DataDirectory _ = DataDirectory.open(dir, true)) {
            assertThat(dir.resolve("desk")).doesNotExist();
        }
    }

    @Test
    void aDisplayIsFoundWithoutStartingAWindow() {
        assertThat(Display.present(Map.of(), "Linux")).isFalse();
        assertThat(Display.present(Map.of("DISPLAY", ":1"), "Linux")).isTrue();
        assertThat(Display.present(Map.of(), "Windows 11")).isTrue();
    }
}
