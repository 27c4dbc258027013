package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Role;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An operator's settings follow from desk to desk by way of the real server; without it the desk's own copy holds,
/// and of what was set apart the later holds, one by one.
class SettingsFollowTest extends RealCity {
    private static boolean has(LiveDesk d, String name, String value) {
        return d.setting(name).equals(Optional.of(value));
    }

    @Test
    void whatIsSetAtOneDeskIsThereAtTheNextAndFollowsWhileBothAreOpen() {
        LiveDesk first = desk("one", "ayu", Role.OPERATOR, central.baseUri());
        first.putSetting("theme", "light");
        first.putSetting("keys", "CLAIM=x");
        LiveDesk second = desk("two", "ayu", Role.OPERATOR, central.baseUri());
        soon(() -> has(second, "theme", "light") && has(second, "keys", "CLAIM=x"));
        assertThat(second.settingsCame().get()).isPositive();

        second.putSetting("theme", "dark");
        soon(() -> has(first, "theme", "dark"));
        LiveDesk other = desk("three", "bima", Role.OPERATOR, central.baseUri());
        soon(() -> other.status().get().link() == DeskStatus.Link.LIVE);
        other.putSetting("language", "en");
        assertThat(other.setting("theme")).isEmpty();
        assertThat(first.setting("language")).isEmpty();
    }

    @Test
    void whatWasSetApartIsMergedOneByOneByTime() {
        LiveDesk first = desk("one", "ayu", Role.OPERATOR, central.baseUri());
        LiveDesk second = desk("two", "ayu", Role.OPERATOR, central.baseUri());
        first.putSetting("theme", "light");
        soon(() -> has(second, "theme", "light"));
        URI at = central.baseUri();
        central.close();
        soon(() -> first.status().get().link() == DeskStatus.Link.OFFLINE && second.status().get().link() == DeskStatus.Link.OFFLINE);

        first.putSetting("theme", "dark");
        first.putSetting("density", "compact");
        second.putSetting("sound", "off");
        second.putSetting("density", "roomy");
        assertThat(has(first, "density", "compact")).isTrue();
        first.close();
        desks.remove(first);

        central = serve(at.getPort());
        second.reconnect();
        LiveDesk again = desk("one", "ayu", Role.OPERATOR, at);
        assertThat(has(again, "theme", "dark")).as("from its own copy").isTrue();
        for (LiveDesk d : List.of(again, second)) {
            soon(() -> has(d, "theme", "dark") && has(d, "sound", "off") && has(d, "density", "roomy"));
        }
    }

    @Test
    void anotherOperatorAtTheSameDeskHasSettingsOfTheirOwn() {
        LiveDesk ayu = desk("one", "ayu", Role.OPERATOR, central.baseUri());
        ayu.putSetting("theme", "light");
        ayu.putSetting("here.files-cache-mb", "64");
        LiveDesk elsewhere = desk("two", "ayu", Role.OPERATOR, central.baseUri());
        soon(() -> has(elsewhere, "theme", "light"));
        assertThat(elsewhere.setting("here.files-cache-mb")).as("of that machine only").isEmpty();
        ayu.close();
        desks.remove(ayu);
        LiveDesk bima = desk("one", "bima", Role.OPERATOR, central.baseUri());
        assertThat(bima.setting("theme")).isEmpty();
        assertThat(has(bima, "here.files-cache-mb", "64")).as("of this machine").isTrue();
        bima.putSetting("theme", "dark");
        LiveDesk back = desk("three", "ayu", Role.OPERATOR, central.baseUri());
        soon(() -> has(back, "theme", "light"));
    }
}
