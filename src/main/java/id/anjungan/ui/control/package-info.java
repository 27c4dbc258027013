/// Controls that several screens share. They show values and report what a person did; they know no desk.
package id.anjungan.ui.control;
