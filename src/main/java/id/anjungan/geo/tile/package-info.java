/// Raster tiles under a map: read from an MBTiles file or fetched politely from an XYZ address, kept in a file of their
/// own, and there without a network. Nothing here knows a screen: tiles are bytes until somebody draws them.
package id.anjungan.geo.tile;
