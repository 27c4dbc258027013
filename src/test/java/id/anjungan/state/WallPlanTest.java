package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Command;
import id.anjungan.domain.Role;
import id.anjungan.domain.WallPlan;
import id.anjungan.profile.ProfileLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the lead composes on one desk, every wall and every other desk follow, and a wall without its server keeps.
class WallPlanTest {
    @TempDir
    Path dir;

    private LiveDesk desk(CentralServer central, String operator, Role role) {
        return LiveDesk.open(DeskConfig.of(
                dir.resolve(operator), central.baseUri(), operator, role, InstantSource.system(), "dibatalkan"));
    }

    private static WallPlan plan(LiveDesk desk) {
        return desk.wall().get().plan();
    }

    @Test
    void everyWallFollowsAndTheDeskCanTakeItBack() {
        WallPlan wanted = WallPlan.USUAL.withPages(List.of(WallPlan.Page.of("map", 15))).withWords("Apel 15.00", List.of());
        CentralServer central = CentralServer.start(CentralConfig.of(
                new ProfileCity(ProfileLoader.load("surabaya")), dir.resolve("central.db"), InstantSource.system()));
        try (LiveDesk lead = desk(central, "yusuf", Role.LEAD);
                LiveDesk operator = desk(central, "ayu", Role.OPERATOR)) {
            try (LiveDesk wall = desk(central, "dinding", Role.WALLBOARD);
                    Signal.Subscription _ = wall.wall().subscribe(d -> {});
                    Signal.Subscription _ = lead.wall().subscribe(d -> {});
                    Signal.Subscription _ = operator.wall().subscribe(d -> {})) {
                soon(() -> live(wall) && live(lead) && live(operator));
                assertThat(plan(wall)).isEqualTo(WallPlan.USUAL);
                assertThat(operator.submit(new Command.ComposeWall(wanted)).join().accepted()).isFalse();
                assertThat(wall.submit(new Command.ComposeWall(wanted)).join().accepted()).isFalse();
                assertThat(lead.submit(new Command.ComposeWall(wanted)).join().accepted()).isTrue();
                soon(() -> plan(wall).message().equals("Apel 15.00") && plan(operator).equals(plan(wall)));
                assertThat(plan(wall).pages()).isEqualTo(wanted.pages());
                lead.undo().join();
                soon(() -> plan(wall).pages().equals(WallPlan.USUAL.pages()));
                lead.submit(new Command.ComposeWall(wanted)).join();
                soon(() -> plan(wall).message().equals("Apel 15.00"));
            }
            central.close();
            try (LiveDesk again = desk(central, "dinding", Role.WALLBOARD);
                    Signal.Subscription _ = again.wall().subscribe(d -> {})) {
                soon(() -> plan(again).message().equals("Apel 15.00"));
                assertThat(again.status().get().link()).isEqualTo(DeskStatus.Link.OFFLINE);
            }
        }
    }

    private static boolean live(LiveDesk d) {
        return d.status().get().link() == DeskStatus.Link.LIVE;
    }

    private static void soon(java.util.concurrent.Callable<Boolean> until) {
        await().atMost(Duration.ofSeconds(20)).until(until);
    }
}
