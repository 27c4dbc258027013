package id.anjungan.ui.search;

import id.anjungan.state.OlderFound;
import id.anjungan.state.QueueRow;
import id.anjungan.state.SearchFound;
import java.time.Instant;

/// One thing that was found.
sealed interface Hit {
    /// In the order in which they are shown.
    enum Group {
        CASE,
        PERSON,
        ADDRESS,
        AREA,
        COMMAND,
        SETTING,
        OLDER
    }

    Group group();

    record OfCase(QueueRow row) implements Hit {
        @Override
        public Group group() {
            return Group.CASE;
        }
    }

    record OfPerson(SearchFound.Reporter who) implements Hit {
        @Override
        public Group group() {
            return Group.PERSON;
        }
    }

    record OfAddress(String address) implements Hit {
        @Override
        public Group group() {
            return Group.ADDRESS;
        }
    }

    /// A district or a village.
    record OfArea(Operator level, Vocabulary.Value area) implements Hit {
        @Override
        public Group group() {
            return Group.AREA;
        }
    }

    /// The offer to ask the server for cases that have left this desk.
    record OfServer(Instant closedBefore) implements Hit {
        @Override
        public Group group() {
            return Group.OLDER;
        }
    }

    /// A case that only the server has.
    record OfOlder(OlderFound.Older found) implements Hit {
        @Override
        public Group group() {
            return Group.OLDER;
        }
    }

    record OfDoable(Doable what) implements Hit {
        @Override
        public Group group() {
            return what.kind() == Doable.Kind.COMMAND ? Group.COMMAND : Group.SETTING;
        }
    }
}
