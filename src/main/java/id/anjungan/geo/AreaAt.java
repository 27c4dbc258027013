package id.anjungan.geo;

import org.jspecify.annotations.Nullable;

/// Which areas a point belongs to. `metresOutside` is 0 inside an outline; more when the point lies on a pier,
/// a bridge or new land and was given to the nearest area. The village is null where only districts are known.
public record AreaAt(Area district, @Nullable Area village, double metresOutside) {}
