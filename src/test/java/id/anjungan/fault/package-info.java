/// One fault after another, each with the oracle's verdict.
package id.anjungan.fault;
