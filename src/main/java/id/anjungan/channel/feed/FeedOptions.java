package id.anjungan.channel.feed;

import id.anjungan.profile.CityProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a file comes in. `channel` and `category` are codes of the profile: the channel is the profile's channel for
/// imports when absent; a category, when given, is that of every row, otherwise the row's own service decides.
/// `columns` names the column of a field where it is not recognised (`id=Ticket No`). `speed` 0 delivers as fast as
/// possible, otherwise the rows' own times are replayed so many times as fast. `aside` is the file for rows that
/// were set aside; beside it lies the journal of the position reached, while an import is unfinished. `token` is
/// for servers that ask channels for one.
public record FeedOptions(
        URI server,
        CityProfile profile,
        @Nullable String channel,
        @Nullable String category,
        Map<String, String> columns,
        double speed,
        Path aside,
        @Nullable String token) {
    public FeedOptions {
        columns = Map.copyOf(columns);
    }

    /// As fast as possible, with the profile's defaults.
    public static FeedOptions of(URI server, CityProfile profile, Path aside) {
        return new FeedOptions(server, profile, null, null, Map.of(), 0, aside, null);
    }

    /// The channel to use; an option that names nothing in the profile is a `FeedException` that lists what it has.
    String channelCode() {
        CityProfile.ImportDefaults imports = profile.imports();
        String code = channel != null ? channel : imports == null ? null : imports.channel();
        var known = profile.channels().stream().map(CityProfile.Channel::code).toList();
        if (code == null) {
            throw new FeedException("the profile " + profile.code() + " names no channel for imports: choose one of " + known);
        }
        if (!known.contains(code)) {
            throw new FeedException("the profile " + profile.code() + " has no channel " + code + ": choose one of " + known);
        }
        return code;
    }

    void check() {
        channelCode();
        if (category != null && profile.category(category).isEmpty()) {
            throw new FeedException("the profile " + profile.code() + " has no category " + category + ": choose one of "
                    + profile.categories().stream().map(CityProfile.Category::code).toList());
        }
        if (!(speed >= 0)) {
            throw new FeedException("speed must not be below 0, it is " + speed);
        }
        columns.keySet().forEach(Field::named);
    }
}
