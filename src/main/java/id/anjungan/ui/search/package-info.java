/// Finding a case by any word of it.
package id.anjungan.ui.search;
