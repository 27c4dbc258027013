package id.anjungan.ui.control;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Policy;
import id.anjungan.geo.Areas;
import id.anjungan.text.Glossary;
import id.anjungan.text.Lang;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the screens need to know of a city: what its codes are called in the language of the window, in which
/// order things stand, and the policy that deadlines and proposals follow. A code the city does not know is its
/// own name, so that nothing is ever hidden. Any thread.
public interface City {
    String name();

    String channel(String code);

    /// The name of a channel where there is room for two words only.
    String channelShort(String code);

    String category(String code);

    /// Whether pictures of it are shown only to those who ask.
    default boolean graphic(String category) {
        return false;
    }

    /// The short name an agency goes by.
    String agency(String code);

    String area(String code);

    /// The name of a deadline.
    String clock(String rule);

    /// Who an operator is; the id itself when nobody said.
    String operator(String id);

    /// Channels in the order of the tiles.
    List<String> channels();

    /// Categories, by name.
    List<String> categories();

    /// The operators one can hand something to, by id.
    List<String> operators();

    /// What an escalation level is called.
    String level(int level);

    /// Answers an operator may begin with for such a case, by folder, what fits most closely first; variables are still
    /// in braces.
    List<Template> templates(CaseState state, String category, String channel);

    /// As [#templates], for a conversation on such a channel.
    List<Template> chatTemplates(String channel);

    /// What a prepared answer says for a variable that is not known; empty when the operator must say it.
    Optional<String> insteadOf(String variable);

    /// What words of the city's own speech mean.
    Glossary glossary();

    /// A prepared answer and the name of the folder it is kept in.
    record Template(String code, String folder, String title, String text) {
        public Template withText(String other) {
            return new Template(code, folder, title, other);
        }
    }

    /// The same city in another language.
    City in(Lang lang);

    /// What a shift is measured by, as shares from 0 to 1: closed in time, among all and on the emergency line.
    double target(boolean emergencyLine);

    /// Whether citizens can talk here, and whether an emergency line ends here.
    boolean hasChats();

    boolean hasEmergencyLine();

    /// How soon a conversation should be answered.
    Duration chatFirstAnswer();

    /// The city's areas with their outlines, built once.
    Areas areas();

    Policy policy();
}
