package id.anjungan.sync;

import id.anjungan.protocol.OperatorSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// A setting's value and when it was set.
public record SettingAt(String value, Instant at) {
    static OperatorSettings out(Map<String, SettingAt> all) {
        Map<String, OperatorSettings.Value> out = new HashMap<>();
        all.forEach((name, s) -> out.put(name, new OperatorSettings.Value(s.value, s.at)));
        return new OperatorSettings(out);
    }

    static Map<String, SettingAt> in(OperatorSettings all) {
        Map<String, SettingAt> in = new HashMap<>();
        all.settings().forEach((name, v) -> in.put(name, new SettingAt(v.value(), v.at())));
        return in;
    }
}
