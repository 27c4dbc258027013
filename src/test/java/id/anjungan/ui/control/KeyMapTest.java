package id.anjungan.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.text.Lang;
import id.anjungan.text.Messages;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyMapTest {
    private static KeyEvent pressed(KeyCode code, boolean shift, boolean ctrl) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, ctrl, false, false);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void everyActionHasAKeyOfItsOwnAndWords(Act act) {
        assertThat(act.usual()).isNotEmpty();
        for (Stroke s : act.usual()) {
            assertThat(KeyMap.USUAL.taken(act, s)).as(s.shown()).isEmpty();
            assertThat(s.shown()).isNotBlank();
        }
        for (Lang lang : Lang.values()) {
            assertThat(Messages.strict(lang).get(act.words())).isNotBlank();
            assertThat(Messages.strict(lang).get("shell.keys.group." + act.group().name())).isNotBlank();
        }
    }

    @Test
    void aKeyMeansWhatItMeansOnItsPage() {
        assertThat(KeyMap.USUAL.act(Stroke.plain(KeyCode.K), Act.Scope.CONSOLE)).contains(Act.CLAIM);
        assertThat(KeyMap.USUAL.act(Stroke.plain(KeyCode.K), Act.Scope.CHATS)).contains(Act.CLAIM);
        assertThat(KeyMap.USUAL.act(Stroke.plain(KeyCode.J), Act.Scope.CONSOLE)).contains(Act.MERGE);
        assertThat(KeyMap.USUAL.act(Stroke.plain(KeyCode.J), Act.Scope.CHATS)).contains(Act.TO_CASE);
        assertThat(KeyMap.USUAL.act(Stroke.shift(KeyCode.S), Act.Scope.CONSOLE)).isEmpty();
        assertThat(KeyMap.USUAL.act(Stroke.of(pressed(KeyCode.SLASH, true, false)), Act.Scope.CONSOLE)).contains(Act.HELP);
        assertThat(KeyMap.USUAL.act(Stroke.of(pressed(KeyCode.DIVIDE, false, false)), Act.Scope.CONSOLE)).contains(Act.SEARCH);
        assertThat(KeyMap.USUAL.act(Stroke.of(pressed(KeyCode.EQUALS, true, false)), Act.Scope.CONSOLE)).contains(Act.ZOOM_IN);
    }

    @Test
    void whileWritingOnlyWhatWritesAndEditsNothingCounts() {
        assertThat(Stroke.plain(KeyCode.K).besideWriting()).isFalse();
        assertThat(Stroke.ctrl(KeyCode.Z).besideWriting()).isFalse();
        assertThat(Stroke.ctrl(KeyCode.A).besideWriting()).isFalse();
        assertThat(Stroke.ctrl(KeyCode.K).besideWriting()).isTrue();
        assertThat(Stroke.plain(KeyCode.F1).besideWriting()).isTrue();
    }

    @Test
    void anotherKeyIsChosenKeptAndShown() {
        KeyMap map = KeyMap.USUAL.with(Act.CLAIM, Stroke.shift(KeyCode.C)).with(Act.SEARCH, Stroke.ctrl(KeyCode.F));
        assertThat(map.shown(Act.CLAIM)).isEqualTo("Shift C");
        assertThat(map.act(Stroke.plain(KeyCode.K), Act.Scope.CONSOLE)).isEmpty();
        assertThat(map.strokes(Act.SEARCH)).extracting(Stroke::shown).isEqualTo(List.of("Ctrl F", "/"));
        assertThat(KeyMap.parse(map.format())).isEqualTo(map);
        assertThat(map.with(Act.CLAIM, Stroke.plain(KeyCode.K)).changed(Act.CLAIM)).isFalse();
    }

    @Test
    void whatCollidesIsTold() {
        assertThat(KeyMap.USUAL.taken(Act.CLAIM, Stroke.plain(KeyCode.D))).contains(Act.DISPOSE);
        assertThat(KeyMap.USUAL.taken(Act.CLAIM, Stroke.plain(KeyCode.SLASH))).contains(Act.SEARCH);
        assertThat(KeyMap.USUAL.taken(Act.DISPOSE, Stroke.shift(KeyCode.S))).as("another page").isEmpty();
        assertThat(KeyMap.USUAL.taken(Act.CLAIM, Stroke.plain(KeyCode.K))).isEmpty();
    }

    @Test
    void whatAnotherVersionWroteDoesNoHarm() {
        assertThat(KeyMap.parse("")).isEqualTo(KeyMap.USUAL);
        assertThat(KeyMap.parse("FLY=k&CLAIM=nokey&=&CLAIM")).isEqualTo(KeyMap.USUAL);
        assertThat(KeyMap.parse("CLAIM=d")).as("collides").isEqualTo(KeyMap.USUAL);
        assertThat(KeyMap.parse("BACK=k&CLAIM=escape")).isEqualTo(KeyMap.USUAL);
        assertThat(KeyMap.parse("CLAIM=d&DISPOSE=k").shown(Act.CLAIM)).isEqualTo("D");
        assertThat(KeyMap.parse("CLAIM=d&CLOSE=shift+c")).as("the other choice stays").isEqualTo(
                KeyMap.USUAL.with(Act.CLOSE, Stroke.shift(KeyCode.C)));
    }
}
