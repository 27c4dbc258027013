package id.anjungan.central;

import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.OperatorSettings;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// What operators have set at their desks, kept for the next desk they sit at. What it means is the desks' affair: here
/// a setting is a name, a text and a moment.
final class SettingsApi {
    private static final int LARGEST = 256 << 10;
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_VALUE = 20_000;
    private static final String TOPIC = "settings";

    private final CentralStore store;
    private final Sessions sessions;
    private final Neighbours neighbours;
    private final InstantSource clock;

    SettingsApi(CentralStore store, Sessions sessions, Neighbours neighbours, InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /// Takes what was set at this desk, gives all that holds, and lets the operator's other desks know.
    void exchange(Context ctx) throws IOException {
        Signed by = sessions.require(ctx.header("Authorization"));
        OperatorSettings in = Json.read(Bodies.text(ctx, LARGEST), OperatorSettings.class);
        if (in.settings().size() > MOST) {
            throw Problem.tooLarge("at most " + MOST + " settings");
        }
        Instant now = clock.instant();
        Map<String, OperatorSettings.Value> given = new HashMap<>();
        in.settings().forEach((name, v) -> {
            if (name.isBlank() || name.length() > LONGEST_NAME || v.value() == null || v.at() == null
                    || v.value().length() > LONGEST_VALUE) {
                throw Problem.bad("a setting has a name of at most " + LONGEST_NAME + " letters, a value of at most "
                        + LONGEST_VALUE + ", and a moment");
            }
            // A desk whose clock runs ahead would win for ever.
            given.put(name, v.at().isAfter(now) ? new OperatorSettings.Value(v.value(), now) : v);
        });
        String operator = by.actor().id();
        if (store.putSettings(operator, given)) {
            neighbours.show(new Frame.Ephemeral(TOPIC, operator, Map.of(), now));
        }
        Api.json(ctx, new OperatorSettings(store.settings(operator)));
    }
}
