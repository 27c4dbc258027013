package id.anjungan.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A value in a profile together with the line it stands on, which is what makes a good complaint possible.
/// Scalars keep the text as it was written: what it means is for the reader of the field to say.
sealed interface Node {
    Spot at();

    /// What a person would call this shape.
    String shape();

    record Text(Spot at, String value) implements Node {
        @Override
        public String shape() {
            return value;
        }
    }

    record Items(Spot at, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String shape() {
            return "a list";
        }
    }

    record Table(Spot at, SequencedMap<String, Node> fields) implements Node {
        public Table {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String shape() {
            return "a table";
        }
    }
}
