package id.anjungan.kit;

import id.anjungan.geo.tile.TileKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Writes a small MBTiles file of made-up tiles.
public final class MadeMbTiles {
    private MadeMbTiles() {}

    public static Path write(Path file, String format, TileKey.Box box, int from, int to) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                var s = c.createStatement()) {
            s.execute("CREATE TABLE metadata(name TEXT, value TEXT)");
            s.execute("CREATE TABLE tiles(zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)");
            s.execute("INSERT INTO metadata VALUES('name','Made up'),('format','" + format
                    + "'),('attribution','&copy; <a href=\"x\">Nobody</a>')");
            c.setAutoCommit(false);
            try (PreparedStatement p = c.prepareStatement("INSERT INTO tiles VALUES(?,?,?,?)")) {
                for (TileKey k : TileKey.of(box, from, to)) {
                    p.setInt(1, k.zoom());
                    p.setInt(2, k.x());
                    p.setInt(3, k.rowFromSouth());
                    p.setBytes(4, TileServer.png(k.toString()));
                    p.executeUpdate();
                }
            }
            c.commit();
        }
        return file;
    }
}
