package id.anjungan.profile;

import id.anjungan.geo.tile.TileAddress;
import id.anjungan.geo.tile.TileProblem;
import id.anjungan.geo.tile.TileShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads the tile sources that a city offers its desks:
/// `tiles: [{name: {id: …, en: …}, address: "https://host/{z}/{x}/{y}.png", attribution: "© …", maxZoom: 18}]`.
final class TileReader {
    private TileReader() {}

    static List<CityProfile.TileMap> tiles(Fields city) {
        List<CityProfile.TileMap> all = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Fields row : city.rows("tiles")) {
            Names name = row.bothLanguages("name");
            row.text("address");
            String address = row.parsed(
                    "address", "", "a web address such as https://host/{z}/{x}/{y}.png", TileReader::address);
            if (!address.isEmpty() && !seen.add(address)) {
                row.wrong(Mistake.Kind.DUPLICATE, "address", address, "this address is already named above; one row only");
            }
            all.add(new CityProfile.TileMap(
                    name, address, row.text("attribution"), row.whole("maxZoom", TileShelf.MAX_ZOOM, 1, 22)));
            row.done();
        }
        return all;
    }

    private static Optional<String> address(String typed) {
        try {
            return Optional.of(TileAddress.of(typed).pattern());
        } catch (TileProblem e) {
            return Optional.empty();
        }
    }
}
