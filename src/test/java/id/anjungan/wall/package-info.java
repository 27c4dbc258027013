/// The wall beside a living city: what it is sent, what it says, and whether its figures are true.
package id.anjungan.wall;
