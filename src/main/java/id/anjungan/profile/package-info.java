/// A city as data: read from its folder, checked as a whole, explained when wrong, and turned into the
/// [id.anjungan.domain.Policy] that deciding needs. No city is named in the code.
package id.anjungan.profile;
