/// The desk's own storage: `desk.db` holds what this desk has promised, `cache.db` what the server sent. One
/// writer thread a file; readers have connections of their own. The only place of the console with SQL.
package id.anjungan.store;
