package id.anjungan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Never more bytes than allowed, and what was looked at longest ago goes first, over a restart too.
class FileCacheTest {
    @TempDir
    Path dir;

    private Instant now = Instant.parse("2026-03-03T02:00:00Z");

    private FileCache open(long limit) {
        return FileCache.open(dir, limit, () -> now);
    }

    private String put(FileCache c, int seed, int size) throws Exception {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Files.write(c.half(sha), bytes);
        c.take(sha, c.half(sha));
        now = now.plus(Duration.ofMinutes(1));
        c.find(sha);
        return sha;
    }

    @Test
    void the_one_looked_at_longest_ago_goes() throws Exception {
        FileCache c = open(1_000);
        String a = put(c, 1, 400);
        String b = put(c, 2, 400);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(c.find(a)).isPresent();
        String d = put(c, 3, 400);
        assertThat(c.bytes()).isEqualTo(800);
        assertThat(c.find(b)).isEmpty();
        assertThat(dir.resolve(b)).doesNotExist();
        assertThat(c.find(a)).isPresent();
        assertThat(c.find(d)).isPresent();
    }

    @Test
    void it_knows_again_what_it_had_and_in_which_order() throws Exception {
        FileCache c = open(1_000);
        String a = put(c, 1, 400);
        String b = put(c, 2, 400);
        now = now.plus(Duration.ofMinutes(1));
        c.find(a);
        Files.write(c.half("ff"), new byte[10]);
        FileCache again = open(1_000);
        assertThat(again.bytes()).isEqualTo(800);
        assertThat(dir.resolve("ff.half")).doesNotExist();
        put(again, 3, 400);
        assertThat(again.find(b)).isEmpty();
        assertThat(again.find(a)).isPresent();
        again.limit(10);
        assertThat(again.bytes()).isEqualTo(400);
    }

    @Test
    void bytes_that_do_not_add_up_are_thrown_away() throws Exception {
        FileCache c = open(1_000);
        String a = "ab".repeat(32);
        Files.write(c.half(a), new byte[10]);
        assertThatThrownBy(() -> c.take(a, c.half(a))).isInstanceOf(IOException.class);
        assertThat(c.half(a)).doesNotExist();
        assertThat(c.bytes()).isZero();
    }

    @Test
    void what_may_no_longer_be_seen_goes_at_once() throws Exception {
        FileCache c = open(1_000);
        String a = put(c, 1, 400);
        c.forget(a);
        assertThat(c.find(a)).isEmpty();
        assertThat(dir.resolve(a)).doesNotExist();
        assertThat(c.bytes()).isZero();
    }
}
