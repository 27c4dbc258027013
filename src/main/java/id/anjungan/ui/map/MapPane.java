package id.anjungan.ui.map;

/// What is open at the side of the map.
enum MapPane {
    NONE,
    LIST,
    NEAREST,
    PLACING,
    LAYERS
}
