package id.anjungan.store;

import id.anjungan.domain.Outline;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/// `in_outline(outline, lat, lon)` in SQL: whether a position lies in a shape drawn on the map. One per connection,
/// which asks from one thread at a time.
final class InOutline extends Function {
    static final String NAME = "in_outline";

    private @Nullable Outline parsed;

    static void on(Connection c) throws SQLException {
        Function.create(c, NAME, new InOutline());
    }

    @Override
    protected void xFunc() throws SQLException {
        String text = String.valueOf(value_text(0));
        Outline shape = parsed;
        if (shape == null || !shape.toString().equals(text)) {
            shape = Outline.parse(text).orElse(null);
            parsed = shape;
        }
        boolean placed = value_type(1) != NULL && value_type(2) != NULL;
        result(placed && shape != null && shape.holds(value_double(1), value_double(2)) ? 1 : 0);
    }

    /// The type SQLite gives a value that is not there.
    private static final int NULL = 5;
}
