package id.anjungan.channel.feed;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Which column of a file holds which field. Immutable.
final class Columns {
    private final Map<Field, Integer> places = new EnumMap<>(Field.class);
    private final int count;

    /// `chosen` maps fields to column names and wins over what is recognised. A missing id, or a chosen column
    /// that is not there, is a `FeedException` that names what was found.
    Columns(List<String> header, Map<String, String> chosen) {
        List<String> plain = header.stream().map(Field::plain).toList();
        count = header.size();
        for (Field f : Field.values()) {
            f.names().stream().mapToInt(plain::indexOf).filter(i -> i >= 0).findFirst().ifPresent(i -> places.put(f, i));
        }
        chosen.forEach((label, column) -> {
            int at = plain.indexOf(Field.plain(column));
            if (at < 0) {
                throw new FeedException("there is no column " + column + " for " + label + "; the file has " + header);
            }
            places.put(Field.named(label), at);
        });
        if (!places.containsKey(Field.ID)) {
            throw new FeedException("no column holds the id of a row; the file has " + header
                    + ". Name it with id=COLUMN; usual names are " + Field.ID.names().subList(0, 6));
        }
    }

    int count() {
        return count;
    }

    OptionalInt place(Field f) {
        Integer at = places.get(f);
        return at == null ? OptionalInt.empty() : OptionalInt.of(at);
    }

    Map<Field, String> values(List<String> fields) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        places.forEach((f, at) -> {
            String v = at < fields.size() ? fields.get(at).strip() : "";
            if (!v.isEmpty()) {
                values.put(f, v);
            }
        });
        return values;
    }
}
