package id.anjungan.ui.alarm;

import id.anjungan.domain.Priority;

/// How an alarm is heard. Called on the JavaFX thread; must return at once.
@FunctionalInterface
public interface AlarmSound {
    /// A desk that makes no sound, as in pictures and tests.
    AlarmSound NONE = worst -> {};

    /// An alarm has come that nobody acknowledged yet.
    void sound(Priority worst);
}
