package id.anjungan.app;

import id.anjungan.domain.Role;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.LiveDesk;
import id.anjungan.text.Lang;
import id.anjungan.text.Messages;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/// Opens desks the way every command does.
final class Desks {
    private Desks() {}

    /// A desk on its directory, with what the command line says of theme and language kept as its user's settings.
    static LiveDesk open(Path directory, URI server, String operator, Role role, DeskOptions options) {
        Lang lang = Lang.of(options.language == null ? "id" : options.language);
        LiveDesk desk = LiveDesk.open(DeskConfig.of(
                directory, server, operator, role, InstantSource.system(), Messages.of(lang).get("shell.undo.reason")));
        if (options.theme != null) {
            desk.putSetting("theme", options.theme);
        }
        if (options.language != null) {
            desk.putSetting("language", options.language);
        }
        return desk;
    }
}
