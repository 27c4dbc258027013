package id.anjungan.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.domain.Command;
import id.anjungan.domain.WallPlan;
import id.anjungan.profile.CityProfile;
import id.anjungan.protocol.Json;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.kit.Picture;
import id.anjungan.ui.shell.WallWindow;
import id.anjungan.ui.wallboard.Sight;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A day of simulated traffic: not a word, name, number, address or case number of a citizen is on the wall, in what it
/// was sent, or in what it keeps; and of a sensitive case only that there is one, how urgent, and where.
class WallPrivacyTest {
    private static final int LONG_ENOUGH = 6;

    @TempDir
    Path dir;

    @Test
    void nothingOfACitizenReachesTheWall() throws Exception {
        try (Day day = new Day(dir, "surabaya", 120)) {
            day.simulator.backfill(2);
            try (Wire wire = new Wire(day.central.baseUri(), "dinding")) {
                Set<String> said = new LinkedHashSet<>();
                live(day);
                said.addAll(scenes(day));
                await().atMost(Duration.ofSeconds(60)).until(() -> wire.lines().stream().anyMatch(l -> l.contains("\"through\"")));
                await().atMost(Duration.ofSeconds(60)).until(() -> Day.live(day.wall));
                // While an emergency waits it has the wall: the other pages are seen once none does.
                acknowledge(day);
                said.addAll(scenes(day));
                String sent = String.join("\n", wire.lines());
                String kept = kept(day);
                assertThat(sent.length()).isGreaterThan(100_000);
                assertThat(kept.length()).isGreaterThan(100_000);
                assertThat(said.size()).isGreaterThan(60);
                String shown = String.join("\n", said);
                List<String> secrets = secrets(day);
                assertThat(secrets.size()).as("personal values in the city").isGreaterThan(200);
                String haystack = withoutProfile(wire.lines()) + "\n" + kept;
                for (String secret : secrets) {
                    assertThat(shown.contains(secret)).as("on the wall: " + secret).isFalse();
                    assertThat(haystack.contains(secret)).as("on the wire or in the wall's file: " + secret).isFalse();
                }
                sensitive(day, wire.lines(), shown);
            }
        }
    }

    private static void live(Day day) throws InterruptedException {
        day.simulator.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Day.live(day.desk) && Day.live(day.wall));
        await().atMost(Duration.ofSeconds(60)).until(() -> day.wall.figures().get().open() > 20);
        long had = day.simulator.progress().accepted();
        await().atMost(Duration.ofSeconds(60)).until(() -> day.simulator.progress().accepted() > had + 30);
        day.simulator.close();
    }

    private static void acknowledge(Day day) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            day.desk.submitAll(day.desk.alarms().get().stream()
                            .<Command>map(a -> new Command.AcknowledgeAlarm(a.alarm().id(), a.alarm().caseId()))
                            .toList())
                    .join();
            return day.wall.alarms().get().isEmpty();
        });
    }

    /// Every word of every page.
    private static Set<String> scenes(Day day) {
        FxThread.start();
        Set<String> all = new LinkedHashSet<>();
        for (WallPlan.Page p : WallPlan.USUAL.pages()) {
            day.desk.submit(new Command.ComposeWall(WallPlan.USUAL.withPages(List.of(p)))).join();
            await().atMost(Duration.ofSeconds(20)).until(() -> day.wall.wall().get().plan().pages().equals(List.of(p)));
            for (Lang lang : Lang.values()) {
                Scene scene = FxThread.call(() -> new WallWindow(
                                        day.wall, c -> id.anjungan.geo.Areas.of(c.areas()), lang,
                                        new SimpleObjectProperty<>(Sight.USUAL))
                                .scene(1920, 1080))
                        .join();
                Picture.settle(scene, 4);
                FxThread.call(() -> {
                            collect(scene.getRoot(), all);
                            scene.setRoot(new javafx.scene.Group());
                            return true;
                        })
                        .join();
            }
        }
        return all;
    }

    private static void collect(Node n, Set<String> all) {
        if (n instanceof Text t && !t.getText().isBlank()) {
            all.add(t.getText());
        }
        if (n.getAccessibleText() != null) {
            all.add(n.getAccessibleText());
        }
        if (n instanceof Parent p) {
            p.getChildrenUnmodifiable().forEach(c -> collect(c, all));
        }
    }

    /// Names, numbers, accounts, addresses, what was written, and the numbers cases are followed by.
    private static List<String> secrets(Day day) {
        List<String> all = new ArrayList<>();
        for (String field : List.of("name", "phone", "account", "email")) {
            all.addAll(day.texts("SELECT DISTINCT json_extract(body,'$." + field + "') FROM entity WHERE kind='person'"));
        }
        all.addAll(day.texts("SELECT DISTINCT json_extract(body,'$.location.address') FROM entity WHERE kind='case'"));
        all.addAll(day.texts("SELECT DISTINCT json_extract(body,'$.number') FROM entity WHERE kind IN ('case','chat')"));
        all.addAll(day.texts("SELECT DISTINCT json_extract(body,'$.sourceId') FROM entity WHERE kind IN ('case','chat')"));
        for (String words : day.texts("SELECT DISTINCT json_extract(body,'$.body') FROM entity WHERE kind='message'")) {
            all.add(words);
            // The beginning alone would be a title.
            all.add(words.substring(0, Math.min(words.length(), 24)));
        }
        return all.stream().map(String::strip).filter(s -> s.length() >= LONG_ENOUGH).distinct().toList();
    }

    /// The city's own data, its operators and prepared answers, is no citizen's.
    private static String withoutProfile(List<String> lines) {
        return String.join("\n", lines.stream().filter(l -> !l.contains("\"kind\":\"profile\"")).toList());
    }

    private static String kept(Day day) throws Exception {
        StringBuilder all = new StringBuilder();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + day.wallFiles().resolve("cache.db"));
                ResultSet r = c.createStatement().executeQuery("SELECT body FROM entity")) {
            while (r.next()) {
                all.append(r.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    private static void sensitive(Day day, List<String> lines, String shown) {
        Set<String> codes = new LinkedHashSet<>();
        for (CityProfile.Category c : day.city.categories()) {
            if (c.sensitive()) {
                codes.add(c.code());
                for (Lang lang : Lang.values()) {
                    assertThat(shown).doesNotContain(c.name().in(lang.locale()));
                }
            }
        }
        int n = 0;
        for (String line : lines) {
            JsonNode frame = Json.read(line, JsonNode.class);
            JsonNode body = frame.path("body");
            if (frame.path("kind").asText().equals("case") && body.path("privacy").path("sensitive").asBoolean()) {
                n++;
                assertThat(body.path("category").asText()).isEmpty();
                assertThat(body.path("dispositions")).isEmpty();
                assertThat(body.path("location").path("village").isMissingNode()).isTrue();
                assertThat(body.path("location").path("lat").isMissingNode()).isTrue();
            }
            if (frame.path("kind").asText().equals("case")) {
                assertThat(codes).doesNotContain(body.path("category").asText());
            }
        }
        assertThat(n).as("sensitive cases in the day").isPositive();
    }
}
