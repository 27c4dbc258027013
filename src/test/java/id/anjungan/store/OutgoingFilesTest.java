package id.anjungan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.anjungan.domain.FileKind;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What waits for the server is whole or not there, whenever the desk ended.
class OutgoingFilesTest {
    @TempDir
    Path dir;

    private static OutgoingFile said(int n) {
        return new OutgoingFile(
                new UUID(1, n), new UUID(2, 2), FileKind.PNG, "", 0, "foto.png", true, "dari lapangan",
                new OutgoingFile.Redacted(new UUID(3, 3), "ab"), Instant.parse("2026-03-03T02:00:00Z").plusSeconds(n), null);
    }

    @Test
    void whatWasKeptIsThereAgainInItsOrder() throws IOException {
        OutgoingFiles out = OutgoingFiles.open(dir);
        OutgoingFile second = out.keep(said(2), new ByteArrayInputStream(new byte[] {1, 2, 3}));
        OutgoingFile first = out.keep(said(1), new ByteArrayInputStream(new byte[5]));
        assertThat(first.bytes()).isEqualTo(5);
        assertThat(second.sha256()).isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        out.refuse(second, "TYPE");
        OutgoingFiles again = OutgoingFiles.open(dir);
        assertThat(again.all()).containsExactly(first, second.refuse("TYPE"));
        assertThat(again.bytes(second.id())).hasBinaryContent(new byte[] {1, 2, 3});
        again.remove(first.id());
        assertThat(OutgoingFiles.open(dir).all()).extracting(OutgoingFile::id).containsExactly(second.id());
    }

    @Test
    void halfAFileIsNoneAndLeavesNothing() throws IOException {
        OutgoingFiles out = OutgoingFiles.open(dir);
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(new byte[50])) {
            @Override
            public int read(byte[] to, int at, int length) throws IOException {
                if (in.available() == 0) {
                    throw new IOException("the card was pulled out");
                }
                return super.read(to, at, 10);
            }
        };
        assertThatThrownBy(() -> out.keep(said(1), broken)).isInstanceOf(IOException.class);
        assertThat(out.all()).isEmpty();
        // Killed after the bytes and before the words.
        Files.write(out.bytes(new UUID(1, 7)), new byte[9]);
        assertThat(OutgoingFiles.open(dir).all()).isEmpty();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void whatCannotBeReadIsLeftAloneAndHoldsUpNothing() throws IOException {
        OutgoingFiles out = OutgoingFiles.open(dir);
        OutgoingFile good = out.keep(said(1), new ByteArrayInputStream(new byte[5]));
        Path bad = Files.writeString(dir.resolve(new UUID(1, 9) + ".json"), "{");
        assertThat(OutgoingFiles.open(dir).all()).containsExactly(good);
        assertThat(bad).exists();
    }
}
