package id.anjungan.profile;

/// A line of a file of the profile; line 0 where there is none.
record Spot(String file, int line) {}
