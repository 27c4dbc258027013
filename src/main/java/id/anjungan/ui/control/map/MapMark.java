package id.anjungan.ui.control.map;

/// A place beside the cases, with the number it has in a list: degrees WGS84.
public record MapMark(double lat, double lon, String label) {}
