package id.anjungan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.kit.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is being written outlives the program that it is written in.
class DraftTest {
    private static final UUID CASE = new UUID(1, 1);
    private static final UUID CHAT = new UUID(2, 2);

    @TempDir
    Path dir;

    /// A desk that keeps drafts and says so, until it is killed.
    static final class Writing {
        private Writing() {}

        public static void main(String[] args) throws IOException {
            try (DeskDb desk = DeskDb.open(Path.of(args[0]))) {
                for (int i = 1; i <= 20; i++) {
                    desk.saveDraft(CASE, "aduan " + i).join();
                    desk.saveDraft(CHAT, "obrolan " + i).join();
                }
                desk.saveDraft(new UUID(3, 3), "dihapus").join();
                desk.saveDraft(new UUID(3, 3), " ").join();
                System.out.println("kept");
                while (System.in.read() >= 0) {
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void theDraftsOfCaseAndChatAreThereAfterAKillEachByItself() throws IOException {
        Path file = dir.resolve("desk.db");
        var heard = new ConcurrentLinkedQueue<String>();
        try (ChildProcess child = ChildProcess.start(
                "writing", Writing.class, List.of(file.toString()), Map.of(), dir.resolve("log"), heard::add)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> heard.contains("kept"));
            child.kill();
        }
        try (DeskDb desk = DeskDb.open(file)) {
            assertThat(desk.draft(CASE).join()).contains("aduan 20");
            assertThat(desk.draft(CHAT).join()).contains("obrolan 20");
            assertThat(desk.draft(new UUID(3, 3)).join()).isEmpty();
            assertThat(desk.notes()).isEmpty();
        }
    }

    @Test
    void wordsTakenBackNeverReplaceNewerOnes() {
        try (DeskDb desk = DeskDb.open(dir.resolve("desk.db"))) {
            desk.keepDraft(CASE, "diambil kembali").join();
            assertThat(desk.draft(CASE).join()).contains("diambil kembali");
            desk.saveDraft(CASE, "lebih baru").join();
            desk.keepDraft(CASE, "diambil kembali").join();
            assertThat(desk.draft(CASE).join()).contains("lebih baru");
        }
    }
}
