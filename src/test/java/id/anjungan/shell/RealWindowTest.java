package id.anjungan.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole desk in a real window, driven by a robot that moves the pointer and presses keys as a person does. Needs a
/// display, so it runs in the `shell` profile only.
@Tag("shell")
class RealWindowTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path data;

    private Robot robot;

    @BeforeEach
    void aDisplay() throws Exception {
        Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
        robot = new Robot();
        robot.setAutoDelay(30);
        Files.createDirectories(PICTURES);
    }

    @Test
    void anOperatorStartsTheDemoAndClaimsACase() throws Exception {
        try (DemoProcess demo = DemoProcess.start(List.of("-Dprism.order=sw"), "demo", "--fresh", "--seed", "7", "--data", data.toString())) {
            await("a moving city").atMost(PATIENCE).untilAsserted(() -> assertThat(demo.status())
                    .as(() -> String.join("\n", demo.said()))
                    .hasValueSatisfying(s -> assertThat(s.path("counts").path("case").asInt()).isGreaterThan(300)));
            await("the window, drawn").atMost(PATIENCE).until(() -> colours(picture()) > 200);
            picture("real-window-started");

            clickIntoTheQueue();
            await("a claim that the server has settled").atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
                press(KeyEvent.VK_DOWN);
                press(KeyEvent.VK_K);
                return claims(data.resolve("central.db")) > 0;
            });
            picture("real-window-claimed");
            assertThat(demo.alive()).isTrue();
        }
        assertThat(claims(data.resolve("central.db"))).as("kept after the end").isPositive();
    }

    /// A third of the way down the left column, where the queue is in every layout.
    private void clickIntoTheQueue() {
        var screen = Toolkit.getDefaultToolkit().getScreenSize();
        robot.mouseMove(screen.width / 6, screen.height * 2 / 5);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private static int claims(Path database) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:file:" + database + "?mode=ro");
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT count(*) FROM audit WHERE type='claim-case'")) {
            return r.getInt(1);
        }
    }

    private BufferedImage picture() {
        return robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    private void picture(String name) throws Exception {
        File file = PICTURES.resolve(name + ".png").toFile();
        ImageIO.write(picture(), "png", file);
    }

    /// How many different colours a coarse grid over the picture meets: one for a bare screen, many for a desk.
    private static long colours(BufferedImage image) {
        return java.util.stream.IntStream.range(0, image.getWidth() * image.getHeight() / 7)
                .map(i -> image.getRGB(i * 7 % image.getWidth(), i * 7 / image.getWidth()))
                .distinct()
                .count();
    }
}
