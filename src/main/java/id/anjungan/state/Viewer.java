package id.anjungan.state;

/// A colleague who looks at a case now, and whether they are writing about it.
public record Viewer(String operator, boolean typing) {}
