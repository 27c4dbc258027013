/// What a case, chat, person, incident, clock and alarm are, and the one function that decides what may
/// happen to them. JDK only, pure: no IO, no clock, no randomness. Server, console and replay all call it.
package id.anjungan.domain;
