package id.anjungan.profile;

import java.util.ArrayList;
import java.util.List;

/// Reads the views of the queue that a city gives all its desks.
final class ViewReader {
    private final Codes channels;
    private final Codes categories;
    private final Codes areas;
    private final Codes agencies;

    ViewReader(Codes channels, Codes categories, Codes areas, Codes agencies) {
        this.channels = channels;
        this.categories = categories;
        this.areas = areas;
        this.agencies = agencies;
    }

    List<CityProfile.QueueView> views(Fields file) {
        List<CityProfile.QueueView> views = new ArrayList<>();
        for (Fields row : file.rows("views")) {
            String words = row.maybe("words");
            views.add(new CityProfile.QueueView(
                    row.bothLanguages("name"),
                    row.has("mine") && row.flag("mine"),
                    row.has("unclaimed") && row.flag("unclaimed"),
                    row.has("breached") && row.flag("breached"),
                    row.refs("channels", channels),
                    row.refs("districts", areas),
                    row.refs("categories", categories),
                    row.refs("agencies", agencies),
                    words == null ? "" : words));
            row.done();
        }
        file.done();
        return views;
    }
}
