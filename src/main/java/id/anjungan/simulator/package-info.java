/// A day in the city: citizens who complain, call, chat and answer back, through the same doors as real channels.
/// The same seed makes the same day.
package id.anjungan.simulator;
