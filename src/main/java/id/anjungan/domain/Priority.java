package id.anjungan.domain;

/// How urgent a case is. The order is the order of the queue: emergency first.
public enum Priority {
    EMERGENCY,
    HIGH,
    MEDIUM,
    LOW
}
