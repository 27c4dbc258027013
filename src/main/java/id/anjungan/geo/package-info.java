/// Where things are: the areas of a city and their outlines, which area a point lies in, points gathered into
/// markers for a map, and districts laid out as hexagons. Pure computation: no screen, no IO but reading text.
/// Everything public here is immutable and may be used from any thread unless it says otherwise.
package id.anjungan.geo;
