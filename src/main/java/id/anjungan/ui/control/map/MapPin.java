package id.anjungan.ui.control.map;

/// A position that is being chosen: degrees WGS84.
public record MapPin(double lat, double lon) {}
