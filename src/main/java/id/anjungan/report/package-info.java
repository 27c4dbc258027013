/// What leaves the desk on paper or as a file.
@org.jspecify.annotations.NullMarked
package id.anjungan.report;
